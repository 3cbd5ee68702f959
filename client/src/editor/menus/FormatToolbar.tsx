import type { Editor } from '@tiptap/core'
import type { Command } from '@tiptap/pm/state'
import { TextSelection } from '@tiptap/pm/state'
import { useEditorState } from '../use-editor-state.ts'
import { useEffect, useMemo, useState } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { IconName } from '../../ui/icon-shapes.tsx'
import { openBlockMenu } from '../block-menu/open.ts'
import { askForLink } from '../link-keys.ts'
import { makeDecision, makeTodo } from '../items/commands.ts'
import { toggleTextMark, type TextMark } from '../marks/marks.ts'
import { selectionAnchor } from './anchors.ts'
import { usePlace } from './use-place.ts'
import { useRoving } from './use-roving.ts'

interface Tool {
  label: string
  icon: IconName
  run: Command
  mark?: TextMark | 'link'
  hasWords?: boolean
  startsGroup?: boolean
}

const tools: Tool[] = [
  { label: 'Bold', icon: 'bold', mark: 'bold', run: toggleTextMark('bold') },
  { label: 'Italic', icon: 'italic', mark: 'italic', run: toggleTextMark('italic') },
  { label: 'Strikethrough', icon: 'strike', mark: 'strike', run: toggleTextMark('strike') },
  { label: 'Code', icon: 'code', mark: 'code', run: toggleTextMark('code') },
  { label: 'Link', icon: 'link', mark: 'link', run: askForLink },
  { label: 'TODO', icon: 'check-square', hasWords: true, startsGroup: true, run: makeTodo },
  { label: 'Decision', icon: 'diamond', hasWords: true, run: makeDecision },
  { label: 'Block', icon: 'grip', startsGroup: true, run: openBlockMenu },
]

const settleMs = 150

/** The tools over a selection. They come when it has settled, never while it is dragged. */
export function FormatToolbar({ editor }: { editor: Editor }) {
  const selected = useEditorState({ editor, selector: ({ editor }) => selectionKey(editor) })
  const settled = useSettled(selected)
  const active = useEditorState({
    editor,
    selector: ({ editor }) => activeMarks(editor),
  })
  const anchor = useMemo(() => (settled === null ? null : selectionAnchor(editor)), [editor, settled])
  const bar = usePlace<HTMLDivElement>(anchor, 'top-start', 6)
  const { onKeyDown, tabIndexOf, setCurrent } = useRoving(bar, () => editor.view.focus())
  if (settled === null) return null
  return (
    <div className="toolbar float floating" role="toolbar" aria-label="Format" ref={bar}>
      {tools.map(({ label, icon, run, mark, hasWords, startsGroup }, index) => (
        <span key={label} className="tool">
          {startsGroup && <span className="sep" />}
          <button
            type="button"
            className={hasWords ? 'btn quiet small' : 'btn quiet small square'}
            aria-label={hasWords ? undefined : label}
            aria-pressed={mark ? active.includes(mark) : undefined}
            tabIndex={tabIndexOf(index)}
            onMouseDown={(event) => event.preventDefault()}
            onKeyDown={onKeyDown}
            onClick={() => {
              setCurrent(index)
              run(editor.state, editor.view.dispatch, editor.view)
              editor.view.focus()
            }}
          >
            <Icon name={icon} />
            {hasWords && label}
          </button>
        </span>
      ))}
    </div>
  )
}

/** What is selected, as a key; null where the tools have nothing to do. */
function selectionKey(editor: Editor): string | null {
  const { selection } = editor.state
  const isText = selection instanceof TextSelection && !selection.empty && !selection.$from.parent.type.spec.code
  if (!isText || !editor.isEditable) return null
  return editor.state.doc.textBetween(selection.from, selection.to).trim() === ''
    ? null
    : `${selection.from} ${selection.to}`
}

function activeMarks(editor: Editor): string {
  return tools.flatMap(({ mark }) => (mark && editor.isActive(mark) ? [mark] : [])).join(' ')
}

/** `value` once it has stayed the same for a moment with no button held; null at once. */
function useSettled(value: string | null): string | null {
  const [settled, setSettled] = useState<string | null>(null)
  useEffect(() => {
    if (value === null) return undefined
    let timer = 0
    let isHeld = false
    const wait = () => {
      clearTimeout(timer)
      if (!isHeld) timer = window.setTimeout(() => setSettled(value), settleMs)
    }
    const onDown = () => {
      isHeld = true
      clearTimeout(timer)
    }
    const onUp = () => {
      isHeld = false
      wait()
    }
    wait()
    document.addEventListener('pointerdown', onDown)
    document.addEventListener('pointermove', wait)
    document.addEventListener('pointerup', onUp)
    return () => {
      clearTimeout(timer)
      document.removeEventListener('pointerdown', onDown)
      document.removeEventListener('pointermove', wait)
      document.removeEventListener('pointerup', onUp)
    }
  }, [value])
  return settled === value ? value : null
}
