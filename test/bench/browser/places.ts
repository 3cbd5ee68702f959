import { fileURLToPath } from 'node:url'
import { startAsked, startServer, type Running } from '../sync/processes.ts'
import type { Place } from '../sync/load/person.ts'
import { servers } from '../sync/servers.ts'
import { fragmentOf } from './layouts.ts'
import { firstTopic, markdownOf, type Block } from './note-text.ts'
import { servePeerPages } from './pages.ts'
import type { writers } from './writers.ts'

/** A page that is measured. */
export type PageName = 'floor' | 'tiptap' | 'blocknote' | 'minutebook'

export const pageNames: Readonly<Record<PageName, string>> = {
  floor: 'plain text',
  tiptap: 'TipTap',
  blocknote: 'BlockNote',
  minutebook: 'Minutebook',
}

export type Writers = ReturnType<typeof startAsked<typeof writers>>

/** A note as one page shows it. */
export interface OpenPlace {
  url: string
  /** where people write in it */
  at: { place: Place; fragment: string }
  /** what the page can say to be discussed now; absent where it knows nothing of meetings */
  topic?: string
}

/** The servers of all pages, and the people. */
export interface Stage {
  writers: Writers
  /** A new note for a page. */
  note(page: PageName, name: string, blocks: readonly Block[]): Promise<OpenPlace>
  stop(): Promise<void>
}

export async function openStage(): Promise<Stage> {
  const writers: Writers = startAsked(fileURLToPath(new URL('writers.ts', import.meta.url)))
  const own = await startServer(servers.minutebook)
  const plain = await startServer(servers.yWebsocket)
  const pages = await servePeerPages()
  return {
    writers,
    note: (page, name, blocks) => (page === 'minutebook' ? ownNote(own, blocks) : peerNote(page, name, blocks)),
    async stop() {
      pages.stop()
      await Promise.all([writers.stop(), own.stop(), plain.stop()])
    },
  }

  async function peerNote(page: Exclude<PageName, 'minutebook'>, name: string, blocks: readonly Block[]) {
    const place = await plain.note(`${page}-${name}`)
    const url = `${pages.origin}/${page}/${page}.html#${place.port}/${place.note}`
    const layout = page === 'floor' ? 'tiptap' : page // plain text shows nothing of what is written on this machine
    await writers.ask('fill', place, layout, blocks)
    return { url, at: { place, fragment: fragmentOf[layout] } }
  }
}

async function ownNote(server: Running, blocks: readonly Block[]): Promise<OpenPlace> {
  const place = await server.note('', markdownOf(blocks))
  const url = `http://127.0.0.1:${place.port}/n/${place.note}`
  return { url, at: { place, fragment: fragmentOf.minutebook }, topic: firstTopic }
}
