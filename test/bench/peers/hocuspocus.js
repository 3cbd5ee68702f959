/**
 * Hocuspocus on PORT. With SQLITE, the path of a database, it keeps notes there as its own SQLite extension does: one
 * row for each document, with its whole state, which each store overwrites.
 */
import { DatabaseSync } from 'node:sqlite'
import { Database } from '@hocuspocus/extension-database'
import { Server } from '@hocuspocus/server'

const server = new Server({
  port: Number(process.env.PORT),
  address: '127.0.0.1',
  quiet: true,
  extensions: process.env.SQLITE ? [sqlite(process.env.SQLITE)] : [],
})
await server.listen()

function sqlite(path) {
  const database = new DatabaseSync(path)
  database.exec('CREATE TABLE IF NOT EXISTS documents (name VARCHAR(255) NOT NULL, data BLOB NOT NULL, UNIQUE(name))')
  const find = database.prepare('SELECT data FROM documents WHERE name = ? ORDER BY rowid DESC')
  const put = database.prepare(
    'INSERT INTO documents (name, data) VALUES (?, ?) ON CONFLICT(name) DO UPDATE SET data = excluded.data',
  )
  return new Database({
    fetch: async ({ documentName }) => find.get(documentName)?.data ?? null,
    store: async ({ documentName, state }) => {
      put.run(documentName, state)
    },
  })
}
