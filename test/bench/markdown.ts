import { writeFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { corpusFolder, notesIn } from '../laws/corpus.ts'
import { blocknote } from './markdown/blocknote.ts'
import type { Codec } from './markdown/codec.ts'
import { measure } from './markdown/measure.ts'
import { minutebook } from './markdown/minutebook.ts'
import { prosemirrorMarkdown, tiptap } from './markdown/prosemirror.ts'
import { remark } from './markdown/remark.ts'
import { report } from './markdown/report.ts'
import { installPeers } from './peers.ts'

/**
 * `pnpm bench markdown [FOLDER] [--sample N] [--json FILE]`: Minutebook beside others, on the same files. The folder is
 * the argument, else MINUTEBOOK_CORPUS, else our own notes. With a sample, the others get every so manieth file only.
 */
export async function benchMarkdown(args: readonly string[]): Promise<string> {
  const { positionals, values } = parseArgs({
    args: [...args],
    allowPositionals: true,
    options: { sample: { type: 'string' }, json: { type: 'string' } },
  })
  const folder = positionals[0] ?? corpusFolder ?? new URL('../notes', import.meta.url).pathname
  const files = notesIn(folder).sort((a, b) => (a.name < b.name ? -1 : 1))
  if (files.length === 0) throw new Error(`there is no *.md file below ${folder}`)
  installPeers()
  const peers: readonly Codec[] = [tiptap(), prosemirrorMarkdown, remark(), await blocknote()]
  const sampled = sample(files, Number(values.sample ?? files.length))
  const all = [await measure(minutebook, files, 7)]
  for (const codec of peers) all.push(await measure(codec, sampled, 7))
  if (values.json !== undefined) await writeFile(values.json, `${JSON.stringify({ folder, all }, null, 2)}\n`)
  return report(folder, all)
}

/** So many of the files, at equal distances. */
function sample<T>(files: readonly T[], count: number): T[] {
  if (!(count > 0)) throw new Error(`--sample takes a number of files, not ${count}`)
  const step = Math.max(1, files.length / count)
  return Array.from({ length: Math.min(count, files.length) }, (_, index) => files[Math.floor(index * step)]).filter(
    (file) => file !== undefined,
  )
}
