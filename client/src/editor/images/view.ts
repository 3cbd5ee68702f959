import type { Node } from '@tiptap/pm/model'
import type { NodeView } from '@tiptap/pm/view'
import { sizeOf, sourceOf } from './address.ts'

/**
 * An image in the text. It is fetched when it comes into sight, and its server does not learn from which note. What is kept
 * with the note has its room before it comes; what does not come says in words what it would have shown. [E165] [E166]
 */
export class ImageView implements NodeView {
  readonly dom = document.createElement('span')
  readonly #image = document.createElement('img')
  readonly #words = document.createElement('span')
  readonly #noteId: string
  readonly #listening = new AbortController()
  #node: Node

  constructor(node: Node, noteId: string) {
    this.#node = node
    this.#noteId = noteId
    this.dom.className = 'image'
    this.#words.className = 'words'
    this.#image.setAttribute('loading', 'lazy')
    this.#image.setAttribute('decoding', 'async')
    this.#image.referrerPolicy = 'no-referrer'
    this.#image.draggable = false // else the browser would drag it as a file; what is selected is dragged as a whole
    this.#image.addEventListener('load', () => this.#show(true))
    this.#image.addEventListener('error', () => this.#show(false))
    window.addEventListener('online', () => this.#isBroken && this.#fetch(), { signal: this.#listening.signal })
    this.dom.append(this.#image)
    this.#draw()
  }

  update(node: Node): boolean {
    if (node.type !== this.#node.type) return false
    const isOther = node.attrs['src'] !== this.#node.attrs['src']
    this.#node = node
    this.#draw(isOther)
    return true
  }

  ignoreMutation(): boolean {
    return true
  }

  destroy(): void {
    this.#listening.abort()
  }

  get #isBroken(): boolean {
    return this.#words.isConnected
  }

  #draw(isOther = true): void {
    const { src, alt, title } = this.#node.attrs
    this.#image.alt = String(alt ?? '')
    this.#image.title = String(title ?? '')
    if (!isOther) return this.#isBroken ? this.#show(false) : undefined
    const size = sizeOf(String(src))
    if (size) {
      this.#image.width = size.width
      this.#image.height = size.height
    } else {
      this.#image.removeAttribute('width')
      this.#image.removeAttribute('height')
    }
    this.#show(true)
    this.#fetch()
    return undefined
  }

  #fetch(): void {
    this.#image.src = sourceOf(String(this.#node.attrs['src']), this.#noteId)
  }

  #show(isThere: boolean): void {
    this.dom.toggleAttribute('data-broken', !isThere)
    if (isThere) return this.#words.remove()
    const { src, alt } = this.#node.attrs
    const words = String(alt ?? '').trim()
    this.#words.textContent = `${words === '' ? 'An image' : words} (not shown: ${shortened(String(src))})`
    this.dom.append(this.#words)
  }
}

/** An address as people can read it: that of an image in the text itself is its bytes. */
function shortened(address: string): string {
  return address.length > 120 ? `${address.slice(0, 80)}…` : address
}
