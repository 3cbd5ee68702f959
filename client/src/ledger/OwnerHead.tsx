import { initialsOf } from '@minutebook/shared/meeting'
import { useCorrection } from '../person/use-correction.ts'
import { Avatar } from '../ui/Avatar.tsx'
import { Icon } from '../ui/Icon.tsx'
import { Menu } from '../ui/Menu.tsx'
import { oneOf } from '../ui/words.ts'
import { colorOf } from './owners.ts'
import type { RowGroup } from './rows.ts'

interface OwnerHeadProps {
  group: RowGroup
  /** they are in a note now */
  isHere: boolean
}

/** Who owns the TODOs below: a person, a label that may mean several, or nobody. */
export function OwnerHead({ group: { name, person, unsure }, isHere }: OwnerHeadProps) {
  if (name === '') {
    return (
      <>
        <span className="owner none" aria-hidden="true">
          ?
        </span>
        <h2>No owner yet</h2>
      </>
    )
  }
  return (
    <>
      <Avatar
        name={name}
        initials={person?.initials ?? initialsOf(name)}
        color={colorOf(name, !!unsure)}
        isHere={isHere}
      />
      <h2 dir="auto">
        {name}
        {isHere && <span className="sr"> is here now</span>}
      </h2>
      {unsure && <WhoIs {...unsure} />}
    </>
  )
}

/** Says for all notes of the team who a label is. [L96] */
function WhoIs({ label, team, candidates }: NonNullable<RowGroup['unsure']>) {
  const correct = useCorrection()
  const where = team === '' ? '' : ` in ${team}`
  const names = oneOf(candidates.map(({ name }) => name))
  const choices = candidates.map(({ id, name }) => ({
    id,
    icon: 'user' as const,
    label: name,
    detail: `${label} is ${name}${where}, in every note`,
    onSelect: () =>
      void correct({ kind: 'choice', team, label, person: id }, `${label} is ${name}${where}, in every note`),
  }))
  return (
    <Menu
      label={`Who is ${label}?`}
      groups={[choices]}
      trigger={
        <button type="button" className="btn quiet small who" aria-label={`Who is ${label}? ${names}`}>
          <span>{names}?</span>
          <Icon name="chevron-down" />
        </button>
      }
    />
  )
}
