import type { EditorView } from '@tiptap/pm/view'
import type { ImageAnswer } from '@minutebook/shared/api'
import type { Sending } from '../../api/images.ts'
import type { Refusal, Result } from '../../api/request.ts'
import { closeStep } from '../clipboard/step.ts'
import { altOf, refusedUnsent, sentTypeOf } from './files.ts'
import { ImagePlace } from './place.ts'
import { addPlaces, placeOf, removePlace } from './places.ts'
import { putImage } from './put.ts'

/** What an editor needs of the page to add images. */
export interface ImageHost {
  noteId: string
  send: (noteId: string, image: Blob, sending: Sending) => Promise<Result<ImageAnswer>>
  /** says why something was not added */
  tell: (message: { text: string; isError: true; action?: { label: string; run: () => void } }) => void
}

interface Upload {
  id: number
  file: File
  place: ImagePlace
  /** the address of the image whose place it takes */
  replaced: string | null
  /** whether it is to be sent as soon as there is room */
  isWaiting: boolean
  stop: AbortController
}

/** So many are sent at once. */
const mostAtOnce = 2
const tryAgainMs = 5_000

/** What is wrong with an image itself: to send it again would change nothing. */
const finalStatuses: ReadonlySet<number> = new Set([413, 415, 422])

/** The images that are on their way into the note, in this tab's memory. Each stands in the text at its place. [E161] */
export class Uploads {
  readonly #host: ImageHost
  #view: EditorView | null = null
  #uploads = new Map<number, Upload>()
  /** without a connection: they are sent again when there may be one */
  #kept = new Set<Upload>()
  #lastId = 0
  #sending = 0
  #timer: ReturnType<typeof setTimeout> | undefined

  constructor(host: ImageHost) {
    this.#host = host
  }

  /** Begins to work on a view; gives what ends it. */
  attach(view: EditorView): () => void {
    this.#view = view
    const listening = new AbortController()
    const { signal } = listening
    window.addEventListener('online', () => this.#wake(), { signal })
    window.addEventListener('beforeunload', (event) => this.#uploads.size > 0 && event.preventDefault(), { signal })
    return () => {
      listening.abort()
      clearTimeout(this.#timer)
      for (const { stop, place } of this.#uploads.values()) {
        stop.abort()
        place.forget()
      }
      this.#uploads.clear()
      this.#view = null
    }
  }

  /** Adds images at a position of the text, in their order. Of those that no note keeps it is said why. */
  add(files: readonly File[], position: number, replaced: string | null = null): void {
    const refused = files.flatMap((file) => {
      const reason = refusedUnsent(file)
      return reason === null ? [] : [`${file.name}: ${reason}.`]
    })
    if (refused.length > 0) this.#host.tell({ text: refused.join(' '), isError: true })
    const added = files.filter((file) => refusedUnsent(file) === null).map((file) => this.#begin(file, replaced))
    if (!this.#view || added.length === 0) return
    const places = added.map(({ id, place }) => ({ id, position, element: place.element }))
    this.#view.dispatch(addPlaces(this.#view.state.tr, places))
    this.#next()
  }

  #begin(file: File, replaced: string | null): Upload {
    const id = (this.#lastId += 1)
    const place = new ImagePlace(file, { onRetry: () => this.#retry(upload), onRemove: () => this.#remove(upload) })
    const upload: Upload = { id, file, place, replaced, isWaiting: true, stop: new AbortController() }
    this.#uploads.set(id, upload)
    return upload
  }

  #next(): void {
    for (const upload of this.#uploads.values()) {
      if (this.#sending >= mostAtOnce) return
      if (upload.isWaiting) void this.#send(upload)
    }
  }

  async #send(upload: Upload): Promise<void> {
    upload.isWaiting = false
    this.#sending += 1
    upload.place.show({ state: 'sending', part: 0 })
    const typed = new Blob([upload.file], { type: sentTypeOf(upload.file) ?? '' })
    const answer = await this.#host.send(this.#host.noteId, typed, {
      signal: upload.stop.signal,
      onProgress: (part) => upload.place.show({ state: 'sending', part }),
    })
    this.#sending -= 1
    if (this.#uploads.has(upload.id)) {
      if (answer.ok) this.#put(upload, answer.value)
      else this.#refused(upload, answer.refusal)
    }
    this.#next()
  }

  #put(upload: Upload, { address }: ImageAnswer): void {
    const view = this.#view
    const position = view && placeOf(view.state, upload.id)
    if (!view || position === null) return
    closeStep(view.state)
    const attributes = { src: address, alt: altOf(upload.file) }
    const tr = putImage(view.state, position, attributes, upload.replaced)
    view.dispatch(removePlace(tr, upload.id))
    closeStep(view.state)
    this.#forget(upload)
  }

  #refused(upload: Upload, { status, message }: Refusal): void {
    if (status === 0) {
      upload.place.show({ state: 'kept' })
      clearTimeout(this.#timer)
      this.#timer = setTimeout(() => this.#wake(), tryAgainMs)
      this.#kept.add(upload)
      return
    }
    const text = `${upload.file.name} was not added. ${message}`
    if (finalStatuses.has(status)) {
      this.#remove(upload)
      this.#host.tell({ text, isError: true })
      return
    }
    upload.place.show({ state: 'failed', reason: message })
    this.#host.tell({ text, isError: true, action: { label: 'Try again', run: () => this.#retry(upload) } })
  }

  #wake(): void {
    for (const upload of this.#kept) upload.isWaiting = true
    this.#kept.clear()
    this.#next()
  }

  #retry(upload: Upload): void {
    if (!this.#uploads.has(upload.id)) return
    upload.isWaiting = true
    this.#next()
  }

  #remove(upload: Upload): void {
    upload.stop.abort()
    this.#forget(upload)
    this.#view?.dispatch(removePlace(this.#view.state.tr, upload.id))
    this.#view?.focus()
  }

  #forget(upload: Upload): void {
    this.#uploads.delete(upload.id)
    this.#kept.delete(upload)
    upload.place.forget()
  }
}
