import type * as Y from 'yjs'
import type { NoteEvent } from '../bus/bus.ts'
import type { Parts } from '../server.ts'
import { Room } from './room.ts'
import { NotStored, type Lost, type Person, type Rooms } from './rooms.ts'

/** The server is stopping and opens no note any more. */
export class Stopping extends NotStored {
  override name = 'Stopping'
  constructor() {
    super('The server is restarting.')
  }
}

type RoomsParts = Pick<Parts, 'store' | 'bus' | 'clock' | 'log' | 'metrics' | 'newId'> & {
  limits: Parts['config']['limits']
}

/** The rooms of this process: one for each note that is open. */
export class LiveRooms implements Rooms {
  #parts: RoomsParts
  /** the promise of a room stands here from the first knock until the room has left [R1] */
  #rooms = new Map<string, Promise<Room | null>>()
  #live = new Map<string, Room>()
  #failing = new Set<string>()
  #listeners = new Set<(noteId: string, upTo: number) => void>()
  #peopleListeners = new Set<(noteId: string) => void>()
  #isStopping = false

  constructor(parts: RoomsParts) {
    this.#parts = parts
  }

  /** The live room of a note; null where there is no such note. Rejects where it cannot be loaded. @throws Stopping */
  async open(id: string): Promise<Room | null> {
    for (;;) {
      if (this.#isStopping) throw new Stopping()
      const room = await this.#knock(id)
      if (!room || room.state === 'live') return room
      if (room.isFailing) throw new NotStored('The server cannot save right now.')
      await room.closed // [R31]
    }
  }

  async read<T>(id: string, read: (doc: Y.Doc) => T): Promise<T | null> {
    const room = await this.open(id)
    return room && room.read(read)
  }

  async whole(id: string): Promise<Uint8Array | null> {
    const room = await this.open(id)
    return room && room.whole()
  }

  async change<T>(id: string, change: (doc: Y.Doc) => T): Promise<T | null> {
    const room = await this.open(id)
    if (room?.isFailing) throw new NotStored('The server cannot save right now.')
    return room && room.change(change)
  }

  async create(id: string, update: Uint8Array): Promise<void> {
    if (this.#isStopping) throw new Stopping()
    const row = await this.#parts.store.create(id, update, this.#parts.clock.now())
    // Nobody can have known the id, but somebody may have knocked at it and been told that there is no such note.
    if (!this.#live.has(id)) this.#rooms.delete(id)
    this.#tellGrown(id, row)
  }

  async remove(id: string): Promise<boolean> {
    const room = await this.open(id)
    return room ? room.remove() : false
  }

  present(id: string): Person[] {
    return this.#live.get(id)?.people() ?? []
  }

  presentNotes(): { noteId: string; people: Person[] }[] {
    const notes = [...this.#live].map(([noteId, room]) => ({ noteId, people: room.people() }))
    return notes.filter(({ people }) => people.length > 0)
  }

  onPeople(listener: (noteId: string) => void): () => void {
    this.#peopleListeners.add(listener)
    return () => this.#peopleListeners.delete(listener)
  }

  async lost(id: string): Promise<Lost[]> {
    return this.#live.get(id)?.lost() ?? []
  }

  onDurable(listener: (noteId: string, upTo: number) => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  tellPeople(): void {
    for (const room of this.#live.values()) room.tellPeople()
  }

  healthy(): boolean {
    return this.#failing.size === 0 && !this.#isStopping
  }

  /** How much there is, for the metrics. */
  counts(): { rooms: number; connections: number; failingRooms: number } {
    let connections = 0
    for (const room of this.#live.values()) connections += room.connections
    return { rooms: this.#live.size, connections, failingRooms: this.#failing.size }
  }

  /**
   * Opens no room any more, closes the sockets and waits for the appends, for `deadlineMs` at most. Resolves with the
   * notes that hold something which is not stored: none, unless the store fails. [R34]
   */
  async stop(deadlineMs: number): Promise<string[]> {
    this.#isStopping = true
    const { promise: deadline, resolve } = Promise.withResolvers<void>()
    const cancel = this.#parts.clock.after(deadlineMs, resolve)
    const opened = Promise.allSettled(this.#rooms.values())
    await Promise.race([deadline, opened.then(() => Promise.all([...this.#live.values()].map((room) => room.stop())))])
    cancel()
    return [...this.#live.entries()].filter(([, room]) => !room.isDurable).map(([id]) => id)
  }

  #tellGrown(id: string, row: number): void {
    for (const listener of this.#listeners) listener(id, row)
  }

  #knock(id: string): Promise<Room | null> {
    const known = this.#rooms.get(id)
    if (known) return known
    const loading = this.#load(id)
    this.#rooms.set(id, loading)
    const forget = () => {
      if (this.#rooms.get(id) === loading) this.#rooms.delete(id)
    }
    loading.then((room) => room ?? forget(), forget) // [R3]
    return loading
  }

  async #load(id: string): Promise<Room | null> {
    const { store, bus } = this.#parts
    const early: NoteEvent[] = []
    let hear = (event: NoteEvent): void => {
      early.push(event)
    }
    // It listens before it reads, so that nothing falls between.
    const leaveBus = await bus.subscribe(id, (event) => hear(event))
    let room: Room | null = null
    try {
      const log = await store.load(id)
      if (log) room = this.#enter(id, log, leaveBus)
    } finally {
      if (!room) await leaveBus()
    }
    if (!room) return null
    hear = (event) => room.hear(event)
    for (const event of early) room.hear(event)
    return room
  }

  #enter(id: string, log: ConstructorParameters<typeof Room>[1], leaveBus: () => Promise<void>): Room {
    const room = new Room(
      {
        ...this.#parts,
        id,
        onGrown: (row) => this.#tellGrown(id, row),
        onFailing: (isFailing) => {
          if (isFailing) this.#failing.add(id)
          else this.#failing.delete(id)
        },
        onPeople: () => {
          for (const listener of this.#peopleListeners) listener(id)
        },
        onClosed: () => {
          this.#live.delete(id)
          this.#rooms.delete(id)
          this.#failing.delete(id)
        },
      },
      log,
      leaveBus,
    )
    this.#live.set(id, room)
    return room
  }
}
