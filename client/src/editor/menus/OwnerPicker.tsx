import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { useMemo, useState, type KeyboardEvent } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { Float } from '../floats.ts'
import { itemsOf, readingAt } from '../items/items.ts'
import { assignOwner } from '../items/owners.ts'
import { dropOwners } from '../items/words.ts'
import { drawnAnchor } from './anchors.ts'
import { ChoiceList } from './ChoiceList.tsx'
import { findPeople, isNewName } from './people.ts'
import { choiceId, menuId, type Choice } from './trigger.ts'
import { useFloat } from './use-float.ts'

interface OwnerPickerProps {
  editor: Editor
  float: Extract<Float, { kind: 'owner' }>
}

/** Who owns a TODO: a field to find them, and those who answer to it. It opens when an owner is pressed. */
export function OwnerPicker({ editor, float: { at, index: place } }: OwnerPickerProps) {
  const [query, setQuery] = useState('')
  const [index, setIndex] = useState(0)
  const anchor = useMemo(() => drawnAnchor(editor, at, '.owner', place ?? 0), [editor, at, place])
  const { box, close } = useFloat<HTMLDivElement>(editor, anchor, 'bottom-start')
  const context = useEditorState({ editor, selector: ({ editor }) => itemsOf(editor.state).context })
  const owned = useEditorState({ editor, selector: ({ editor }) => hasOwners(editor, at) })

  const assign = (name: string, beside: boolean) => {
    const tr = assignOwner(editor.state, at, name, beside ? 'beside' : 'instead', place)
    if (tr) editor.view.dispatch(tr)
    close()
  }
  const drop = () => {
    const placed = readingAt(editor.state, at + 1)
    if (placed) editor.view.dispatch(dropOwners(editor.state.tr, placed))
    close()
  }
  const people = findPeople(query, context).map((person): Choice => ({
    group: 'In this meeting',
    label: person.name,
    person,
    choose: (_view, _range, beside) => assign(person.name, beside),
  }))
  const choices: Choice[] = [
    ...people,
    ...(isNewName(query, context)
      ? [
          {
            group: '',
            label: `Add “${query}” as a new person`,
            icon: 'user-plus' as const,
            choose: () => assign(query.trim(), false),
          },
        ]
      : []),
    ...(owned && query === '' ? [{ group: '', label: 'No owner', icon: 'x' as const, choose: drop }] : []),
  ]
  const choose = (line: number, beside: boolean) => choices[line]?.choose(editor.view, { from: at, to: at }, beside)
  const onKeyDown = (event: KeyboardEvent) => {
    const count = choices.length
    if (event.key === 'Tab') close()
    else if (event.key === 'Enter') choose(index, event.shiftKey)
    else if (event.key === 'ArrowDown' && count > 0) setIndex((index + 1) % count)
    else if (event.key === 'ArrowUp' && count > 0) setIndex((index + count - 1) % count)
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <div className="menu floating" ref={box}>
      <div className="field">
        <Icon name="search" />
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in
          autoFocus
          role="combobox"
          aria-label="Owner"
          aria-expanded="true"
          aria-controls={menuId}
          aria-activedescendant={choiceId(index)}
          placeholder="Name or initials"
          value={query}
          onChange={(event) => {
            setQuery(event.target.value)
            setIndex(0)
          }}
          onKeyDown={onKeyDown}
        />
      </div>
      <ChoiceList label="People" choices={choices} index={index} onChoose={choose} />
      <footer>
        <kbd>↵</kbd>
        <span>assign</span>
        <kbd>⇧↵</kbd>
        <span>add another owner</span>
      </footer>
    </div>
  )
}

function hasOwners(editor: Editor, at: number): boolean {
  const reading = readingAt(editor.state, at + 1)?.reading
  return reading !== undefined && reading.ownersFrom === 'line' && reading.owners.length > 0
}
