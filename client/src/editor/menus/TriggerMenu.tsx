import type { Editor } from '@tiptap/core'
import { useEditorState } from '../use-editor-state.ts'
import { useMemo } from 'react'
import { AssignKeys } from './AssignKeys.tsx'
import { ChoiceList } from './ChoiceList.tsx'
import { positionAnchor } from './anchors.ts'
import { chooseLine, triggerOf } from './trigger.ts'
import { usePlace } from './use-place.ts'

const labels = { slash: 'Insert', people: 'People', emoji: 'Emoji' }

/** The menu under the caret while `/`, `@` or `:` is typed. */
export function TriggerMenu({ editor }: { editor: Editor }) {
  const open = useEditorState({ editor, selector: ({ editor }) => triggerOf(editor.state) })
  const from = open?.from ?? null
  const anchor = useMemo(() => (from === null ? null : positionAnchor(editor, from)), [editor, from])
  const menu = usePlace<HTMLDivElement>(anchor, 'bottom-start')
  if (!open || open.choices.length === 0) return null
  return (
    <div className="menu floating" ref={menu}>
      <ChoiceList
        label={labels[open.kind]}
        choices={open.choices}
        index={open.index}
        onChoose={(index, beside) => chooseLine(editor.view, index, beside)}
      />
      {open.kind === 'people' ? (
        <AssignKeys />
      ) : (
        <footer>
          <kbd>↑</kbd>
          <kbd>↓</kbd>
          <span>choose</span>
          <kbd>↵</kbd>
          <span>insert</span>
          <kbd>esc</kbd>
          <span>keep the text</span>
        </footer>
      )}
    </div>
  )
}
