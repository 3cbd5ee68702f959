import type { Editor } from '@tiptap/core'
import { useCallback, useEffect, useLayoutEffect, useRef, useSyncExternalStore } from 'react'
import { Icon } from '../../ui/Icon.tsx'
import type { EditorHandle } from '../handle.ts'
import { useRoving } from '../menus/use-roving.ts'
import './insert-bar.css'
import { keepAboveKeyboard } from './keep-above-keyboard.ts'
import { standings, tools, undoOf } from './tools.ts'
import { insertBarId, useWriting } from './use-writing.ts'

interface InsertBarProps {
  handle: EditorHandle
  onWriting: (isWriting: boolean) => void
}

/** The tools of the line on the on-screen keyboard, while somebody writes. */
export function InsertBar({ handle, onWriting }: InsertBarProps) {
  const isWriting = useWriting(handle.view())
  useLayoutEffect(() => {
    onWriting(isWriting)
    return () => onWriting(false)
  }, [onWriting, isWriting])
  return (
    isWriting && (
      <section className="insert-bar" aria-label="Tools">
        <Tools handle={handle} />
      </section>
    )
  )
}

/** A press takes neither the focus nor the keyboard away. */
function Tools({ handle: { editor, openInsert } }: { handle: EditorHandle }) {
  const { view } = editor
  const bar = useRef<HTMLDivElement>(null)
  const { onKeyDown, tabIndexOf, setCurrent } = useRoving(bar, () => view.focus())
  const standing = useStandings(editor)
  useEffect(
    () =>
      keepAboveKeyboard(() => {
        if (view.hasFocus()) view.dispatch(view.state.tr.scrollIntoView())
      }),
    [view],
  )
  const buttonAt = (index: number) => ({
    type: 'button' as const,
    tabIndex: tabIndexOf(index),
    onFocus: () => setCurrent(index),
  })
  return (
    <div
      className="dock typing"
      id={insertBarId}
      role="toolbar"
      tabIndex={-1}
      aria-label="Insert"
      ref={bar}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.preventDefault()}
      onMouseDown={(event) => event.preventDefault()}
    >
      <button {...buttonAt(0)} aria-label="Insert a block" onClick={openInsert}>
        <Icon name="plus" />
      </button>
      {tools.map(({ label, icon, hasWords, run, isOn }, index) => (
        <button
          key={label}
          {...buttonAt(index + 1)}
          aria-label={hasWords ? undefined : label}
          aria-pressed={isOn && standing[index] === 'on'}
          aria-disabled={standing[index] === 'off'}
          onClick={() => {
            if (standing[index] !== 'off') run(editor)
            view.focus()
          }}
        >
          <Icon name={icon} />
          {hasWords && label}
        </button>
      ))}
      <button
        {...buttonAt(tools.length + 1)}
        className="end-writing"
        onClick={({ currentTarget }) => {
          currentTarget.blur()
          view.dom.blur()
        }}
      >
        Done
      </button>
    </div>
  )
}

function useStandings(editor: Editor): string[] {
  const subscribe = useCallback(
    (listener: () => void) => {
      const undo = undoOf(editor)
      editor.on('transaction', listener)
      undo?.on('stack-item-added', listener)
      undo?.on('stack-item-popped', listener)
      return () => {
        editor.off('transaction', listener)
        undo?.off('stack-item-added', listener)
        undo?.off('stack-item-popped', listener)
      }
    },
    [editor],
  )
  return useSyncExternalStore(subscribe, () => standings(editor).join(' ')).split(' ')
}
