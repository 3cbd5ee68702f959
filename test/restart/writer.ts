import { setTimeout as wait } from 'node:timers/promises'
import { typesOf } from '@minutebook/shared/doc'
import { message } from '@minutebook/shared/wire'
import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import { WebsocketProvider } from 'y-websocket'
import * as Y from 'yjs'

/** One person: writes numbered words into one shared text, asks whether they are saved, notes what they see of others. */
export class Writer {
  readonly doc = new Y.Doc()
  readonly seen = new Set<string>()
  readonly saved = new Set<string>()
  /** the codes with which its sockets were closed */
  readonly closes: number[] = []
  private readonly provider: WebsocketProvider
  private readonly asked = new Map<number, string[]>()
  private readonly name: string
  private wrote = 0
  private question = 0

  constructor(name: string, url: string, id: string) {
    this.name = name
    this.provider = new WebsocketProvider(`${url.replace('http', 'ws')}/sync`, id, this.doc, {
      disableBc: true,
      maxBackoffTime: 200,
    })
    this.provider.messageHandlers[message.saved] = (_encoder, decoder) => {
      const n = decoding.readVarUint(decoder)
      for (const [asked, words] of this.asked) {
        if (asked > n) continue
        for (const word of words) this.saved.add(word)
        this.asked.delete(asked)
      }
    }
    this.provider.on('connection-close', (event) => {
      if (event) this.closes.push(event.code)
    })
    this.doc.on('update', (_update: Uint8Array, origin: unknown) => {
      if (origin === this.provider) for (const word of this.words()) if (!word.startsWith(name)) this.seen.add(word)
    })
  }

  words(): string[] {
    return this.text()
      .toString()
      .split(' ')
      .filter((word) => word !== '')
  }

  write(): void {
    this.text().insert(this.text().length, `${this.name}${(this.wrote += 1)} `)
    if (!this.provider.wsconnected || !this.provider.ws) return
    this.question += 1
    this.asked.set(this.question, this.own())
    const encoder = encoding.createEncoder()
    encoding.writeVarUint(encoder, message.saved)
    encoding.writeVarUint(encoder, this.question)
    this.provider.ws.send(encoding.toUint8Array(encoder))
  }

  own(): string[] {
    return Array.from({ length: this.wrote }, (_, index) => `${this.name}${index + 1}`)
  }

  /** Puts a note on the server in which writers can write. Resolves with its id. */
  static async note(url: string): Promise<string> {
    const response = await fetch(`${url}/api/notes`, {
      method: 'POST',
      headers: { 'content-type': 'text/markdown' },
      body: 'Hello\n',
    })
    const { id } = (await response.json()) as { id: string }
    return id
  }

  get isSynced(): boolean {
    return this.provider.synced
  }

  leave(): void {
    this.provider.destroy()
    this.doc.destroy()
  }

  private text(): Y.Text {
    return typesOf(this.doc).frontMatter
  }
}

/** Waits until `condition` holds; the test's own time limit ends a wait that is in vain. */
export async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await wait(10)
}
