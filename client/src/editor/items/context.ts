import { resolve, type Resolution } from '@minutebook/shared/meeting'
import { colorsOf, preferredColor } from '../../ui/person-color.ts'

/** What the note's lines are read and drawn with. It is replaced as a whole when a part of it changes. */
export interface ItemContext {
  /** the meeting's day, "YYYY-MM-DD" */
  day: string | null
  /** the day that it is now, "YYYY-MM-DD" */
  today: string
  participants: readonly string[]
  /** the colors of those who are here, by name */
  present: ReadonlyMap<string, string>
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
    const face = known.get(label) ?? faceOf(label, resolve(label, context.participants), colors)
    known.set(label, face)
    return face
  }
}

function faceOf(label: string, resolution: Resolution, colors: ReadonlyMap<string, string>): Face {
  switch (resolution.kind) {
    case 'person': {
      const { participant } = resolution
      return { color: colors.get(participant) ?? preferredColor(participant), title: participant, isUnsure: false }
    }
    case 'group':
      return { color: 'var(--text-2)', title: 'Several people', isUnsure: false }
    case 'ambiguous':
      return {
        color: 'var(--text-2)',
        title: `Not sure who ${label} is: ${oneOf(resolution.candidates)}`,
        isUnsure: true,
      }
    case 'unknown':
      return { color: 'var(--text-2)', title: `${label} is not among the people of this note`, isUnsure: true }
  }
  return resolution satisfies never
}

function oneOf(names: readonly string[]): string {
  const last = names.at(-1) ?? ''
  return names.length > 1 ? `${names.slice(0, -1).join(', ')} or ${last}` : last
}
