import type { Editor } from '@tiptap/core'
import { isVacant } from '../../editor/blocks/placeholder.ts'
import { useEditorState } from '../../editor/use-editor-state.ts'
import { TemplatePicture } from '../../ui/TemplatePicture.tsx'
import { useToast } from '../../ui/Toast.tsx'
import './start-from.css'

const templates = [
  { name: 'meeting', title: 'Meeting', text: 'Agenda, discussions, TODOs and decisions' },
  { name: 'stand-up', title: 'Stand-up', text: 'One line for each person' },
  { name: 'decision', title: 'Decision record', text: 'Context, options, what was agreed' },
] as const

interface StartFromProps {
  editor: Editor
  /** whom the header of the note names */
  people: readonly string[]
}

/** What an empty note can start from. */
export function StartFrom({ editor, people }: StartFromProps) {
  const tell = useToast()
  const isEmpty = useEditorState({ editor, selector: ({ editor }) => isVacant(editor.state.doc) })
  if (!isEmpty) return null
  const start = async (name: (typeof templates)[number]['name']) => {
    try {
      const { fill } = await import('./fill.ts')
      fill(editor, name, people)
    } catch {
      tell({ text: 'The template could not be fetched. Try again.', isError: true })
    }
  }
  return (
    <section className="start-from" aria-label="Start from">
      <p className="muted">Start from</p>
      <div className="templates">
        {templates.map(({ name, title, text }) => (
          <button key={name} type="button" onClick={() => void start(name)}>
            <TemplatePicture of={name} />
            <b>{title}</b>
            <small>{text}</small>
          </button>
        ))}
      </div>
      <p className="muted">
        or just start typing. <kbd>/</kbd> inserts, <kbd>@</kbd> names someone.
      </p>
    </section>
  )
}
