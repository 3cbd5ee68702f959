/* oxlint-disable jsx-a11y/prefer-tag-over-role -- a native list cannot follow what is typed elsewhere */
import { Avatar } from '../../ui/Avatar.tsx'
import { Icon } from '../../ui/Icon.tsx'
import { choiceId, menuId, type Choice } from './trigger.ts'

interface ChoiceListProps {
  label: string
  choices: readonly Choice[]
  index: number
  onChoose: (index: number, beside: boolean) => void
}

/** The lines of a menu in their groups. The keys belong to whoever has the focus, which is never the list. */
export function ChoiceList({ label, choices, index, onChoose }: ChoiceListProps) {
  return (
    <div
      className="choices"
      role="listbox"
      id={menuId}
      aria-label={label}
      tabIndex={0} // it may have to be scrolled; Tab in the text chooses, so nobody gets here by it
      onMouseDown={(event) => event.preventDefault()}
    >
      {choices.map((choice, line) => (
        <Line
          key={`${choice.group} ${choice.label}`}
          choice={choice}
          line={line}
          isFirst={choice.group !== choices[line - 1]?.group}
          isSelected={line === index}
          onChoose={onChoose}
        />
      ))}
    </div>
  )
}

interface LineProps {
  choice: Choice
  line: number
  isFirst: boolean
  isSelected: boolean
  onChoose: (index: number, beside: boolean) => void
}

function Line({ choice, line, isFirst, isSelected, onChoose }: LineProps) {
  const { group, label, detail, note, keys, icon, sign, person } = choice
  return (
    <>
      {isFirst && group !== '' && <h4 role="presentation">{group}</h4>}
      {isFirst && group === '' && line > 0 && <hr role="presentation" />}
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus -- the editor has the focus and hands the keys on */}
      <div
        role="option"
        id={choiceId(line)}
        aria-selected={isSelected}
        ref={(element) => {
          if (isSelected) element?.scrollIntoView({ block: 'nearest' })
        }}
        onMouseDown={(event) => event.preventDefault()}
        onClick={(event) => onChoose(line, event.shiftKey)}
      >
        {person && <Avatar name={person.name} initials={person.initials} color={person.color} isHere={person.isHere} />}
        {icon && (
          <span className="tile">
            <Icon name={icon} />
          </span>
        )}
        {sign !== undefined && (
          <span className="tile" aria-hidden="true">
            {sign}
          </span>
        )}
        <span>
          {label}
          {detail !== undefined && <small>{detail}</small>}
        </span>
        {person && <span className="count">{person.initials}</span>}
        {note !== undefined && <span className="count">{note}</span>}
        {keys !== undefined && <kbd>{keys}</kbd>}
      </div>
    </>
  )
}
