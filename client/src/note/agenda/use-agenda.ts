import type { AgendaPoint } from '@minutebook/shared/meeting'
import { startTransition, useEffect, useState } from 'react'
import type { EditorHandle } from '../../editor/index.ts'

const none: readonly AgendaPoint[] = []

/** The agenda of the note and where the meeting stands with it. */
export function useAgenda(handle: EditorHandle | null): readonly AgendaPoint[] {
  const [points, setPoints] = useState(none)
  useEffect(() => handle?.followAgenda((next) => startTransition(() => setPoints(next))), [handle])
  return points
}
