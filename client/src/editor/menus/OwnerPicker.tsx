import type { Editor } from '@tiptap/core'
import { useEditorState } from '../use-editor-state.ts'
import { useMemo, useState } from 'react'
import type { Float } from '../floats.ts'
import { itemsOf, readingAt } from '../items/items.ts'
import { assignOwner } from '../items/owners.ts'
import { dropOwners } from '../items/words.ts'
import { drawnAnchor } from './anchors.ts'
import { AssignKeys } from './AssignKeys.tsx'
import { ChoiceField } from './ChoiceField.tsx'
import { peopleChoices } from './people-choices.ts'
import { type Choice } from './trigger.ts'
import { whoIs } from './who-is.ts'
import { useFloat } from './use-float.ts'

interface OwnerPickerProps {
  editor: Editor
  float: Extract<Float, { kind: 'owner' }>
}

/** Who owns a TODO: a field to find them, and those who answer to it. It opens when an owner is pressed. */
export function OwnerPicker({ editor, float: { at, index: place } }: OwnerPickerProps) {
  const [query, setQuery] = useState('')
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
  const label = readingAt(editor.state, at + 1)?.reading.owners[place ?? -1]?.label
  const choices: Choice[] = [
    ...whoIs(label ?? null, query, context, close),
    ...peopleChoices(query, context, (name, _view, _range, beside) => assign(name, beside)),
    ...(owned && query === '' ? [{ group: '', label: 'No owner', icon: 'x' as const, choose: drop }] : []),
  ]
  return (
    <div className="menu floating" ref={box}>
      <ChoiceField
        label="Owner"
        placeholder="Name or initials"
        listLabel="People"
        query={query}
        onQuery={setQuery}
        choices={choices}
        onChoose={(line, beside) => choices[line]?.choose(editor.view, { from: at, to: at }, beside)}
        onClose={close}
      />
      <AssignKeys />
    </div>
  )
}

function hasOwners(editor: Editor, at: number): boolean {
  const reading = readingAt(editor.state, at + 1)?.reading
  return reading !== undefined && reading.ownersFrom === 'line' && reading.owners.length > 0
}
