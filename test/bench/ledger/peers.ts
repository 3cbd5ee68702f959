import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import type { Todo } from '@minutebook/shared/api'
import type { MadeNote } from './notes.ts'

/** A way to find the open TODOs that hold a word. Gives how many it found. */
export interface Peer {
  name: string
  find(word: string): number
}

/** The same notes as files in a folder: read whole for each search, and by grep where there is one. */
export function filePeers(folder: string, notes: readonly MadeNote[]): Peer[] {
  for (const { name, markdown } of notes) writeFileSync(join(folder, name), markdown)
  const reading: Peer = {
    name: 'the files read anew and their lines searched, in Node.js',
    find(word) {
      const line = new RegExp(`^- \\[ \\].*${word}`, 'gim')
      const texts = readdirSync(folder).map((name) => readFileSync(join(folder, name), 'utf8'))
      return texts.reduce((sum, text) => sum + (text.match(line)?.length ?? 0), 0)
    },
  }
  const grep: Peer = {
    name: '`grep -riE` over the files',
    find(word) {
      const { stdout } = spawnSync('grep', ['-rihE', `^- \\[ \\].*${word}`, folder], { encoding: 'utf8' })
      return stdout.split('\n').filter(Boolean).length
    },
  }
  return spawnSync('grep', ['--version']).status === 0 ? [reading, grep] : [reading]
}

/** The same TODOs in a table of SQLite, without an index: `LIKE`, and the rows as objects. */
export function likePeer(todos: readonly Todo[]): Peer {
  const database = new DatabaseSync(':memory:')
  database.exec('CREATE TABLE todo (id TEXT, done INTEGER, text TEXT, item TEXT)')
  const add = database.prepare('INSERT INTO todo VALUES (?, ?, ?, ?)')
  for (const todo of todos) add.run(todo.id, todo.done ? 1 : 0, todo.text, JSON.stringify(todo))
  const find = database.prepare('SELECT item FROM todo WHERE done = 0 AND text LIKE ? LIMIT 200')
  return {
    name: 'plain SQLite in memory, `LIKE`, without HTTP',
    find: (word) => find.all(`%${word}%`).map((row): unknown => JSON.parse(String(row['item']))).length,
  }
}
