import { create, real53 } from 'lib0/prng'
import { lineDiff } from '../../laws/line-diff.ts'
import { median } from '../median.ts'
import { benchedEdits, type BenchedEdit, type Codec, type Held } from './codec.ts'
import { meanTheSame } from './meaning.ts'

/** How a kind of edit went: `undefined` in `Measured` where the codec has none of the kind. */
export interface EditCount {
  tried: number
  /** no line changed but those that had to */
  exact: number
}

/** What one codec did with the files; medians are over files. */
export interface Measured {
  name: string
  files: number
  identical: number
  /** identical but for blanks at the ends of lines and of the file */
  trimmed: number
  meaningChanged: number
  threw: number
  medianChangedLines: number
  importMs: number
  exportMs: number
  /** bytes of all Yjs updates over bytes of all Markdown; null where the codec keeps nothing in Yjs */
  yjsPerByte: number | null
  edits: Partial<Record<BenchedEdit, EditCount>>
}

interface File {
  name: string
  text: string
}

/** Puts every file through a codec, unedited and then with one edit of each kind at a place that depends on `seed`. */
export async function measure(codec: Codec, files: readonly File[], seed: number): Promise<Measured> {
  const random = create(seed)
  const counts = { identical: 0, trimmed: 0, meaningChanged: 0, threw: 0 }
  const [changed, importMs, exportMs]: [number[], number[], number[]] = [[], [], []]
  const bytes = { yjs: 0, markdown: 0 }
  const edits: Partial<Record<BenchedEdit, EditCount>> = {}
  for (const { text } of files) {
    const started = performance.now()
    const held = await tried(() => codec.read(text))
    const read = performance.now()
    const written = held && (await tried(held.write))
    const done = performance.now()
    if (!held || written === null) {
      counts.threw += 1
      continue
    }
    importMs.push(read - started)
    exportMs.push(done - read)
    if (written === text) counts.identical += 1
    if (trimmed(written) === trimmed(text)) counts.trimmed += 1
    if (written !== text && !meanTheSame(text, written)) counts.meaningChanged += 1
    const { removed, added } = lineDiff(text, written)
    changed.push(removed + added)
    const yjs = held.yjsBytes()
    if (yjs !== null) {
      bytes.yjs += yjs
      bytes.markdown += Buffer.byteLength(text)
    }
    await countEdits(edits, held, text, () => real53(random))
  }
  return {
    name: codec.name,
    files: files.length,
    ...counts,
    medianChangedLines: median(changed),
    importMs: median(importMs),
    exportMs: median(exportMs),
    yjsPerByte: bytes.markdown > 0 ? bytes.yjs / bytes.markdown : null,
    edits,
  }
}

/** An edit that throws has failed. */
async function countEdits(
  edits: Partial<Record<BenchedEdit, EditCount>>,
  held: Held,
  text: string,
  random: () => number,
): Promise<void> {
  for (const kind of benchedEdits) {
    const edited = await tried(async () => (await held.edit(kind, random)) ?? 'none')
    if (edited === 'none') continue
    const count = (edits[kind] ??= { tried: 0, exact: 0 })
    count.tried += 1
    if (edited && edited.excess(text, edited.text) === 0) count.exact += 1
  }
}

/** What a codec gives, or null where it throws. */
async function tried<T>(run: () => T | Promise<T>): Promise<T | null> {
  try {
    return await run()
  } catch {
    return null
  }
}

function trimmed(text: string): string {
  return text.replace(/[ \t\r]+$/gm, '').trimEnd()
}
