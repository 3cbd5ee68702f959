import type { Editor } from '@tiptap/core'
import type { AgendaPoint } from '@minutebook/shared/meeting'
import { agendaOf } from './state.ts'

/** Tells the agenda of an editor now and whenever something of it changes; gives what ends it. */
export function followAgenda(editor: Editor, tell: (points: readonly AgendaPoint[]) => void): () => void {
  let told: readonly AgendaPoint[] | null = null
  const check = () => {
    const points = agendaOf(editor.state)
    if (points === told) return
    told = points
    tell(points)
  }
  check()
  editor.on('transaction', check)
  return () => {
    editor.off('transaction', check)
  }
}
