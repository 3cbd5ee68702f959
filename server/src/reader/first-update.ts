import { setPrevious, writeNote } from '@minutebook/shared/doc'
import { nameCarried, nameItems, nameNote, readMarkdown, type CarriedTodo } from '@minutebook/shared/note'
import type { DocNode } from '@minutebook/shared/schema'
import * as Y from 'yjs'
import { TooComplex } from './reader.ts'

/** What a next meeting takes from the note before it, beside its text. */
export interface After {
  noteId: string
  todos: readonly CarriedTodo[]
}

/** Where a new note comes from, beside its text. */
export interface Source {
  /** the note that it follows as the next meeting, and the TODOs that come along */
  after?: After
  /** the name of its file */
  fileName?: string
}

/** How deep blocks may stand in each other: a list is two levels, a quote one. Nobody writes more, and each costs stack. */
const deepest = 200

/** A line that alone is too deep: parsing it would take time that grows with the square of its length. */
const tooManyQuotes = new RegExp(`^(?: {0,3}>){${deepest + 1}}`, 'm')

/**
 * The Yjs update with which a note begins that is made from a file.
 *
 * @throws TooComplex
 */
export function firstUpdate(text: string, newId: () => string, { after, fileName }: Source = {}): Uint8Array {
  if (tooManyQuotes.test(text)) throw new TooComplex()
  const read = unlessTooDeep(() => readMarkdown(text))
  const content = fileName === undefined ? read : nameNote(read, fileName)
  if (depthOf(content.body) > deepest) throw new TooComplex()
  const doc = new Y.Doc()
  writeNote(doc, nameItems(after ? nameCarried(content, after.todos) : content, newId))
  if (after) setPrevious(doc, after.noteId)
  const update = Y.encodeStateAsUpdate(doc)
  doc.destroy()
  return update
}

/** What is nested so deep that it cannot even be read ends the stack. */
function unlessTooDeep<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    if (error instanceof RangeError) throw new TooComplex()
    throw error
  }
}

function depthOf(root: DocNode): number {
  let depth = 0
  for (let level: DocNode[] = [root]; level.length > 0; level = level.flatMap((node) => node.content ?? [])) depth += 1
  return depth
}
