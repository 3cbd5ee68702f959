import type { Attribute } from '@tiptap/core'

/**
 * How a block remembers the way it was written. Every hint is `null` unless the source differed from what the printer
 * writes by itself, so that an unset one costs nothing in Yjs. Hints never change the meaning of a document.
 */
export function hint(keepOnSplit = false): Attribute {
  return { default: null, rendered: false, keepOnSplit }
}

/** The blank lines before a block, where they are not the usual ones for its place. */
export const gap = { gap: hint() }

/** `gap`, and the source lines that the printer would write differently (see docs/spec/markdown.md). */
export const written = { ...gap, src: hint(true) }
