import { readNote } from '@minutebook/shared/doc'
import { fetchVersion } from '../../api/finish.ts'
import type { Result } from '../../api/request.ts'
import type { Session } from '../../session/session.ts'
import { loadPrinter, saveFile } from '../take-away.ts'

/** Downloads a kept version, with its number in the name of the file. */
export async function saveVersion(session: Session, number: number): Promise<Result<null>> {
  const answer = await fetchVersion(session.noteId, number)
  if (!answer.ok) return answer
  const { fileName } = await loadPrinter()
  const name = fileName(readNote(session.doc)).replace(/\.md$/, '')
  saveFile({ bytes: answer.value, fileName: `${name}-version-${number}.md` })
  return { ok: true, value: null }
}
