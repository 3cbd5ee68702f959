import { memo, type ReactNode } from 'react'
import { readPieces, type Piece } from './item-markdown.ts'

/** The words of an item, as the note shows them. */
export const ItemText = memo(function ItemText({ markdown }: { markdown: string }) {
  if (markdown.trim() === '') return <span className="muted">No words yet</span>
  let at = 0
  return readPieces(markdown).map((piece) => <span key={(at += piece.text.length + 1)}>{shown(piece)}</span>)
})

function shown({ kind, text }: Piece): ReactNode {
  switch (kind) {
    case 'text':
      return text
    case 'code':
      return <code>{text}</code>
    case 'bold':
      return <b>{text}</b>
    case 'italic':
      return <i>{text}</i>
    case 'strike':
      return <s>{text}</s>
    default:
      return kind satisfies never
  }
}
