import type { Editor } from '@tiptap/core'
import type { EditorState, Transaction } from '@tiptap/pm/state'
import { useMemo, useState } from 'react'
import { isSafeAddress } from '@minutebook/shared/schema'
import { Icon } from '../../ui/Icon.tsx'
import { closeStep } from '../clipboard/step.ts'
import type { Float } from '../floats.ts'
import { completeAddress, linkAt, setLink } from '../marks/links.ts'
import { positionAnchor } from './anchors.ts'
import { useFloat } from './use-float.ts'

interface LinkBubbleProps {
  editor: Editor
  float: Extract<Float, { kind: 'link' }>
}

/** The address of a link: to open it, to change it, to take it away. */
export function LinkBubble({ editor, float: { from, to, isNew } }: LinkBubbleProps) {
  const [href] = useState(() => linkAt(editor.state.doc.resolve(from + (to > from ? 1 : 0)))?.href ?? '')
  const [address, setAddress] = useState(href)
  const anchor = useMemo(() => positionAnchor(editor, from), [editor, from])
  const { box, close } = useFloat<HTMLFormElement>(editor, anchor, 'bottom-start')
  const [before] = useState(() => editor.state.doc.textBetween(from, to))
  const [words, setWords] = useState(before)
  const [isRefused, setRefused] = useState(false)
  const write = (value: string) => {
    if (!isSafeAddress(completeAddress(value))) {
      setRefused(true)
      return
    }
    const isReworded = value !== '' && words.trim() !== '' && words !== before
    closeStep(editor.state)
    if (isReworded) editor.view.dispatch(withWords(editor.state, { from, to }, words))
    const range = { from, to: isReworded ? from + words.length : to }
    editor.view.dispatch(setLink(editor.state, range, completeAddress(value)))
    close()
  }
  const canOpen = /^(?:https?:|mailto:)/i.test(href)
  return (
    <form
      className="float floating bubble"
      ref={box}
      aria-label="Link"
      onSubmit={(event) => {
        event.preventDefault()
        write(address)
      }}
    >
      <div className="fields">
        <label className="field">
          <Icon name="link" />
          <span className="sr">Address</span>
          <input
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where it was asked for
            autoFocus={isNew}
            inputMode="url"
            placeholder="Address"
            aria-invalid={isRefused}
            value={address}
            onChange={(event) => {
              setRefused(false)
              setAddress(event.target.value)
            }}
          />
        </label>
        {isRefused && (
          <p className="tone-danger" role="alert">
            No link can lead there. Try https://…
          </p>
        )}
        {isNew && (
          <label className="field">
            <Icon name="text" />
            <span className="sr">Text</span>
            <input placeholder="Text" value={words} onChange={(event) => setWords(event.target.value)} />
          </label>
        )}
      </div>
      {(isNew || address !== href) && (
        <button type="submit" className="btn small">
          Set
        </button>
      )}
      {canOpen && (
        <a className="btn quiet small" href={href} target="_blank" rel="noopener noreferrer nofollow">
          Open
        </a>
      )}
      {href !== '' && (
        <button type="button" className="btn quiet small" onClick={() => write('')}>
          Remove
        </button>
      )}
    </form>
  )
}

/** Other words in place of a range, with the marks of its first letter. */
function withWords(state: EditorState, { from, to }: { from: number; to: number }, words: string): Transaction {
  const marks = from < to ? (state.doc.nodeAt(from)?.marks ?? []) : state.doc.resolve(from).marks()
  return state.tr.replaceWith(from, to, state.schema.text(words, marks))
}
