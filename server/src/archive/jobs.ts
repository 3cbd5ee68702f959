import { readFile } from 'node:fs/promises'
import { basename } from 'node:path'
import { file, markdownFiles } from './folder.ts'
import { exportImages, importImages } from './images.ts'
import { createRemote } from './remote.ts'
import { roundTrip, type Outcome } from './roundtrip.ts'
import type { Terminal } from './terminal.ts'

type Failed = { file: string } & Exclude<Outcome, { kind: 'exact' }>

/** Posts files to a server, one after the other. Resolves with the exit code. [X4] */
export async function importFiles(terminal: Terminal, paths: readonly string[], server: string): Promise<number> {
  const remote = createRemote(server, terminal.fetch)
  let refused = 0
  const files = await markdownFiles(paths)
  for (const path of files) {
    const bytes = await readFile(path)
    const answer = await remote.add(bytes, basename(path))
    if ('url' in answer) {
      terminal.out(`imported ${path} as ${answer.url}`)
      if (answer.isDayOfName) terminal.out(`${path}: no date in the front matter; taken from the file name`)
      await importImages(terminal, remote.images, { id: answer.id, path, bytes })
    } else {
      refused += 1
      terminal.out(`refused ${path}: ${answer.refused}`)
    }
  }
  terminal.out(`${files.length - refused} of ${files.length} imported`)
  return refused === 0 ? 0 : 1
}

/** Writes every note of a server into a folder. Resolves with the exit code. [X5] */
export async function exportNotes(terminal: Terminal, folder: string, server: string, force: boolean): Promise<number> {
  const remote = createRemote(server, terminal.fetch)
  const taken = new Set<string>()
  const count = { written: 0, same: 0, kept: 0 }
  for (const id of (await remote.ids()).toSorted()) {
    const note = await remote.markdown(id)
    if (!note) continue
    const name = taken.has(note.name.toLowerCase()) ? note.name.replace(/(\.md)?$/, `-${id}$1`) : note.name
    taken.add(name.toLowerCase())
    const filed = await file(folder, name, note.bytes, force)
    count[filed] += 1
    await exportImages(terminal, remote.images, { id, name, bytes: note.bytes, folder })
    if (filed === 'kept') terminal.out(`kept ${name}: the file there is another one; --force overwrites it`)
  }
  terminal.out(`${count.written} written, ${count.same} were there, ${count.kept} kept`)
  return count.kept === 0 ? 0 : 1
}

/** Takes files the whole way and back. Resolves with the exit code. [X1] */
export async function roundTripFiles(terminal: Terminal, paths: readonly string[], asJson: boolean): Promise<number> {
  const files = await markdownFiles(paths)
  const failed: Failed[] = []
  let kept = 0
  for (const path of files) {
    const outcome = roundTrip(await readFile(path))
    if (outcome.kind !== 'exact') failed.push({ file: path, ...outcome })
    else if (outcome.kept) kept += 1
  }
  if (asJson) terminal.out(JSON.stringify({ files: files.length, exact: files.length - failed.length, kept, failed }))
  else {
    for (const outcome of failed) terminal.out(describe(outcome))
    const whole = kept > 0 ? `, ${kept} of them kept whole because they cannot be printed` : ''
    terminal.out(`${files.length - failed.length} of ${files.length} files come back byte for byte${whole}`)
  }
  return failed.length === 0 ? 0 : 1
}

function describe(failed: Failed): string {
  if (failed.kind === 'refused') return `${failed.file}: refused, ${failed.reason}`
  return `${failed.file}:${failed.line}: was ${quoted(failed.before)}, is ${quoted(failed.after)}`
}

function quoted(line: string | undefined): string {
  return line === undefined ? 'nothing' : JSON.stringify(line)
}
