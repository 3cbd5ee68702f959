import { decodeFile } from '@minutebook/shared/note'
import { reasonOf, refusedAtOnce } from '../../home/import.ts'

/** What of a `File` is read. */
export interface GivenFile {
  name: string
  /** bytes */
  size: number
  arrayBuffer: () => Promise<ArrayBuffer>
}

export interface ReadFiles {
  /** the texts of those that are Markdown, in the order in which they were given */
  texts: string[]
  /** a sentence for each of the others */
  refused: string[]
}

/** As much as goes into a note at once, in bytes: the change that it makes is about two and a half times as large. */
const mostBytes = 1024 * 1024

/** Reads files that are to go into a note. Those that together are more than goes into it at once are left out. */
export async function readFiles(files: readonly GivenFile[]): Promise<ReadFiles> {
  const texts: string[] = []
  const refused: string[] = []
  let room = mostBytes
  for (const file of files) {
    const reason = await readInto(texts, file, room)
    if (reason === null) room -= file.size
    else refused.push(`${file.name}: ${reason}`)
  }
  return { texts, refused }
}

/** Gives why the file was left out, null where it was not. */
async function readInto(texts: string[], file: GivenFile, room: number): Promise<string | null> {
  if (!isText(file.name)) return 'Files of this kind cannot be kept in a note yet'
  const reason = refusedAtOnce({ name: file.name, size: file.size > room ? mostBytes + 1 : file.size }, mostBytes)
  if (reason !== null) return reason
  const decoded = decodeFile(new Uint8Array(await file.arrayBuffer()))
  if ('refused' in decoded) return reasonOf({ code: decoded.refused, message: '', status: 0 })
  texts.push(decoded.text)
  return null
}

const isText = (name: string) => refusedAtOnce({ name, size: 0 }) === null
