import type { ImageStore } from './images.ts'
import { ImagesFull, NoSuchNote, type Store } from './store.ts'

/** The reference: images beside the notes of `store`. Only tests use it. */
export function createMemoryImages(store: Pick<Store, 'has'>): ImageStore {
  const kept = new Map<string, Map<string, Uint8Array>>()
  let closed = false

  /** The images of a note; those of one that was removed go. */
  async function imagesOf(noteId: string): Promise<Map<string, Uint8Array> | null> {
    if (closed) throw new Error('the store is closed')
    if (!(await store.has(noteId))) {
      kept.delete(noteId)
      return null
    }
    const images = kept.get(noteId) ?? new Map<string, Uint8Array>()
    kept.set(noteId, images)
    return images
  }

  return {
    async bytesOf(noteId) {
      const images = await imagesOf(noteId)
      return images && total(images)
    },
    async add(noteId, name, bytes, mostBytes) {
      const images = await imagesOf(noteId)
      if (!images) throw new NoSuchNote(noteId)
      if (images.has(name)) return
      if (total(images) + bytes.length > mostBytes) throw new ImagesFull(noteId)
      images.set(name, bytes)
    },
    async open(noteId, name) {
      const bytes = (await imagesOf(noteId))?.get(name)
      return bytes ? { bytes: bytes.length, pieces: alone(bytes) } : null
    },
    async share(from, to, names) {
      const images = await imagesOf(to)
      if (!images) throw new NoSuchNote(to)
      const others = await imagesOf(from)
      for (const name of names) {
        const bytes = others?.get(name)
        if (bytes) images.set(name, bytes)
      }
    },
    sweep: async () => {},
    close: async () => {
      closed = true
    },
  }
}

async function* alone(bytes: Uint8Array): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  yield new Uint8Array(bytes)
}

function total(images: ReadonlyMap<string, Uint8Array>): number {
  return [...images.values()].reduce((sum, { length }) => sum + length, 0)
}
