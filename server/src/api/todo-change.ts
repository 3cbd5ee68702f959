import type { Todo } from '@minutebook/shared/api'
import { editWords, readFinished, readNote, tick } from '@minutebook/shared/doc'
import {
  dropOwnersEdit,
  keyOf,
  labelAmong,
  ownerEdit,
  whoseIn,
  type KnownTeam,
  type NoteNames,
  type NoteRoster,
  type Reading,
} from '@minutebook/shared/meeting'
import { namesOf, readingsOf } from '@minutebook/shared/note'
import { nodeAt, textOf } from '@minutebook/shared/schema'
import type * as Y from 'yjs'
import { readDocItems } from '../ledger/entry.ts'
import { admit, isFinished, type RouteParts } from './parts.ts'
import { Refusal } from './refusal.ts'

/** A TODO as it stands in a document. */
interface Standing {
  todo: Todo
  reading: Reading
}

/**
 * Ticks a TODO in the newest note that has it; the others follow before this resolves. [A128]
 *
 * @throws Refusal todo_not_found, no_access
 */
export function tickTodo(parts: RouteParts, id: string, done: boolean): Promise<Todo> {
  const at = parts.clock.now().toISOString()
  return inNewestNote(parts, id, (doc, noteId) => {
    const standing = standingOf(doc, noteId, id)
    if (!standing) return null
    const { todo, reading } = standing
    if (todo.done !== done) tick(doc, reading, done, at)
    return { ...todo, done }
  })
}

export interface Assigning {
  /** a participant of the note, somebody of its team, or a new name; null: nobody */
  owner: string | null
  /** the labels that it has as far as whoever asks knows */
  owned?: readonly string[] | undefined
}

/**
 * Writes into the line of a TODO who owns it, as the picker in a note does; in the newest note that has it. [A144]
 *
 * @throws Refusal todo_not_found, no_access, finished, owners_changed, invalid_request
 */
export async function assignTodo(parts: RouteParts, id: string, { owner, owned }: Assigning): Promise<Todo> {
  const roster = await parts.people.roster()
  return inNewestNote(parts, id, (doc, noteId) => {
    const standing = standingOf(doc, noteId, id)
    if (!standing) return null
    if (readFinished(doc)) return isFinished()
    const { todo, reading } = standing
    const labels = todo.owners.map(({ label }) => label)
    if (owned && owned.join('\n') !== labels.join('\n')) return ownersChanged(labels)
    const names = namesOf(readNote(doc))
    const label = owner === null ? null : labelAmong(owner, names.participants, teamOf(names, roster.of(names.teams)))
    const edit = label === null ? dropOwnersEdit(reading) : ownerEdit(reading, label, 'instead')
    if (!edit) return todo
    const paragraph = nodeAt(readNote(doc).body, reading.path)
    const taken = paragraph ? textOf(paragraph).slice(edit.from, edit.to) : ''
    editWords(doc, reading.path, edit)
    const now = standingOf(doc, noteId, id)?.todo
    const isRead = now?.owners.map((each) => each.label).join('\n') === (label ?? '')
    if (now && isRead && now.text === todo.text) return now
    editWords(doc, reading.path, { from: edit.from, to: edit.from + edit.insert.length, insert: taken })
    return new Refusal(
      'invalid_request',
      `The owner of this line cannot be called ${JSON.stringify(owner)}. Write a name or initials.`,
    )
  })
}

/** What the owners that others gave it meanwhile are called. */
function ownersChanged(labels: readonly string[]): Refusal {
  const whose = labels.length === 0 ? 'nobody’s' : `of ${labels.join(', ')}`
  return new Refusal('owners_changed', `The TODO is ${whose} meanwhile. Look at it again.`)
}

function teamOf(names: Omit<NoteNames, 'noteId' | 'at'>, roster: NoteRoster): KnownTeam {
  const listed = new Set(names.participants.map(keyOf))
  return {
    whose: whoseIn(names, roster),
    others: roster.people.filter(({ keys }) => !keys.some((key) => listed.has(key))),
  }
}

/**
 * Changes the newest note that has a TODO. Where its line was deleted there a moment ago, an earlier note may have it still.
 *
 * @param change gives the TODO as it is then, null where the note does not have it, or why it is refused
 */
async function inNewestNote(
  parts: RouteParts,
  id: string,
  change: (doc: Y.Doc, noteId: string) => Todo | Refusal | null,
): Promise<Todo> {
  const tried = new Set<string>()
  for (;;) {
    const noteId = await findNote(parts, id)
    if (tried.has(noteId)) throw todoNotFound(id)
    tried.add(noteId)
    await admit(parts, noteId, 'edit')
    const todo = await parts.rooms.change(noteId, (doc) => change(doc, noteId))
    await parts.indexer.settle(noteId)
    if (todo instanceof Refusal) throw todo
    if (!todo) continue
    const carried = (await parts.ledger.todo(id))?.carried
    return carried ? { ...todo, carried } : todo
  }
}

/** The note in which a TODO stands. One that no list shows yet is looked for once more when all is indexed. [A19] */
async function findNote({ ledger, indexer }: RouteParts, id: string): Promise<string> {
  let todo = await ledger.todo(id)
  if (!todo) {
    await indexer.flush()
    todo = await ledger.todo(id)
  }
  if (!todo) throw todoNotFound(id)
  return todo.noteId
}

function standingOf(doc: Y.Doc, noteId: string, id: string): Standing | null {
  const content = readNote(doc)
  const { todos } = readDocItems(doc, content, noteId)
  const readings = readingsOf(content).filter(({ kind }) => kind === 'todo')
  const index = todos.findIndex((todo) => todo.id === id)
  const [todo, reading] = [todos[index], readings[index]]
  return todo && reading ? { todo, reading } : null
}

function todoNotFound(id: string): Refusal {
  return new Refusal(
    'todo_not_found',
    `There is no TODO ${JSON.stringify(id.slice(0, 100))}. Its line may have been changed or deleted.`,
  )
}
