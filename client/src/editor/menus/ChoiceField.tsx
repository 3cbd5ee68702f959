import { useState, type KeyboardEvent, type ReactNode } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { choiceId, menuId, type Choice } from './trigger.ts'

interface ChoiceFieldProps {
  label: string
  placeholder: string
  /** the name of the list below it */
  listLabel: string
  /** what is found: words without */
  icon?: IconName
  /** another way to choose, at the end of the field */
  tool?: ReactNode
  query: string
  onQuery: (query: string) => void
  /** what the query leaves */
  choices: readonly Choice[]
  /** @param beside with Shift: in addition to what there is */
  onChoose: (index: number, beside: boolean) => void
  onClose: () => void
}

/** A field to find something in, and the list of what it leaves: arrows, Enter, Tab; the focus stays in the field. */
export function ChoiceField(props: ChoiceFieldProps) {
  const { label, placeholder, listLabel, icon = 'search', tool, query, onQuery, choices, onChoose, onClose } = props
  const [index, setIndex] = useState(0)
  const onKeyDown = (event: KeyboardEvent) => {
    const count = choices.length
    if (event.key === 'Tab') onClose()
    else if (event.key === 'Enter') onChoose(index, event.shiftKey)
    else if (event.key === 'ArrowDown' && count > 0) setIndex((index + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) setIndex((index + count - 1) % count)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <div className="field">
        <Icon name={icon} />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
          autoFocus
          role="combobox"
          aria-label={label}
          aria-expanded={choices.length > 0}
          aria-controls={choices.length > 0 ? menuId : undefined}
          aria-activedescendant={choices.length > 0 ? choiceId(index) : undefined}
          placeholder={placeholder}
          autoComplete="off"
          spellCheck={false}
          value={query}
          onChange={(event) => {
            onQuery(event.target.value)
            setIndex(0)
          }}
          onKeyDown={onKeyDown}
        />
        {tool}
      </div>
      {choices.length > 0 && <ChoiceList label={listLabel} choices={choices} index={index} onChoose={onChoose} />}
    </>
  )
}
