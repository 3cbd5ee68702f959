import type { Editor } from '@tiptap/core'
import type { Node } from '@tiptap/pm/model'
import type { Path } from '@minutebook/shared/schema'
import { copyText } from '../../ui/clipboard.ts'
import type { ToastMessage } from '../../ui/Toast.tsx'
import type { BlockRange } from '../blocks/range.ts'
import { pathOf } from '../document.ts'

/** Where the page shows the block at a path, with the origin. */
export type AddressOf = (path: Path) => Promise<string>

/** Copies the address of the first line of a range, called while a press or key is handled; says so, or why not. */
export async function copyLink(
  { state: { doc }, view }: Editor,
  range: BlockRange,
  addressOf: AddressOf,
  tell: (message: ToastMessage) => void,
): Promise<void> {
  const address = addressOf(firstLine(doc, range))
  const isCopied = await copyText(address).catch(() => false)
  if (!view.isDestroyed && !view.hasFocus()) view.focus()
  if (isCopied) tell({ text: 'Link to this line copied', icon: 'link' })
  else {
    const made = await address.catch(() => null) // its code may not be here
    const text =
      made === null ? 'The link could not be made.' : `The browser does not let the page copy. The link is ${made}`
    tell({ text, isError: true })
  }
}

/** The path of the first block of a range that holds no other blocks. */
function firstLine(doc: Node, { from }: BlockRange): Path {
  const $from = doc.resolve(from)
  const path = [...pathOf($from), $from.index()]
  let node = $from.nodeAfter
  while (node?.firstChild?.isBlock && node.type.name !== 'table') {
    path.push(0)
    node = node.firstChild
  }
  return path
}
