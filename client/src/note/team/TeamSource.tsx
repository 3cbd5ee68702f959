import { keyOf, nobodyKnown, readInitialsTables, whoseIn, type NoteRoster } from '@minutebook/shared/meeting'
import type { DocNode } from '@minutebook/shared/schema'
import { useEffect, useEffectEvent, useMemo, useState } from 'react'
import { correctPeople, fetchNotePeople, undoCorrection } from '../../api/people.ts'
import type { TeamPeople } from '../../editor/items/context.ts'
import type { Session } from '../../session/session.ts'
import { useToast } from '../../ui/Toast.tsx'

interface TeamSourceProps {
  session: Session
  /** the note's, as written */
  teams: readonly string[]
  participants: readonly string[]
  body: DocNode
  onTeam: (team: TeamPeople) => void
}

/** How long a note whose teams were changed takes to be known under them. */
const indexedMs = 2500

/** How long who is meant may take to be known where somebody waits for it. */
const answerMs = 10_000

/** Fetches what is known of people in the note's team, follows what is said of them, and says it. It shows nothing. */
export function TeamSource({ session, teams, participants, body, onTeam }: TeamSourceProps) {
  const roster = useRoster(session, teams)
  const rows = useMemo(() => readInitialsTables(body), [body])
  const tables = JSON.stringify(rows)
  const show = useToast()
  const choose = useEffectEvent(async (label: string, person: { id: string; name: string } | null) => {
    const [name = ''] = teams
    const where = name === '' ? '' : ` in ${name}`
    const id = person && (await idIn(roster, person))
    const answer = await correctPeople({ kind: 'choice', team: name, label, person: id })
    if (!answer.ok) {
      const { code, message } = answer.refusal
      const text = code === 'unreachable' ? `Who ${label} is can be said when the server answers again.` : message
      show({ text, isError: true })
      return
    }
    const { id: correction } = answer.value
    show({
      text: person ? `${label} is ${person.name}${where}, in every note` : `${label} is open again${where}`,
      action: { label: 'Undo', run: () => void undo(correction) },
    })
  })
  /** What the note alone knows of somebody is no name for them beyond it: pressed early, the team's is waited for. [P35] */
  const idIn = async (known: NoteRoster | null, { id, name }: { id: string; name: string }) => {
    const asked = known ? null : await fetchNotePeople(session.noteId, AbortSignal.timeout(answerMs))
    const people = known?.people ?? (asked?.ok ? asked.value.people : [])
    return idsOf(people)(name) ?? id
  }
  const undo = async (id: number) => {
    const answer = await undoCorrection(id)
    if (!answer.ok) show({ text: answer.refusal.message, isError: true })
  }
  const name = teams[0] ?? ''
  const people = participants.join('\n')
  useEffect(() => {
    const listed = new Set(participants.map(keyOf))
    onTeam({
      name,
      whose: whoseIn({ participants, rows: JSON.parse(tables) }, roster ?? nobodyKnown),
      idOf: idsOf(roster?.people ?? []),
      others: (roster?.people ?? []).filter(({ keys }) => !keys.some((key) => listed.has(key))),
      choose: (label, person) => void choose(label, person),
    })
    // oxlint-disable-next-line react-hooks/exhaustive-deps -- `people` holds the participants
  }, [roster, people, tables, name, onTeam])
  return null
}

/** Whose a name is among these people; null where it is nobody's. */
function idsOf(people: NoteRoster['people']): (name: string) => string | null {
  const ids = new Map(people.flatMap(({ id, name, keys }) => [...keys, keyOf(name)].map((key) => [key, id])))
  return (name) => ids.get(keyOf(name)) ?? null
}

/** The roster of the note's teams; what was known last while the server does not answer, null before. */
function useRoster(session: Session, teams: readonly string[]): NoteRoster | null {
  const [roster, setRoster] = useState<NoteRoster | null>(null)
  const names = teams.join('\n')
  useEffect(() => {
    const controller = new AbortController()
    const { signal } = controller
    let [asked, taken] = [0, 0]
    const ask = async () => {
      const number = ++asked
      const answer = await fetchNotePeople(session.noteId, signal)
      if (!answer.ok || signal.aborted || number < taken) return // an older one may come last [P34]
      taken = number
      setRoster(answer.value)
    }
    void ask()
    const again = names === '' ? undefined : setTimeout(() => void ask(), indexedMs)
    const unfollow = session.followPeople(() => void ask())
    addEventListener('online', () => void ask(), { signal })
    return () => {
      controller.abort()
      clearTimeout(again)
      unfollow()
    }
  }, [session, names])
  return roster
}
