import { NoSuchNote, type Store } from './store.ts'
import type { NewVersion, VersionStore } from './versions.ts'

/** The reference: versions beside the notes of `store`. Only tests use it. */
export function createMemoryVersions(store: Pick<Store, 'has'>): VersionStore {
  const kept = new Map<string, NewVersion[]>()
  let closed = false

  async function versionsOf(noteId: string): Promise<NewVersion[] | null> {
    if (closed) throw new Error('the store is closed')
    if (!(await store.has(noteId))) {
      kept.delete(noteId)
      return null
    }
    const versions = kept.get(noteId) ?? []
    kept.set(noteId, versions)
    return versions
  }

  return {
    async keep(noteId, version) {
      const versions = await versionsOf(noteId)
      if (!versions) throw new NoSuchNote(noteId)
      const known = versions.findIndex(({ at, reason }) => at === version.at && reason === version.reason)
      return known >= 0 ? known + 1 : versions.push({ ...version, file: version.file.slice() })
    },
    async list(noteId) {
      const versions = (await versionsOf(noteId)) ?? []
      return versions.map(({ at, by, reason }, index) => ({ number: index + 1, at, by, reason })).toReversed()
    },
    async file(noteId, number) {
      const version = (await versionsOf(noteId))?.[number - 1]
      return version ? new Uint8Array(version.file) : null
    },
    close: async () => {
      closed = true
    },
  }
}
