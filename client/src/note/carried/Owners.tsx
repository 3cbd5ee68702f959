import type { TeamPeople } from '../../editor/items/context.ts'
import type { PeopleHere } from '../people.ts'
import { ownerOf } from '../todo-groups.ts'

interface OwnersProps {
  /** as written */
  labels: readonly string[]
  participants: readonly string[]
  team: TeamPeople | null
  people: PeopleHere
}

/** The owners of a TODO that stands under nobody's name. Who is not certain is shown as written. */
export function Owners({ labels, participants, team, people }: OwnersProps) {
  return (
    <span className="owners">
      {labels.length === 0 && (
        <span className="owner none" title="No owner yet">
          ?
        </span>
      )}
      {labels
        .map((label) => ownerOf(label, participants, team))
        .map(({ name, initials, isCertain }) => (
          <span
            key={name}
            className={isCertain ? 'owner' : 'owner unsure'}
            title={name}
            style={{ '--person': people.colorOf(name) }}
          >
            {isCertain ? initials : name}
          </span>
        ))}
    </span>
  )
}
