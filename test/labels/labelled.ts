import { createHash } from 'node:crypto'
import { existsSync, globSync, readFileSync } from 'node:fs'
import { z } from 'zod'
import { itemsIn, type Item } from './items-in.ts'

const lines = z.tuple([z.int().positive(), z.int().positive()])

const note = z.strictObject({
  sha256: z.string(),
  /** rules are made with the notes of half A in view; those of half B say how they do on others */
  half: z.enum(['A', 'B']),
  todos: z.array(z.strictObject({ lines, owners: z.array(z.string()) })).default([]),
  decisions: z.array(lines).default([]),
  /** items that one reader calls a TODO and another a decision */
  either: z.array(lines).default([]),
  /** lines of which readers who know the community would think differently, or which are no more than promised */
  unsure: z.array(lines).default([]),
})

/** What a reader found in one note: first and last lines from 1, and the owners as they are written, without `@`. */
export type Labels = z.infer<typeof note>

/** A note with what a reader found in it. */
export interface LabelledNote {
  community: string
  /** below the folder of notes */
  name: string
  text: string
  labels: Labels
  /** what is read in it */
  items: Item[]
}

/**
 * The labelled notes that are in a folder whose subfolders are communities.
 *
 * @throws if a note there is not the one that was labelled
 */
export function labelledNotes(folder: string): LabelledNote[] {
  const here = new URL('.', import.meta.url).pathname
  return globSync('*.json', { cwd: here })
    .sort()
    .flatMap((file) => {
      const community = file.replace(/\.json$/, '')
      const all = z.record(z.string(), note).parse(JSON.parse(readFileSync(here + file, 'utf8')))
      return Object.entries(all).flatMap(([path, labels]) => {
        const name = `${community}/${path}`
        if (!existsSync(`${folder}/${name}`)) return []
        const text = readAs(folder, name, labels)
        return [{ community, name, text, labels, items: itemsIn(text) }]
      })
    })
}

function readAs(folder: string, name: string, { sha256 }: Labels): string {
  const bytes = readFileSync(`${folder}/${name}`)
  const found = createHash('sha256').update(bytes).digest('hex')
  if (found !== sha256) throw new Error(`${name} is not the note that was labelled: its SHA-256 is ${found}`)
  return bytes.toString('utf8')
}
