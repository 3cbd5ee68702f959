import { resolve, type Whose } from '@minutebook/shared/meeting'
import { colorsOf, preferredColor } from '../../ui/person-color.ts'
import { oneOf } from '../../ui/words.ts'

/** What the note's lines are read and drawn with. It is replaced as a whole when a part of it changes. */
export interface ItemContext {
  /** the meeting's day, "YYYY-MM-DD" */
  day: string | null
  /** the day that it is now, "YYYY-MM-DD" */
  today: string
  participants: readonly string[]
  /** the colors of those who are here, by name */
  present: ReadonlyMap<string, string>
  /** what is known of people beyond the note; it comes later than the note, and not at all without the network */
  team: TeamPeople | null
}

/** The people of the note's team. */
export interface TeamPeople {
  /** as people write it; '' where the note names none */
  name: string
  whose: (label: string) => Whose
  /** the person whose whole name or entry it is; null where that is nobody whom the team knows */
  idOf: (name: string) => string | null
  /** the entries of those whom the note does not list, as the team's notes mostly list them */
  others: readonly { id: string; entry: string; initials: readonly string[] }[]
  /** Says for all notes of the team whom a label means; null: nobody for certain. */
  choose: (label: string, person: { id: string; name: string } | null) => void
}

/** Whom a label means as far as the note says it, and the team where it is known. */
export function whoseOf(label: string, { participants, team }: Pick<ItemContext, 'participants' | 'team'>): Whose {
  if (team) return team.whose(label)
  const meant = resolve(label, participants)
  if (meant.kind === 'person') {
    const { participant } = meant
    return { kind: 'person', person: { id: '', name: participant }, participant, by: 'note' }
  }
  if (meant.kind !== 'ambiguous') return meant
  return { kind: 'ambiguous', candidates: meant.candidates.map((name) => ({ id: '', name })) }
}

/** How the label of an owner or speaker is shown. */
export interface Face {
  color: string
  title: string
  /** nobody, or more than one, answers to the label */
  isUnsure: boolean
}

/** Finds the face of a label. One call per context, so that the colors are assigned once. */
export function facesOf(context: ItemContext): (label: string) => Face {
  const colors = colorsOf(context.participants, context.present)
  const known = new Map<string, Face>()
  return (label) => {
    const face = known.get(label) ?? faceOf(label, whoseOf(label, context), colors)
    known.set(label, face)
    return face
  }
}

function faceOf(label: string, whose: Whose, colors: ReadonlyMap<string, string>): Face {
  switch (whose.kind) {
    case 'person': {
      const name = whose.participant ?? whose.person.name
      return { color: colors.get(name) ?? preferredColor(name), title: name, isUnsure: false }
    }
    case 'group':
      return { color: 'var(--text-2)', title: 'Several people', isUnsure: false }
    case 'ambiguous':
      return {
        color: 'var(--text-2)',
        title: `Not sure who ${label} is: ${oneOf(whose.candidates.map(({ name }) => name))}`,
        isUnsure: true,
      }
    case 'unknown':
      return { color: 'var(--text-2)', title: `${label} is not among the people of this note`, isUnsure: true }
  }
  return whose satisfies never
}
