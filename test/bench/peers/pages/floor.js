/** The floor: the same text, that the browser itself edits, and nothing else. */
import { noteOf } from '../../browser/note-text.ts'

const root = document.querySelector('#root')
root.contentEditable = 'true'
root.append(
  ...noteOf(28_000).map(({ kind, text }) => {
    const block = document.createElement(kind === 'heading' ? 'h2' : 'p')
    block.textContent = text
    return block
  }),
)
