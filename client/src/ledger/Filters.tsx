import type { LedgerTotals } from '@minutebook/shared/api'
import { FilterMenu } from '../ui/FilterMenu.tsx'
import { keyOfOwner, wordsFor } from './owners.ts'
import { dueChoices, timeChoices, type Filters as Chosen, type LedgerKind } from './filters.ts'

interface FiltersProps {
  kind: LedgerKind
  filters: Chosen
  totals: LedgerTotals | null
  /** the name of who looks, '' where it is not known */
  me: string
  /** such as "11 of 14" */
  counts: string
  /** they leave all there is */
  isWhole: boolean
  onChange: (changes: Partial<Chosen>) => void
}

/** What the list can be narrowed to, and how much that leaves. */
export function Filters({ kind, filters, totals, me, counts, isWhole, onChange }: FiltersProps) {
  const isTodos = kind === 'todos'
  const owners = [...(totals?.owners ?? [])].sort((a, b) => Number(isMe(b.name, me)) - Number(isMe(a.name, me)))
  return (
    <div className="filters">
      {isTodos && (
        <Segments
          label="State"
          value={filters.state}
          options={[
            ['open', 'Open'],
            ['done', 'Done'],
            ['all', 'All'],
          ]}
          onChoose={(state) => onChange({ state })}
        />
      )}
      {isTodos && (
        <FilterMenu
          icon="user"
          label="Owner"
          anyWords="Anyone"
          options={owners.map((owner) => ({
            value: owner.key,
            words: isMe(owner.name, me) ? `${owner.name} (you)` : wordsFor(owner),
            count: owner.open,
          }))}
          chosen={filters.owner === '' ? [] : [keyOfOwner(filters.owner, owners)]}
          onChoose={([owner = '']) => onChange({ owner })}
        />
      )}
      <FilterMenu
        icon="hash"
        label="Team"
        anyWords="All teams"
        options={(totals?.teams ?? []).map(({ name, open, decisions }) => ({
          value: name,
          words: name,
          count: isTodos ? open : decisions,
        }))}
        chosen={filters.teams}
        isMultiple
        onChoose={(teams) => onChange({ teams })}
      />
      {isTodos ? (
        <FilterMenu
          icon="calendar"
          label="Due date"
          anyWords="Any due date"
          options={options(dueChoices)}
          chosen={filters.due === '' ? [] : [filters.due]}
          onChoose={([due]) => onChange({ due: dueChoices.find(([value]) => value === due)?.[0] ?? '' })}
        />
      ) : (
        <FilterMenu
          icon="calendar"
          label="Time"
          anyWords="Any time"
          options={options(timeChoices)}
          chosen={filters.time === '' ? [] : [filters.time]}
          onChoose={([time]) => onChange({ time: timeChoices.find(([value]) => value === time)?.[0] ?? '' })}
        />
      )}
      <span className="count" data-whole={isWhole ? '' : undefined}>
        {counts}
      </span>
      <div className="push">
        {isTodos ? (
          <Segments
            label="Group by"
            value={filters.group}
            options={[
              ['owner', 'By owner'],
              ['meeting', 'By meeting'],
            ]}
            onChoose={(group) => onChange({ group })}
          />
        ) : (
          <Segments
            label="Show"
            value={filters.show}
            options={[
              ['standing', 'Standing'],
              ['all', 'All'],
            ]}
            onChoose={(show) => onChange({ show })}
          />
        )}
      </div>
    </div>
  )
}

interface SegmentsProps<Value extends string> {
  label: string
  value: Value
  options: readonly (readonly [value: Value, words: string])[]
  onChoose: (value: Value) => void
}

function Segments<Value extends string>({ label, value, options, onChoose }: SegmentsProps<Value>) {
  return (
    // oxlint-disable-next-line jsx-a11y/prefer-tag-over-role -- no fields, but ways to look at the list
    <div className="segments" role="group" aria-label={label}>
      {options.map(([each, words]) => (
        <button key={each} type="button" aria-pressed={each === value} onClick={() => onChoose(each)}>
          {words}
        </button>
      ))}
    </div>
  )
}

/** All but the first, which is what nothing chosen means. */
function options(choices: readonly (readonly [value: string, words: string])[]) {
  return choices.slice(1).map(([value, words]) => ({ value, words }))
}

function isMe(name: string, me: string): boolean {
  return me !== '' && name.localeCompare(me, undefined, { sensitivity: 'base' }) === 0
}
