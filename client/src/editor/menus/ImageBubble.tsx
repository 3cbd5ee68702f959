import type { Editor } from '@tiptap/core'
import { useMemo, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import { replaceImage } from '../images/choose.ts'
import { leaveImage, selectedImage } from '../images/images.ts'
import { imageAnchor } from './anchors.ts'
import { useDismiss } from './use-dismiss.ts'
import { usePlace } from './use-place.ts'

/** What can be done with the image that is selected: to describe it, to put another in its place, to take it away. */
export function ImageBubble({ editor, alt }: { editor: Editor; alt: string }) {
  const [words, setWords] = useState(alt)
  const anchor = useMemo(() => imageAnchor(editor), [editor])
  const box = usePlace<HTMLFormElement>(anchor, 'bottom-start')
  const leave = () => {
    leaveImage(editor.state, editor.view.dispatch)
    editor.view.focus()
  }
  useDismiss(box, (byKey) => byKey && leave()) // a press elsewhere selects something else
  const describe = () => {
    const selected = selectedImage(editor.state)
    if (selected && words !== alt) {
      editor.view.dispatch(editor.state.tr.setNodeMarkup(selected.at, null, { ...selected.node.attrs, alt: words }))
    }
    leave()
  }
  const remove = () => {
    if (selectedImage(editor.state)) editor.view.dispatch(editor.state.tr.deleteSelection().scrollIntoView())
    editor.view.focus()
  }
  return (
    <form
      className="float floating bubble image-bubble"
      ref={box}
      aria-label="Image"
      onSubmit={(event) => {
        event.preventDefault()
        describe()
      }}
    >
      <label className="field">
        <Icon name="pencil" />
        <span className="sr">Description</span>
        <input placeholder="What it shows" value={words} onChange={(event) => setWords(event.target.value)} />
      </label>
      {words !== alt && (
        <button type="submit" className="btn small">
          Set
        </button>
      )}
      <button type="button" className="btn quiet small" onClick={() => replaceImage(editor.view)}>
        Replace
      </button>
      <button type="button" className="btn quiet small" onClick={remove}>
        Remove
      </button>
    </form>
  )
}
