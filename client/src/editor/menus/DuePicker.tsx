import type { Editor } from '@tiptap/core'
import { useMemo, useRef, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { Float } from '../floats.ts'
import { itemsOf, readingAt } from '../items/items.ts'
import { writeDue } from '../items/words.ts'
import { drawnAnchor } from './anchors.ts'
import { ChoiceField } from './ChoiceField.tsx'
import { dueChoices } from './due-choices.ts'
import type { Choice } from './trigger.ts'
import { useFloat } from './use-float.ts'

interface DuePickerProps {
  editor: Editor
  float: Extract<Float, { kind: 'due' }>
}

/** By when a TODO is to be done: typed in words or chosen, and written into the line as a date. */
export function DuePicker({ editor, float: { at } }: DuePickerProps) {
  const [query, setQuery] = useState('')
  const [before] = useState(() => readingAt(editor.state, at + 1)?.reading.due?.date ?? null)
  const [today] = useState(() => itemsOf(editor.state).context.today)
  const calendar = useRef<HTMLInputElement>(null)
  const anchor = useMemo(() => drawnAnchor(editor, at, '.due', 0), [editor, at])
  const { box, close } = useFloat<HTMLDivElement>(editor, anchor, 'bottom-end')
  const write = (value: string | null) => {
    const placed = readingAt(editor.state, at + 1)
    if (placed) editor.view.dispatch(writeDue(editor.state.tr, placed, value))
    close()
  }
  const choices = dueChoices(query, today, before).map(({ label, note, date }): Choice => ({
    group: date === null ? '' : 'Due',
    label,
    ...(note === '' ? {} : { note }),
    choose: () => write(date),
  }))
  return (
    <div className="menu floating due-picker" ref={box}>
      <ChoiceField
        label="Due date"
        icon="calendar"
        placeholder={before ?? 'Friday, Nov 8, in 3 days'}
        listLabel="Days"
        query={query}
        onQuery={setQuery}
        choices={choices}
        onChoose={(line) => choices[line]?.choose(editor.view, { from: at, to: at }, false)}
        onClose={close}
        tool={
          <>
            <input
              ref={calendar}
              className="sr"
              type="date"
              tabIndex={-1}
              aria-hidden="true"
              defaultValue={before ?? today}
              onChange={({ target }) => {
                if (target.value !== '') write(target.value)
              }}
            />
            <button
              type="button"
              className="btn quiet small square"
              aria-label="Choose in a calendar"
              // the field keeps the focus
              onMouseDown={(event) => event.preventDefault()}
              onClick={() => calendar.current?.showPicker()}
            >
              <Icon name="chevron-down" />
            </button>
          </>
        }
      />
      {choices.length === 0 && <p className="muted">A day, such as “Nov 8” or “next Friday”</p>}
    </div>
  )
}
