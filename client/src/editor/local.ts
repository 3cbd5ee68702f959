import type { Transaction } from '@tiptap/pm/state'
import { ySyncPluginKey } from '@tiptap/y-tiptap'

/**
 * Whether the transactions hold an edit that this person made now. What comes from the shared document (others'
 * edits, the first rendering, undo) is none: whoever made it has already done what follows from it.
 */
export function isLocalEdit(transactions: readonly Transaction[]): boolean {
  return transactions.some((transaction) => transaction.docChanged) && !transactions.some(isShared)
}

function isShared(transaction: Transaction): boolean {
  return transaction.getMeta(ySyncPluginKey) !== undefined
}
