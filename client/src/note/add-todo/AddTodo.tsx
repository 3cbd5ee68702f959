import type { EditorView } from '@tiptap/pm/view'
import { useLayoutEffect, useMemo, useRef, useState, type KeyboardEvent } from 'react'
import { closeStep } from '../../editor/clipboard/step.ts'
import type { EditorHandle } from '../../editor/index.ts'
import { itemsOf } from '../../editor/items/items.ts'
import { labelOf } from '../../editor/items/owners.ts'
import { peopleChoices } from '../../editor/menus/people-choices.ts'
import { choiceId, menuId } from '../../editor/menus/trigger.ts'
import { useEditorState } from '../../editor/use-editor-state.ts'
import { Icon } from '../../ui/Icon.tsx'
import { useToast } from '../../ui/Toast.tsx'
import { fetchAhead } from '../../ui/use-fetched.ts'
import { mentionAt, withOwner } from './mention.ts'
import { PeopleMenu } from './PeopleMenu.tsx'

const loadWriter = () => import('../../editor/items/add-todo.ts')
const mostPeople = 7

/** What stands in the field, and the caret where it is known; null: people are not offered there. */
interface Draft {
  text: string
  caret: number | null
  /** where the caret has to go */
  goTo?: number
}

const nothing: Draft = { text: '', caret: null }

interface AddTodoProps {
  handle: EditorHandle
  /** how many rows stand above it */
  rows: number
}

/** A line that becomes a TODO of the note. [N250] */
export function AddTodo({ handle: { editor }, rows }: AddTodoProps) {
  const field = useRef<HTMLLabelElement>(null)
  const input = useRef<HTMLInputElement>(null)
  const [draft, setDraft] = useState(nothing)
  const [index, setIndex] = useState(0)
  const [added, setAdded] = useState('')
  const tell = useToast()
  const context = useEditorState({ editor, selector: ({ editor }) => itemsOf(editor.state).context })
  const { text, caret } = draft

  useLayoutEffect(() => {
    const { goTo } = draft
    if (goTo !== undefined) input.current?.setSelectionRange(goTo, goTo)
  }, [draft])

  useLayoutEffect(() => {
    if (rows > 0 && document.activeElement === input.current) field.current?.scrollIntoView({ block: 'nearest' })
  }, [rows])

  const choices = useMemo(() => {
    const mention = caret === null ? null : mentionAt(text, caret)
    if (!mention) return []
    return peopleChoices(
      mention.query,
      context,
      (name, _view, _range, beside) => {
        const made = withOwner(text, mention, labelOf(name, context), beside)
        setDraft({ text: made.text, caret: null, goTo: made.caret })
      },
      mostPeople,
    )
  }, [text, caret, context])
  const isOpen = choices.length > 0
  const choose = (line: number, beside: boolean) => choices[line]?.choose(editor.view, { from: 0, to: 0 }, beside)

  const add = async () => {
    const words = text.replace(/\s+/g, ' ').trim()
    if (words === '') return
    setDraft(nothing) // before anything is fetched: a second Enter must not write it again
    try {
      const { addTodo } = await loadWriter()
      write(editor.view, (state) => addTodo(state, words))
      setAdded(words)
    } catch {
      setDraft((now) => ({ text: `${text} ${now.text}`.trim(), caret: null }))
      tell({ text: 'What writes the TODO could not be fetched. Try again.', isError: true })
    }
  }
  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (event.nativeEvent.isComposing) return
    const { key, shiftKey } = event
    const count = choices.length
    if (isOpen && (key === 'ArrowDown' || key === 'ArrowUp'))
      setIndex((index + (key === 'ArrowDown' ? 1 : count - 1)) % count)
    else if (isOpen && (key === 'Enter' || (key === 'Tab' && !shiftKey))) choose(index, shiftKey)
    else if (isOpen && key === 'Escape') setDraft({ text, caret: null })
    else if (key === 'Escape' && text !== '') setDraft(nothing)
    else if (key === 'Enter') void add()
    else return
    event.preventDefault()
    event.stopPropagation()
  }
  return (
    <>
      <label ref={field} className="field">
        <Icon name="plus" />
        <input
          ref={input}
          role="combobox"
          aria-label="Add a TODO"
          aria-expanded={isOpen}
          aria-controls={isOpen ? menuId : undefined}
          aria-activedescendant={isOpen ? choiceId(index) : undefined}
          placeholder="Add a TODO, @ for an owner"
          autoComplete="off"
          enterKeyHint="done"
          dir="auto"
          value={text}
          onFocus={() => fetchAhead(loadWriter)}
          onChange={({ currentTarget: { value, selectionStart } }) => {
            setDraft({ text: value, caret: selectionStart })
            setIndex(0)
          }}
          onBlur={() => setDraft({ text, caret: null })}
          onKeyDown={onKeyDown}
        />
      </label>
      {isOpen && <PeopleMenu field={field} choices={choices} index={index} onChoose={choose} />}
      <output className="sr">{added === '' ? '' : `Added: ${added}`}</output>
    </>
  )
}

/** Does it as a step of its own. */
function write(view: EditorView, make: (state: EditorView['state']) => EditorView['state']['tr']): void {
  closeStep(view.state)
  view.dispatch(make(view.state))
  closeStep(view.state)
}
