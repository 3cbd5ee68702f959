import { close, type Close } from '@minutebook/shared/wire'
import { formatOf, format as presentFormat } from '@minutebook/shared/doc'
import type { Access, Identity } from '../access/access.ts'
import type { OriginCheck } from '../access/origin.ts'
import type { Limits } from '../config.ts'
import type { Log } from '../observe/log.ts'
import { Stopping, type LiveRooms } from './live-rooms.ts'
import type { Rights } from './member.ts'
import type { Room } from './room.ts'
import { NotStored } from './rooms.ts'

/** What somebody asks who wants to open a socket. */
export interface Knock {
  who: Identity
  noteId: string
  /** the header `Origin` */
  origin: string | undefined
  /** the document format that the client knows; null where it says none */
  format: number | null
}

export type Welcome = ({ kind: 'in'; room: Room } & Rights) | { kind: 'refused'; why: Close }

export interface DoorParts {
  rooms: Pick<LiveRooms, 'open'>
  access: Access
  isOwnOrigin: OriginCheck
  limits: Limits
  log: Log
  /** sockets that are open now */
  connections(): number
}

const isNoteId = /^[\w-]{1,64}$/

/** Decides whom to let in. It gives a room that is live at this moment: join it before anything is awaited. */
export async function welcome(knock: Knock, parts: DoorParts): Promise<Welcome> {
  if (!parts.isOwnOrigin(knock.origin)) return refused(close.noAccess)
  if (!isNoteId.test(knock.noteId)) return refused(close.noSuchNote)
  if (parts.connections() >= parts.limits.connections) return refused(close.tooMany)
  const right = await parts.access(knock.who, knock.noteId)
  if (right === 'none') return refused(close.noAccess)
  const room = await openRoom(knock.noteId, parts)
  if ('code' in room) return refused(room)
  if (room.isFailing) return refused(close.notStored)
  if (room.connections >= parts.limits.connectionsPerNote) return refused(close.tooMany)
  // Whoever knows the present format knows every document.
  if (knock.format !== null && knock.format < presentFormat && knock.format < room.look(formatOf))
    return refused(close.outdated)
  return { kind: 'in', room, mayEdit: right === 'edit', isPlain: knock.format === null }
}

async function openRoom(noteId: string, { rooms, log }: DoorParts): Promise<Room | Close> {
  try {
    return (await rooms.open(noteId)) ?? close.noSuchNote
  } catch (error) {
    if (error instanceof Stopping) return close.goingAway
    if (error instanceof NotStored) return close.notStored
    log.error('a note could not be loaded', { err: error, note: noteId })
    return close.notLoaded
  }
}

function refused(why: Close): Welcome {
  return { kind: 'refused', why }
}
