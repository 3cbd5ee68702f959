import * as Y from 'yjs'
import { mark } from './mark.ts'

/** Somebody who types at the end of a paragraph of their own, as an editor does it: a small update for each mark. */
export class Writer {
  readonly number: number
  #doc = new Y.Doc()
  #text = new Y.XmlText()

  constructor(number: number) {
    this.number = number
  }

  /** The update that begins the paragraph, with `text` in it. */
  begin(text: string): Uint8Array {
    return this.#change(() => {
      this.#text.insert(0, text)
      const paragraph = new Y.XmlElement('paragraph')
      paragraph.insert(0, [this.#text])
      this.#doc.getXmlFragment('body').insert(0, [paragraph])
    })
  }

  /** The update that appends a mark of this moment. */
  type(): Uint8Array {
    return this.#change(() => this.#text.insert(this.#text.length, mark(this.number)))
  }

  #change(change: () => void): Uint8Array {
    let made = new Uint8Array()
    this.#doc.once('update', (update: Uint8Array) => (made = new Uint8Array(update)))
    this.#doc.transact(change)
    return made
  }
}
