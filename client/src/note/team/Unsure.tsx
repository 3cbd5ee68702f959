import { Fragment } from 'react'
import type { TeamPeople } from '../../editor/items/context.ts'
import type { GroupOwner } from '../todo-groups.ts'

interface UnsureProps {
  /** those of whom nobody knows for certain who they are */
  owners: readonly GroupOwner[]
  team: TeamPeople | null
}

/** Those whom labels may mean. Pressing one says it for all notes of the team. */
export function Unsure({ owners, team }: UnsureProps) {
  return owners.map(({ label, candidates }) => (
    <span key={label} className="muted unsure">
      {' '}
      {candidates.map((person, index) => (
        <Fragment key={person.name}>
          {index > 0 && ' or '}
          {team ? (
            <button
              type="button"
              className="choose"
              aria-label={`${label} is ${person.name}`}
              onClick={() => team.choose(label, person)}
            >
              {person.name}
            </button>
          ) : (
            person.name
          )}
        </Fragment>
      ))}
      ?
    </span>
  ))
}
