import type { Note } from '@minutebook/shared/api'
import { hasDayOfName } from '@minutebook/shared/note'
import { limits } from '@minutebook/shared/wire'
import type { Refusal, Result } from '../api/request.ts'

/** What became of one file. */
export type ImportOutcome =
  | { file: string; note: Note; remark: string | null }
  | { file: string; note: null; reason: string }

/** A file that was dropped, chosen or pasted. */
export interface ImportFile {
  name: string
  /** bytes */
  size: number
}

/** Why a file is left out without asking the server, null where the server is asked. @param most bytes */
export function refusedAtOnce(file: ImportFile, most: number = limits.importBytes): string | null {
  if (!/\.(md|markdown|mdown|mkd|txt)$/i.test(file.name)) return 'Not Markdown, left out'
  if (file.size > most) return tooLarge(most)
  return null
}

/** Imports files one after the other. Resolves with what became of each, in their order. */
export async function importFiles<Chosen extends ImportFile>(
  files: readonly Chosen[],
  send: (file: Chosen) => Promise<Result<Note>>,
  onProgress: (done: number) => void,
): Promise<ImportOutcome[]> {
  const outcomes: ImportOutcome[] = []
  for (const file of files) {
    const reason = refusedAtOnce(file)
    if (reason === null) outcomes.push(outcomeOf(file.name, await send(file)))
    else outcomes.push({ file: file.name, note: null, reason })
    onProgress(outcomes.length)
  }
  return outcomes
}

/** "3 of 4 files imported", "4 files imported" */
export function importTitle(outcomes: readonly ImportOutcome[]): string {
  const imported = outcomes.filter((outcome) => outcome.note !== null).length
  const files = outcomes.length === 1 ? 'file' : 'files'
  if (imported === outcomes.length) return `${imported} ${files} imported`
  return imported === 0 ? 'Nothing was imported' : `${imported} of ${outcomes.length} ${files} imported`
}

function outcomeOf(file: string, result: Result<Note>): ImportOutcome {
  if (!result.ok) return { file, note: null, reason: reasonOf(result.refusal) }
  return { file, note: result.value, remark: remarkOn(result.value) }
}

function remarkOn(note: Note): string | null {
  if (note.datetime === null) return 'No date in the front matter'
  return hasDayOfName(note) ? 'No date in the front matter; taken from the file name' : null
}

/** A refusal in the words of the page. */
export function reasonOf({ code, message }: Refusal): string {
  switch (code) {
    case 'too_large':
      return tooLarge(limits.importBytes)
    case 'not_utf8':
      return 'Not UTF-8 text, left out'
    case 'not_text':
      return 'Not Markdown, left out'
    default:
      return message
  }
}

function tooLarge(bytes: number): string {
  return `Larger than ${bytes / 1024 / 1024} MiB, left out`
}
