import { readNote } from '@minutebook/shared/doc'
import { fetchMarkdown } from '../api/notes.ts'
import type { Session } from '../session/session.ts'
import { copyText } from '../ui/clipboard.ts'
import { saveFile, type SavedFile as NoteFile } from '../ui/save-file.ts'

export { saveFile }

/** While there is a connection, saving may take this long before the file is printed here instead. */
const patienceMs = 5000

/** The note's Markdown with everything that was written here: the server's file, else one that is printed on this device. */
export async function fileOf(session: Session): Promise<NoteFile> {
  if (isWithinReach(session) && (await session.whenSaved(patienceMs))) {
    const answer = await fetchMarkdown(session.noteId)
    if (answer.ok) return answer.value
  }
  return localFileOf(session)
}

/** The note's Markdown as this device has it. */
export async function localFileOf(session: Session): Promise<NoteFile> {
  const { fileName, writeMarkdown } = await loadPrinter()
  const content = readNote(session.doc)
  return {
    bytes: new Blob([writeMarkdown(content).text], { type: 'text/markdown' }),
    fileName: fileName(content),
  }
}

/** Loads what prints Markdown on this device. It must be here before the network goes. */
export function loadPrinter() {
  return import('@minutebook/shared/note')
}

/** Puts the Markdown on the clipboard. Resolves with whether the browser let it. */
export function copyMarkdown(session: Session): Promise<boolean> {
  return copyText(fileOf(session).then((file) => file.bytes.text()))
}

function isWithinReach(session: Session): boolean {
  const { state } = session.state.status
  return state === 'saved' || state === 'saving' || state === 'connecting' || state === 'reconnecting'
}
