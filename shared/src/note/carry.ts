import type { Path } from '../schema/node.ts'
import { nodeAt } from '../schema/node.ts'
import type { Reading } from '../meeting/index.ts'
import type { NoteContent } from './content.ts'
import { copyOf, itemsOf, readingsOf } from './items.ts'

/** A TODO that goes along to another note and stays the same one there. */
export interface CarriedTodo {
  /** of its paragraph, here and there */
  id: string
  /** its words, as the API gives them */
  text: string
}

/** The TODOs of a note that are still open, in its order. What stands inside of one goes with it. */
export function openTodos(readings: readonly Reading[]): Reading[] {
  const open: Reading[] = []
  for (const reading of readings) {
    if (reading.kind !== 'todo' || reading.done) continue
    const above = open.at(-1)
    if (!above || isBefore(above.last, reading.path)) open.push(reading)
  }
  return open
}

/** The TODOs that come along: the open ones, and what stands inside of them, done or not. */
export function carriedReadings(readings: readonly Reading[]): Reading[] {
  const open = openTodos(readings)
  return readings.filter(
    (reading) =>
      reading.kind === 'todo' &&
      open.some(({ path, last }) => !isBefore(reading.path, path) && !isBefore(last, reading.path)),
  )
}

/** The TODOs that come along and have no id, or that of an item before them. */
export function unnamedTodos(content: NoteContent): Reading[] {
  const readings = readingsOf(content).filter(({ kind }) => kind !== 'speaker')
  const isFirst = (reading: Reading) => readings.find(({ id }) => id === reading.id) === reading
  return carriedReadings(readings).filter((reading) => reading.id === null || !isFirst(reading))
}

/** What the TODOs that come along are called; those without an id of their own are left out. */
export function carriedTodos(content: NoteContent): CarriedTodo[] {
  const readings = readingsOf(content).filter(({ kind }) => kind === 'todo')
  const { todos } = itemsOf(content, '', pathKey)
  const along = new Set(carriedReadings(readings))
  return readings.flatMap((reading, index) => {
    const todo = todos[index]
    return along.has(reading) && todo && todo.id === reading.id ? [{ id: todo.id, text: todo.text }] : []
  })
}

/**
 * Gives the TODOs of a new note the ids of those that came along: in order where all are there, else to those that say
 * the same.
 */
export function nameCarried(content: NoteContent, carried: readonly CarriedTodo[]): NoteContent {
  const body = copyOf(content.body)
  const readings = readingsOf(content).filter(({ kind }) => kind === 'todo')
  const { todos } = itemsOf(content, '', pathKey)
  const isWhole = readings.length === carried.length
  const left = [...carried]
  for (const [index, { path }] of readings.entries()) {
    const at = isWhole ? 0 : left.findIndex(({ text }) => text === todos[index]?.text)
    const [same] = at < 0 ? [] : left.splice(at, 1)
    const node = same && nodeAt(body, path)
    if (node) node.attrs = { ...node.attrs, id: same.id }
  }
  return { ...content, body }
}

function pathKey(path: Path): string {
  return path.join('.')
}

/** Whether all that ends with the block at `last` stands before the one at `path`. */
function isBefore(last: Path, path: Path): boolean {
  for (const [depth, index] of last.entries()) {
    const other = path[depth]
    if (other === undefined) return false
    if (index !== other) return index < other
  }
  return false
}
