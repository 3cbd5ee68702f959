import { readFile } from 'node:fs/promises'
import { forgetSource } from '@minutebook/shared/markdown'
import { decodeFile, writeMarkdown } from '@minutebook/shared/note'
import { markdownFiles } from './folder.ts'
import { lineChanges, type LineChange } from './line-changes.ts'
import { opened } from './roundtrip.ts'
import type { Terminal } from './terminal.ts'

/** A file of which lines would change, or that is no text. */
type FileDiff =
  | { file: string; kind: 'changed'; removed: number; added: number; changes: LineChange[] }
  | { file: string; kind: 'refused'; reason: string }

/**
 * Shows what opening and saving would do to files, or, if `canonical`, what writing every line anew would. Resolves
 * with the exit code. [X9]
 *
 * @throws where a path cannot be read
 */
export async function diffFiles(
  terminal: Terminal,
  paths: readonly string[],
  { canonical, json }: { canonical: boolean; json: boolean },
): Promise<number> {
  const files = await markdownFiles(paths)
  const diffs: FileDiff[] = []
  for (const file of files) {
    const diff = diffOf(file, await readFile(file), canonical)
    if (diff) diffs.push(diff)
  }
  const total = { removed: 0, added: 0 }
  for (const diff of diffs) {
    if (diff.kind === 'refused') continue
    total.removed += diff.removed
    total.added += diff.added
  }
  const same = files.length - diffs.length
  if (json) terminal.out(JSON.stringify({ files: files.length, same, ...total, differing: diffs }))
  else {
    for (const line of diffs.flatMap(describe)) terminal.out(line)
    const changes = total.removed + total.added > 0 ? `; ${counted(total)} in all` : ''
    terminal.out(`${same} of ${files.length} files stay as they are${changes}`)
  }
  return diffs.length === 0 ? 0 : 1
}

/** Null where no line changes. */
function diffOf(file: string, bytes: Uint8Array, canonical: boolean): FileDiff | null {
  const decoded = decodeFile(bytes)
  if ('refused' in decoded) return { file, kind: 'refused', reason: decoded.refused }
  const changes = lineChanges(decoded.text, saved(decoded.text, canonical))
  if (changes.length === 0) return null
  const count = (lines: (change: LineChange) => readonly string[]) =>
    changes.reduce((sum, change) => sum + lines(change).length, 0)
  return { file, kind: 'changed', removed: count((c) => c.removed), added: count((c) => c.added), changes }
}

function saved(text: string, canonical: boolean): string {
  const content = opened(text)
  return writeMarkdown(canonical ? { ...content, body: forgetSource(content.body) } : content).text
}

function describe(diff: FileDiff): string[] {
  if (diff.kind === 'refused') return [`${diff.file}: refused, ${diff.reason}`]
  return [`--- ${diff.file}`, `+++ ${diff.file}`, ...hunks(diff.changes), `${diff.file}: ${counted(diff)}`]
}

/** The stretches as a unified diff without lines around them. */
function hunks(changes: readonly LineChange[]): string[] {
  let shift = 0
  return changes.flatMap(({ at, removed, added }) => {
    const [before, after] = [place(at, removed.length), place(at + shift, added.length)]
    shift += added.length - removed.length
    const lines = [...removed.map((line) => `-${shown(line)}`), ...added.map((line) => `+${shown(line)}`)]
    return [`@@ -${before} +${after} @@`, ...lines]
  })
}

/** A stretch without lines is named by the line above it. */
function place(at: number, count: number): string {
  return count === 1 ? String(at) : `${count === 0 ? at - 1 : at},${count}`
}

/** A line without its usual end; one that has none, or another, shows it. */
function shown(line: string): string {
  if (line.endsWith('\r\n')) return `${line.slice(0, -2)}\\r`
  if (line.endsWith('\n')) return line.slice(0, -1)
  return line.endsWith('\r') ? `${line.slice(0, -1)}\\r` : `${line}\n\\ No newline at end of file`
}

function counted({ removed, added }: { removed: number; added: number }): string {
  return `${removed} ${removed === 1 ? 'line' : 'lines'} removed, ${added} added`
}
