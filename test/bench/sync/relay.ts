/**
 * The floor: a server that hands every frame on to the others at the same path, and knows nothing of Yjs. So that
 * people can open a note at all, it answers the question for the document with the largest update that it has seen.
 */
import { createServer } from 'node:http'
import { WebSocketServer, type WebSocket } from 'ws'

interface Room {
  people: Set<WebSocket>
  /** an answer to the question for the document: an empty one at first */
  answer: Buffer
}

const rooms = new Map<string, Room>()
const http = createServer()
const sockets = new WebSocketServer({ server: http, perMessageDeflate: false })

sockets.on('connection', (socket, { url = '/' }) => {
  const room = rooms.get(url) ?? { people: new Set(), answer: Buffer.from([0, 1, 2, 0, 0]) }
  rooms.set(url, room)
  room.people.add(socket)
  socket.on('message', (data: Buffer) => {
    if (data[0] === 0 && data[1] === 0) {
      socket.send(room.answer)
      return
    }
    if (data[0] === 0 && data.length > room.answer.length) {
      room.answer = Buffer.from(data)
      room.answer[1] = 1
    }
    for (const person of room.people) if (person !== socket) person.send(data)
  })
  socket.on('close', () => {
    room.people.delete(socket)
    if (room.people.size === 0) rooms.delete(url)
  })
})

http.listen(Number(process.env['PORT']), '127.0.0.1')
