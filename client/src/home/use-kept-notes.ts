import { useQuery } from '@tanstack/react-query'
import { keptNotes } from '../session/kept-notes.ts'

/** Whether this device has a copy of a note; true where that is not known. @param isAsked whether that matters now */
export function useKeptNotes(isAsked: boolean): (id: string) => boolean {
  const { data } = useQuery({ queryKey: ['kept notes'], queryFn: keptNotes, enabled: isAsked, networkMode: 'always' })
  return (id) => data?.has(id) ?? true
}
