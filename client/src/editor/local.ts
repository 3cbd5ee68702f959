import { PluginKey, type Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Whether the transactions hold an edit that this person made now. What comes from the shared document (others'
 * edits, the first rendering, undo) is none: whoever made it has already done what follows from it.
 */
export function isLocalEdit(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) => transaction.docChanged) && !transactions.some(isShared)
}

const part = new PluginKey('firstOfTwo')

/** Marks an edit that another one completes at once: what follows from both waits for that one. */
export function firstOfTwo(tr: Transaction): Transaction {
  return tr.setMeta(part, true)
}

function isShared(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined || transaction.getMeta(part) !== undefined
}

/** A stretch of the document after the transactions. */
export interface Range {
  from: number
  to: number
}

/** What the transactions changed, as ranges of the document after them. */
export function changedRanges(transactions: readonly Transaction[]): Range[] {
  const maps = transactions.flatMap((transaction) => transaction.mapping.maps)
  return maps.flatMap((map, index) => {
    const later = maps.slice(index + 1)
    const ranges: Range[] = []
    map.forEach((_from, _to, start, end) => {
      ranges.push({
        from: later.reduce((position, next) => next.map(position, -1), start),
        to: later.reduce((position, next) => next.map(position, 1), end),
      })
    })
    return ranges
  })
}
