import type { Editor } from '@tiptap/core'
import { useMemo, useState } from 'react'
import type { Float } from '../floats.ts'
import { itemsOf, readingAt } from '../items/items.ts'
import { writeDue } from '../items/words.ts'
import { drawnAnchor } from './anchors.ts'
import { useFloat } from './use-float.ts'

interface DuePickerProps {
  editor: Editor
  float: Extract<Float, { kind: 'due' }>
}

/** By when a TODO is to be done: a date, which is written into the line. */
export function DuePicker({ editor, float: { at } }: DuePickerProps) {
  const [before] = useState(() => readingAt(editor.state, at + 1)?.reading.due?.date ?? null)
  const [date, setDate] = useState(() => before ?? itemsOf(editor.state).context.today)
  const anchor = useMemo(() => drawnAnchor(editor, at, '.due', 0), [editor, at])
  const { box, close } = useFloat<HTMLFormElement>(editor, anchor, 'bottom-end')
  const write = (value: string | null) => {
    const placed = readingAt(editor.state, at + 1)
    if (placed) editor.view.dispatch(writeDue(editor.state.tr, placed, value))
    close()
  }
  return (
    <form
      className="float floating bubble"
      ref={box}
      aria-label="Due date"
      onSubmit={(event) => {
        event.preventDefault()
        if (date !== '') write(date)
      }}
    >
      <label className="field">
        <span className="sr">Due</span>
        {/* oxlint-disable-next-line jsx-a11y/no-autofocus -- it was opened to be typed in */}
        <input type="date" autoFocus required value={date} onChange={(event) => setDate(event.target.value)} />
      </label>
      <button type="submit" className="btn small">
        Set
      </button>
      {before !== null && (
        <button type="button" className="btn quiet small" onClick={() => write(null)}>
          Remove
        </button>
      )}
    </form>
  )
}
