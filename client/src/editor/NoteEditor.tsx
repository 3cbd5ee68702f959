import type { Editor } from '@tiptap/core'
import { Selection } from '@tiptap/pm/state'
import { useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react'
import type { Awareness } from 'y-protocols/awareness'
import type * as Y from 'yjs'
import type { OutlineEntry, Reading } from '@minutebook/shared/meeting'
import { schema, type DocNode, type Path } from '@minutebook/shared/schema'
import { latePart } from '../ui/late-component.tsx'
import { spellingAttributes, useSpelling } from '../ui/preferences.ts'
import './editor.css'
import './items/items.css'
import './extras/extras.css'
import './menus/menus.css'
import './block-menu/block-menu.css'
import './agenda/agenda.css'
import './away/away.css'
import './images/images.css'
import { addImage } from '../api/images.ts'
import { useToast } from '../ui/Toast.tsx'
import { idle } from '../ui/when-idle.ts'
import { afterFrame } from '../ui/after-frame.ts'
import { readSelection } from './binding/fresh-selection.ts'
import { BlockTools } from './block-menu/BlockTools.tsx'
import { findUnknown, watchForUnknown } from './binding/guard.ts'
import { EditorPlace } from './EditorPlace.tsx'
import type { OnHeader } from './clipboard/late-markdown.ts'
import type { BeforeOthers } from './binding/draw-first.ts'
import { useEditor } from './use-editor.ts'
import { noteExtensions } from './extensions.ts'
import { FindTools } from './find/FindTools.tsx'
import { handleOf, type EditorHandle } from './handle.ts'
import type { ItemContext, TeamPeople } from './items/context.ts'
import { itemsOf, withContext } from './items/items.ts'
import type { Items } from './items/reading-state.ts'
import { useItemContext } from './items/use-context.ts'

/** Fetched when the page has nothing else to do. What is open by then shows. */
const NoteMenus = latePart(async () => {
  await idle()
  return (await import('./menus/NoteMenus.tsx')).NoteMenus
})

export interface NoteEditorProps {
  noteId: string
  doc: Y.Doc
  /** presence states `{user: {name, color}, cursor}`; the editor sets `cursor` */
  awareness: Awareness
  editable: boolean
  /** the entries of the front matter's `participants` */
  participants: string[]
  /** what is known of people beyond the note */
  team: TeamPeople | null
  /** the meeting's day, "YYYY-MM-DD", for "by Friday" */
  day: string | null
  /** called once at the start and after every change of the text */
  onReadings: (readings: Reading[], outline: OutlineEntry[], body: DocNode) => void
  onReady?: (handle: EditorHandle) => void
  /** where the page shows the block at a path, with the origin */
  addressOf: (path: Path) => Promise<string>
  /** takes the front matter of a text that is pasted. It must stay the same. */
  onHeader: OnHeader
  /** calls back before anybody else changes the document, and returns how to end that */
  beforeOthers: BeforeOthers
  /** the document holds something that this program does not know; the editor has stopped so that nothing is lost */
  onBroken?: (error: Error) => void
}

/**
 * The text of a note. It must be mounted only when `doc` holds the note. Where the document has or gets something that
 * this program does not know, it stops, and says so: nothing unknown is deleted.
 */
export function NoteEditor(props: NoteEditorProps) {
  const { doc, onBroken } = props
  const [unknown, setUnknown] = useState(() => findUnknown(doc.getXmlFragment('body'), schema))
  const bound = useRef<Editor | null>(null)
  const onBound = useCallback((editor: Editor) => {
    bound.current = editor
  }, [])
  const stop = useEffectEvent((name: string) => {
    bound.current?.destroy() // at once: the binding would delete what it cannot build before React renders again
    setUnknown(name)
  })
  useEffect(() => watchForUnknown(doc.getXmlFragment('body'), schema, stop), [doc])
  const tellBroken = useEffectEvent((name: string) => onBroken?.(new Error(`the note holds an unknown ${name}`)))
  useEffect(() => {
    if (unknown !== null) tellBroken(unknown)
  }, [unknown])
  if (unknown === null) return <BoundEditor {...props} onBound={onBound} />
  return <p role="alert">This note was written with a newer version of Minutebook. Reload the page to open it.</p>
}

interface BoundEditorProps extends NoteEditorProps {
  onBound: (editor: Editor) => void
}

function BoundEditor(props: BoundEditorProps) {
  const { noteId, doc, awareness, editable, day, participants, team, beforeOthers, onHeader } = props
  const context = useItemContext(awareness, day, participants, team)
  const tell = useToast()
  const [extensions] = useState(() =>
    noteExtensions({
      doc,
      awareness,
      context,
      now: isoNow,
      newId,
      images: { noteId, send: addImage, tell },
      beforeOthers,
      onHeader,
    }),
  )
  const [spelling] = useSpelling()
  const editorProps = useMemo(() => ({ attributes: { ...textbox, ...spellingAttributes(spelling) } }), [spelling])
  const editor = useEditor({
    extensions,
    editable,
    enableCoreExtensions: { delete: false, clipboardTextSerializer: false },
    injectCSS: false,
    editorProps,
  })
  return editor && <EditorThere {...props} editor={editor} context={context} />
}

/** The editor on the page, and what belongs to it. */
function EditorThere(props: BoundEditorProps & { editor: Editor; context: ItemContext }) {
  const { editor, context, editable, addressOf, onBound, onReady, onReadings } = props
  useEffect(() => onBound(editor), [onBound, editor])
  useEffect(() => {
    if (editor.isEditable !== editable) editor.setEditable(editable, false)
  }, [editor, editable])
  const ready = useEffectEvent((handle: EditorHandle) => onReady?.(handle))
  useEffect(() => ready(handleOf(editor)), [editor])
  useEffect(() => {
    if (editor.isFocused) readSelection(editor.view)
    const { state } = editor
    // a note that begins with a list is opened with the caret outside of its text
    const isOutside = !state.selection.$head.parent.inlineContent
    if (itemsOf(state).context === context && !isOutside) return // a transaction would lay out the page before its first frame
    const tr = withContext(state.tr, context)
    if (isOutside) tr.setSelection(Selection.atStart(tr.doc))
    editor.view.dispatch(tr)
  }, [editor, context])
  const tellReadings = useEffectEvent(() => {
    const { readings, outline, body } = itemsOf(editor.state)
    onReadings(readings, outline, body)
  })
  useEffect(() => {
    let told: Pick<Items, 'body' | 'readings'> | null = null
    const check = () => {
      const items = itemsOf(editor.state)
      if (items.body === told?.body && items.readings === told.readings) return
      told = items
      tellReadings()
    }
    let isWaiting = false
    // the letter comes first, then what stands beside the text
    const checkSoon = () => {
      if (!isWaiting)
        afterFrame(() => {
          isWaiting = false
          if (!editor.isDestroyed) check()
        })
      isWaiting = true
    }
    check()
    editor.on('transaction', checkSoon)
    return () => {
      editor.off('transaction', checkSoon)
    }
  }, [editor])
  return (
    <div className="text-place">
      <EditorPlace editor={editor} />
      {editable && <BlockTools editor={editor} />}
      <FindTools editor={editor} canEdit={editable} />
      {editable && <NoteMenus editor={editor} addressOf={addressOf} />}
    </div>
  )
}

const textbox = {
  class: 'prose',
  role: 'textbox',
  'aria-multiline': 'true',
  'aria-label': 'Note',
}

const isoNow = () => new Date().toISOString()

/** Ten letters and digits: enough that two in one note never meet. */
function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(10))
  return Array.from(bytes, (byte) => (byte % 36).toString(36)).join('')
}
