import { fileURLToPath } from 'node:url'
import { peerPath } from '../peers.ts'
import type { Dialect } from './load/person.ts'

/** A server that is measured. */
export interface ServerKind {
  name: string
  /** whether notes outlive its process */
  stores: boolean
  /** the module that it runs as */
  main: string
  /** how it speaks, and the path at which it has a note */
  dialect: Dialect
  path(note: string): string
  /** its environment, given its port and a folder of its own */
  env(port: number, folder: string): Record<string, string>
  /** Makes a note where notes must be made first, and gives its id. @param markdown what it says, where that matters */
  make?(origin: string, note: string, markdown?: string): Promise<string>
}

const here = (file: string) => fileURLToPath(new URL(file, import.meta.url))
const yWebsocket = 'node_modules/@y/websocket-server/src/server.js'

/** All of them, the floor first: in this order they take turns in every round. */
export const servers = {
  relay: {
    name: 'relay',
    stores: false,
    main: here('relay.ts'),
    dialect: 'y-websocket',
    path: (note) => `/${note}`,
    env: (port) => ({ PORT: String(port) }),
  },
  yWebsocket: {
    name: '@y/websocket-server',
    stores: false,
    main: peerPath(yWebsocket),
    dialect: 'y-websocket',
    path: (note) => `/${note}`,
    env: (port) => ({ PORT: String(port), HOST: '127.0.0.1' }),
  },
  yLeveldb: {
    name: '+ y-leveldb',
    stores: true,
    main: peerPath(yWebsocket),
    dialect: 'y-websocket',
    path: (note) => `/${note}`,
    env: (port, folder) => ({ PORT: String(port), HOST: '127.0.0.1', YPERSISTENCE: folder }),
  },
  hocuspocus: {
    name: 'Hocuspocus',
    stores: false,
    main: peerPath('hocuspocus.js'),
    dialect: 'hocuspocus',
    path: () => '/',
    env: (port) => ({ PORT: String(port) }),
  },
  hocuspocusSqlite: {
    name: '+ SQLite',
    stores: true,
    main: peerPath('hocuspocus.js'),
    dialect: 'hocuspocus',
    path: () => '/',
    env: (port, folder) => ({ PORT: String(port), SQLITE: `${folder}/notes.sqlite` }),
  },
  minutebook: {
    name: 'Minutebook',
    stores: true,
    main: here('../../../server/src/main.ts'),
    dialect: 'y-websocket',
    path: (note) => `/sync/${note}`,
    // The benchmark is a crowd that no note is meant for: its limits are no part of what is measured.
    env: (port, folder) => ({
      PORT: String(port),
      DATA_DIR: folder,
      LOG_LEVEL: 'warn',
      CONNECTIONS_PER_NOTE: '1000',
      UPDATES_PER_SECOND: '1000000',
    }),
    async make(origin, _note, markdown = '# A note\n\nHello.\n') {
      const response = await fetch(`${origin}/api/notes`, {
        method: 'POST',
        headers: { 'Content-Type': 'text/markdown' },
        body: markdown,
      })
      if (response.status !== 201) throw new Error(`a note was not made: ${await response.text()}`)
      return response.headers.get('Location')?.split('/').at(-1) ?? ''
    },
  },
} as const satisfies Record<string, ServerKind>

export type ServerName = keyof typeof servers
