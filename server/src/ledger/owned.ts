import { Owner } from '@minutebook/shared/api'
import type { DatabaseSync } from 'node:sqlite'
import { z } from 'zod'
import type { LabelOwner } from './names.ts'
import { nobody, writtenGroup } from './owner-group.ts'
import { foldName } from './words.ts'

const Owners = z.object({ owners: z.array(Owner) })

/** Which groups the items of notes are in. A transaction goes around each call. */
export interface Owned {
  /** Says whose the labels of a note are, in place of what was said before. */
  say(noteId: string, owners: readonly LabelOwner[]): void
  /** Puts the items of a note, as they stand in `ledger_items`, into their groups. */
  gather(noteId: string): void
}

/** Each item is once in a group, whoever of its owners that is. [L98] */
export function prepareOwned(database: DatabaseSync): Owned {
  const items = database.prepare('SELECT row, item FROM ledger_items WHERE note_id = ?')
  const whose = database.prepare('SELECT label, owner, name, person FROM ledger_whose WHERE note_id = ?')
  const drop = database.prepare('DELETE FROM ledger_owned WHERE note_id = ?')
  const add = database.prepare(`
    INSERT OR IGNORE INTO ledger_owned
      SELECT row, ?, ?, ?, ?, kind, shown, done, due_key, meets_at, note_id, place FROM ledger_items WHERE row = ?
  `)
  const unsay = database.prepare('DELETE FROM ledger_whose WHERE note_id = ?')
  const say = database.prepare(
    'INSERT OR REPLACE INTO ledger_whose (note_id, label, owner, name, person) VALUES (?, ?, ?, ?, ?)',
  )
  return {
    say(noteId, said) {
      unsay.run(noteId)
      for (const { label, group, person } of said) say.run(noteId, label, group.key, group.name, person)
    },
    gather(noteId) {
      drop.run(noteId)
      const known = new Map(whose.all(noteId).map((row) => [String(row['label']), row]))
      for (const { row, item } of items.all(noteId)) {
        const { owners } = Owners.parse(JSON.parse(String(item)))
        const groups = new Map(
          owners.map(({ label }) => {
            const certain = known.get(foldName(label))
            const { key, name } = writtenGroup(label)
            return certain
              ? [String(certain['owner']), [String(certain['name']), certain['person'] ?? null] as const]
              : [key, [name, null] as const]
          }),
        )
        if (groups.size === 0) groups.set(nobody, ['', null])
        for (const [nth, [key, [name, person]]] of [...groups].entries()) add.run(key, name, person, nth, Number(row))
      }
    },
  }
}
