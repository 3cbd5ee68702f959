import type { Editor } from '@tiptap/core'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState, type KeyboardEvent as Key } from 'react'
import { createPortal } from 'react-dom'
import { Icon } from '../../ui/Icon.tsx'
import { isMod } from '../../ui/keys.ts'
import './find.css'
import { useFind } from './use-find.ts'

interface FindBarProps {
  editor: Editor
  canEdit: boolean
  /** grows whenever the bar is asked for again */
  asked: number
  /** what was typed before it was here */
  early: string
  onClose: () => void
}

/** Finds words in the note and puts others in their place. It stands over the top end of the sheet. */
export function FindBar({ editor, canEdit, asked, early, onClose }: FindBarProps) {
  const bar = useRef<HTMLElement>(null)
  const field = useRef<HTMLInputElement>(null)
  const wasEarly = useRef(early !== '')
  const find = useFind(editor, bar, early)
  const [isReplacing, setReplacing] = useState(false)
  const [said, setSaid] = useState<string | null>(null)
  // before the first letter comes, which would else be selected and replaced by the second
  useLayoutEffect(() => {
    if (asked === 0) return
    field.current?.focus()
    if (wasEarly.current) field.current?.setSelectionRange(early.length, early.length)
    else field.current?.select()
    wasEarly.current = false
  }, [asked, early])
  const step = (by: -1 | 1) => {
    setSaid(null)
    find.step(by)
  }
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isNext = event.key === 'F3' || (isMod(event) && event.key.toLowerCase() === 'g')
    if (!isNext) return
    event.preventDefault()
    step(event.shiftKey ? -1 : 1)
  })
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  const close = () => {
    find.select()
    onClose()
    editor.view.focus()
  }
  const onKeyDown = (event: Key) => {
    if (event.key !== 'Escape') return
    event.preventDefault()
    event.stopPropagation()
    close()
  }
  const place = editor.view.dom.closest('.app')
  if (!place) return null
  return createPortal(
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions -- Escape belongs to all of it
    <search className="find-bar float" aria-label="Find in the note" ref={bar} onKeyDown={onKeyDown}>
      <div className="row">
        {canEdit && (
          <button
            type="button"
            className="btn quiet small square"
            aria-label="Replace"
            aria-expanded={isReplacing}
            onClick={() => setReplacing(!isReplacing)}
          >
            <Icon name={isReplacing ? 'chevron-down' : 'chevron-right'} />
          </button>
        )}
        <label className="field">
          <span className="sr">Find</span>
          <input
            ref={field}
            // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for
            autoFocus
            type="text"
            placeholder="Find"
            enterKeyHint="search"
            autoComplete="off"
            spellCheck={false}
            value={find.query.words}
            onChange={(event) => {
              setSaid(null)
              find.change({ words: event.target.value })
            }}
            onKeyDown={(event) => {
              if (event.key === 'Enter' && !event.nativeEvent.isComposing) step(event.shiftKey ? -1 : 1)
            }}
          />
          <output className="count">{said ?? countWords(find.query.words, find.index, find.total)}</output>
        </label>
        <Press label="Previous match" icon="arrow-up" onPress={() => step(-1)} />
        <Press label="Next match" icon="arrow-down" onPress={() => step(1)} />
        <Press label="Close" icon="x" onPress={close} />
      </div>
      <div className="row">
        <Choice label="Match case" isOn={find.query.isExact} onChange={(isExact) => find.change({ isExact })} />
        <Choice
          label="Whole words"
          isOn={find.query.isWholeWords}
          onChange={(isWholeWords) => find.change({ isWholeWords })}
        />
      </div>
      {canEdit && isReplacing && (
        <Replace
          onReplace={(words, isAll) => {
            const times = find.replace(words, isAll)
            setSaid(isAll ? `${times} replaced` : null)
          }}
        />
      )}
    </search>,
    place,
  )
}

function countWords(words: string, index: number, total: number): string {
  if (words === '') return ''
  return total === 0 ? 'Nothing found' : `${index + 1} of ${total}`
}

function Replace({ onReplace }: { onReplace: (words: string, isAll: boolean) => void }) {
  const [words, setWords] = useState('')
  return (
    <form
      className="row"
      onSubmit={(event) => {
        event.preventDefault()
        onReplace(words, false)
      }}
    >
      <label className="field">
        <span className="sr">Replace with</span>
        <input
          // oxlint-disable-next-line jsx-a11y/no-autofocus -- it was asked for
          autoFocus
          type="text"
          placeholder="Replace with"
          autoComplete="off"
          value={words}
          onChange={(event) => setWords(event.target.value)}
        />
      </label>
      <button type="submit" className="btn small">
        Replace
      </button>
      <button type="button" className="btn small" onClick={() => onReplace(words, true)}>
        Replace all
      </button>
    </form>
  )
}

function Press({
  label,
  icon,
  onPress,
}: {
  label: string
  icon: 'arrow-up' | 'arrow-down' | 'x'
  onPress: () => void
}) {
  return (
    <button type="button" className="btn quiet small square" aria-label={label} onClick={onPress}>
      <Icon name={icon} />
    </button>
  )
}

function Choice({ label, isOn, onChange }: { label: string; isOn: boolean; onChange: (isOn: boolean) => void }) {
  return (
    <button type="button" className="btn quiet small" aria-pressed={isOn} onClick={() => onChange(!isOn)}>
      {label}
    </button>
  )
}
