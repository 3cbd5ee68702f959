import { Failure } from '@minutebook/shared/api'
import { afterAll, expect } from 'vitest'
import { WebSocket } from 'ws'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'
import { startServer, type RunningServer } from '../server.ts'

/** Checks an answer and gives it as what it is. */
export interface Shape<T> {
  /** @throws where it is something else */
  parse(answer: unknown): T
}

/** A program that talks to a server as CONTRACT and OpenAPI say, and checks every answer against its shape. */
export interface Client {
  /** Asks and expects `status` with a JSON body of `shape`. */
  json<T>(request: string, status: number, shape: Shape<T>, body?: unknown): Promise<T>
  /** Asks and expects an error of this status and code; gives its message. */
  refused(request: string, status: number, code: string, init?: RequestInit): Promise<string>
  /** Any request, such as `GET /livez`. */
  ask(request: string, init?: RequestInit): Promise<Response>
  /** Makes a note from Markdown and gives its id. */
  note(markdown: string): Promise<string>
  /** The file of a note. */
  markdown(id: string): Promise<string>
  /** Opens a note as an editor does, and resolves when it is synced. */
  open(id: string): Promise<Editor>
}

export interface Editor {
  doc: Y.Doc
  presence: WebsocketProvider['awareness']
  /** Resolves when the document is as `holds` says. */
  until(holds: (doc: Y.Doc) => boolean): Promise<void>
  /** Resolves with the code with which the server closes the socket. */
  closed: Promise<number>
  /** The network breaks. */
  cut(): void
  close(): void
}

/** A server for all tests of the file that calls it, and a client of it. */
export async function startForAll(): Promise<{ server: RunningServer; client: Client }> {
  const server = await startServer()
  afterAll(() => server.dispose())
  return { server, client: createClient(server) }
}

export function createClient(server: RunningServer): Client {
  const ask = (request: string, init: RequestInit = {}) => {
    const [method, path] = request.split(' ')
    return fetch(`${server.url}${path}`, { redirect: 'manual', ...init, method })
  }
  return {
    ask,
    async json(request, status, shape, body) {
      const init = { body: JSON.stringify(body), headers: { 'Content-Type': 'application/json' } }
      const response = await ask(request, body === undefined ? {} : init)
      const answer: unknown = await response.json()
      expect([response.status, answer]).toEqual([status, answer])
      expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
      return shape.parse(answer)
    },
    async refused(request, status, code, init) {
      const response = await ask(request, init)
      const text = await response.text()
      expect([response.status, text]).toEqual([status, expect.stringContaining(`"${code}"`)])
      expect(response.headers.get('Content-Type')).toMatch(/^application\/json/)
      const { error } = Failure.strict().parse(JSON.parse(text))
      expect(error.code).toBe(code)
      expect(error.message).toMatch(/^[A-Z`].*\.$/s)
      return error.message
    },
    async note(markdown) {
      const response = await ask('POST /api/notes', { body: markdown, headers: { 'Content-Type': 'text/markdown' } })
      expect(response.status).toBe(201)
      const location = response.headers.get('Location') ?? ''
      expect(location).toMatch(/^\/n\/[A-Za-z0-9_-]{16,64}$/)
      return location.slice('/n/'.length)
    },
    async markdown(id) {
      const response = await ask(`GET /api/notes/${id}/markdown`)
      return new TextDecoder('utf-8', { ignoreBOM: true }).decode(await response.arrayBuffer())
    },
    open: (id) => open(server.url, id),
  }
}

async function open(url: string, id: string): Promise<Editor> {
  const doc = new Y.Doc()
  const provider = new WebsocketProvider(`${url.replace(/^http/, 'ws')}/sync`, id, doc, {
    WebSocketPolyfill: WebSocket as unknown as typeof globalThis.WebSocket,
    disableBc: true,
  })
  const closed = new Promise<number>((resolve) => {
    provider.on('connection-close', (event) => {
      if (event) resolve(event.code)
      provider.shouldConnect = false
    })
  })
  await new Promise<void>((resolve, reject) => {
    provider.once('sync', () => resolve())
    void closed.then((code) => reject(new Error(`the server closed the socket with ${code}`)))
  })
  return {
    doc,
    closed,
    presence: provider.awareness,
    until: (holds) =>
      new Promise((resolve) => {
        const look = () => {
          if (!holds(doc)) return
          doc.off('update', look)
          resolve()
        }
        doc.on('update', look)
        look()
      }),
    cut: () => {
      if (provider.ws instanceof WebSocket) provider.ws.terminate()
    },
    close: () => {
      provider.destroy()
      doc.destroy()
    },
  }
}
