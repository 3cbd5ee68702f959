import * as decoding from 'lib0/decoding'
import * as encoding from 'lib0/encoding'
import * as Y from 'yjs'
import { Meter, type Load } from '../sync/load/meter.ts'
import { Person, type Place } from '../sync/load/person.ts'
import { ownParagraph } from './note-text.ts'

const colors = ['#3366cc', '#cc6633', '#339966', '#9933cc']
const letters = 'ten more words of the minutes '

interface Writer {
  person: Person
  client: number
  text: Y.XmlText
  written: number
}

/**
 * People who write in a note, each over a socket of its own and as a Yjs client of its own, with a caret that moves. They
 * share one copy of the document, so that thirty of them are no load that would take time from the browser.
 */
export class WritingCrowd {
  #doc = new Y.Doc()
  #writers: Writer[] = []
  #reader: Person | null = null
  #meter = new Meter()
  #typing: NodeJS.Timeout | null = null

  /** Lets them in, each at a paragraph of its own. @param fragment that holds the text */
  async come(place: Place, fragment: string, count: number): Promise<void> {
    const hear = (frame: Buffer) => Y.applyUpdate(this.#doc, updateIn(frame), 'server')
    this.#reader = new Person(place, { document: hear, update: hear, presence: () => {} })
    await this.#reader.synced
    const texts = paragraphsOf(this.#doc.getXmlFragment(fragment))
    if (texts.length < count) throw new Error(`the note has ${texts.length} paragraphs for ${count} writers`)
    const deaf = { document: () => {}, update: () => {}, presence: () => {} }
    for (let index = 0; index < count; index += 1) {
      const text = texts[Math.floor((index * texts.length) / count)]
      if (text) this.#writers.push({ person: new Person(place, deaf), client: 1_000 + index, text, written: 0 })
    }
    await Promise.all(this.#writers.map(({ person }) => person.synced))
    for (const writer of this.#writers) this.#tellCaret(writer)
    this.#doc.on('update', (update: Uint8Array, origin: unknown) => {
      this.#writers.find((writer) => writer === origin)?.person.update(update)
    })
  }

  /** Lets each press so many keys a second until `rest`. */
  type(perSecond: number): void {
    const began = performance.now()
    const turns = perSecond * this.#writers.length
    let next = 0
    this.#meter.window()
    this.#typing = setInterval(() => {
      for (; next < ((performance.now() - began) / 1_000) * turns; next += 1) {
        const writer = this.#writers[next % this.#writers.length]
        if (writer) this.#press(writer)
      }
    }, 2)
  }

  /** Lets them stop. Says how many keys they pressed, and what that cost. */
  rest(): { sent: number; load: Load } {
    if (this.#typing) clearInterval(this.#typing)
    this.#typing = null
    const { sent, load } = this.#meter.window()
    return { sent, load }
  }

  leave(): void {
    this.rest()
    for (const { person } of this.#writers) person.leave()
    this.#reader?.leave()
    this.#writers = []
    this.#doc = new Y.Doc()
  }

  #press(writer: Writer): void {
    this.#doc.clientID = writer.client
    const letter = letters[writer.written % letters.length] ?? ' '
    this.#doc.transact(() => writer.text.insert(writer.text.length, letter), writer)
    writer.written += 1
    this.#tellCaret(writer)
    this.#meter.sent()
  }

  /** As the editors do it: where the caret stands, relative to the letters around it. */
  #tellCaret({ person, client, text, written }: Writer): void {
    const caret = Y.relativePositionToJSON(Y.createRelativePositionFromTypeIndex(text, text.length))
    const user = { name: `Person ${client}`, color: colors[client % colors.length] }
    const state = { user, joined: client, cursor: { anchor: caret, head: caret } }
    const update = encoding.encode((to) => {
      encoding.writeVarUint(to, 1)
      encoding.writeVarUint(to, client)
      encoding.writeVarUint(to, written + 1)
      encoding.writeVarString(to, JSON.stringify(state))
    })
    person.presence(update)
  }
}

/** The update in a frame of y-websocket. */
function updateIn(frame: Buffer): Uint8Array {
  const decoder = decoding.createDecoder(frame)
  decoding.readVarUint(decoder)
  decoding.readVarUint(decoder)
  return decoding.readVarUint8Array(decoder)
}

/** The texts of all paragraphs but that of the measured person. */
function paragraphsOf(within: Y.XmlFragment): Y.XmlText[] {
  return within.toArray().flatMap((child) => {
    if (!(child instanceof Y.XmlElement)) return []
    const [first] = child.toArray()
    if (child.nodeName !== 'paragraph') return paragraphsOf(child)
    return first instanceof Y.XmlText && !first.toString().startsWith(ownParagraph) ? [first] : []
  })
}
