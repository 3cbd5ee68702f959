import type { IncomingMessage } from 'node:http'
import type { Duplex } from 'node:stream'
import { close, type Close } from '@minutebook/shared/wire'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Clock } from '../clock.ts'
import type { Metrics, Traffic } from '../observe/metrics.ts'
import { guest } from '../access/identity.ts'
import { Connection } from './connection.ts'
import { welcome, type DoorParts, type Welcome } from './door.ts'
import type { Socket } from './member.ts'
import { Pulse } from './pulse.ts'
import { WireBytes } from './wire-bytes.ts'

/** How long a connection that is whole may take to answer a ping. */
const answerMs = 1500

/** A frame of more than so many times the limit is not even read: `ws` ends the socket with 1009. */
const readFactor = 4

export interface EndpointParts extends Omit<DoorParts, 'connections'> {
  clock: Clock
  metrics: Metrics
}

/** The way from an upgrade request to a connection. */
export interface Endpoint {
  /** Takes the `upgrade` event of an HTTP server. */
  upgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void
  connections: () => number
  /** Grows from frame to frame. */
  traffic: Readonly<Traffic>
  /** Takes no more upgrades; those that come are told that the server is stopping. */
  stop(): void
}

/** Serves `/sync/ID`. Any other path is answered with 404. */
export function createEndpoint(parts: EndpointParts): Endpoint {
  const { clock, limits, log, metrics } = parts
  const server = new WebSocketServer({
    noServer: true,
    clientTracking: false,
    perMessageDeflate: false,
    maxPayload: limits.frameBytes * readFactor,
  })
  const pulse = new Pulse(clock)
  const traffic: Traffic = { framesReceived: 0, bytesReceived: 0, framesSent: 0, bytesSent: 0 }
  const wires = new WireBytes()
  let isStopping = false

  async function answer(
    request: IncomingMessage,
    socket: Duplex,
    head: Buffer,
    noteId: string,
    query: URLSearchParams,
  ) {
    const answered = isStopping
      ? ({ kind: 'refused', why: close.goingAway } as const)
      : await welcome(
          { who: guest, noteId, origin: request.headers.origin, format: numberOf(query.get('format')) },
          { ...parts, connections: () => pulse.size },
        )
    // `ws` calls back in the same turn, so that the room is still live.
    server.handleUpgrade(request, socket, head, (ws) => connect(ws, socket, answered))
  }

  function connect(ws: WebSocket, stream: Duplex, answered: Welcome): void {
    ws.on('error', (error) => log.debug('a socket failed', { err: error }))
    const socket = socketOf(ws, stream, (why) => metrics.closes.inc({ code: why.code }))
    if (answered.kind === 'refused') {
      socket.close(answered.why)
      return
    }
    const connection = new Connection({ ...answered, socket, limits, clock })
    pulse.add(ws)
    ws.on('pong', () => pulse.mark(ws))
    ws.on('message', (data, isBinary) => {
      pulse.mark(ws)
      const frame = data instanceof Uint8Array ? data : null
      traffic.framesReceived += 1
      traffic.bytesReceived += frame?.length ?? 0
      connection.receive(isBinary ? frame : null)
    })
    ws.on('close', () => {
      pulse.remove(ws)
      connection.end()
    })
  }

  /**
   * A message goes to everybody in a room, so it is made into WebSocket's bytes once, and written past `ws`: one write
   * for each socket. `ws` itself writes whole frames only, so nothing comes between.
   */
  function socketOf(ws: WebSocket, stream: Duplex, onClose: (why: Close) => void): Socket {
    return {
      send: (...messages) => {
        if (ws.readyState !== ws.OPEN) return
        if (messages.length > 1) stream.cork()
        for (const message of messages) {
          traffic.framesSent += 1
          traffic.bytesSent += message.length
          stream.write(wires.of(message))
        }
        if (messages.length > 1) stream.uncork()
      },
      buffered: () => stream.writableLength,
      answers: () =>
        new Promise((resolve) => {
          if (ws.readyState !== ws.OPEN) return resolve(false)
          const answered = () => {
            cancel()
            resolve(true)
          }
          const cancel = clock.after(answerMs, () => {
            ws.off('pong', answered)
            resolve(false)
          })
          ws.once('pong', answered)
          return ws.ping()
        }),
      close: (why) => {
        onClose(why)
        ws.close(why.code, why.reason)
      },
    }
  }

  return {
    upgrade(request, socket, head) {
      socket.on('error', (error) => log.debug('a socket failed before it was open', { err: error }))
      const url = URL.parse(request.url ?? '/', 'http://localhost')
      const noteId = url && /^\/sync\/([^/]*)$/.exec(url.pathname)?.[1]
      if (!url || noteId == null) {
        socket.end('HTTP/1.1 404 Not Found\r\nConnection: close\r\nContent-Length: 0\r\n\r\n')
        return
      }
      answer(request, socket, head, noteId, url.searchParams).catch((error: unknown) => {
        log.error('an upgrade failed', { err: error, note: noteId })
        socket.destroy()
      })
    },
    connections: () => pulse.size,
    traffic,
    stop: () => {
      isStopping = true
    },
  }
}

function numberOf(text: string | null): number | null {
  const number = text === null || text === '' ? NaN : Number(text)
  return Number.isNaN(number) ? null : number
}
