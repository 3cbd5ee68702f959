import type { Editor } from '@tiptap/core'
import { useMemo, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
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
  const write = (value: string) => {
    editor.view.dispatch(setLink(editor.state, { from, to }, completeAddress(value)))
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
      <label className="field">
        <Icon name="link" />
        <span className="sr">Address</span>
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- only where it was asked for
          autoFocus={isNew}
          inputMode="url"
          placeholder="Address"
          value={address}
          onChange={(event) => setAddress(event.target.value)}
        />
      </label>
      {address !== href && (
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
