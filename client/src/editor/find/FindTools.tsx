import type { Editor } from '@tiptap/core'
import { useEditorState } from '../use-editor-state.ts'
import { useEffect, useEffectEvent, useLayoutEffect, useRef, useState } from 'react'
import { isMod } from '../../ui/keys.ts'
import { fetchAhead, useFetched } from '../../ui/use-fetched.ts'
import { whenIdle } from '../../ui/when-idle.ts'
import { askForFind, findStateOf } from './find-state.ts'

const loadBar = () => import('./FindBar.tsx')

/** Mod+F opens the bar that finds in the note; from within the bar it is the browser's own. */
export function FindTools({ editor, canEdit }: { editor: Editor; canEdit: boolean }) {
  const asked = useEditorState({ editor, selector: ({ editor }) => findStateOf(editor.state).asked })
  const [closed, setClosed] = useState(0)
  const [early, setEarly] = useState('')
  const onKey = useEffectEvent((event: KeyboardEvent) => {
    const isInBar = event.target instanceof Element && event.target.closest('.find-bar') !== null
    const isFind = isMod(event) && !event.shiftKey && !event.altKey && event.key.toLowerCase() === 'f'
    if (!isFind || isInBar || event.defaultPrevented || document.querySelector('dialog[open]')) return
    event.preventDefault()
    editor.view.dispatch(askForFind(editor.state.tr))
  })
  useEffect(() => {
    addEventListener('keydown', onKey)
    return () => removeEventListener('keydown', onKey)
  }, [])
  useEffect(() => whenIdle(() => fetchAhead(loadBar)), [])
  const isOpen = asked !== closed
  const close = () => {
    setClosed(asked)
    setEarly('')
  }
  const code = useFetched(loadBar, isOpen, close)
  if (!isOpen) return null
  const leave = () => {
    close()
    editor.view.focus()
  }
  if (!code) return <EarlyField words={early} onChange={setEarly} onLeave={leave} />
  return <code.FindBar editor={editor} canEdit={canEdit} asked={asked} early={early} onClose={close} />
}

interface EarlyFieldProps {
  words: string
  onChange: (words: string) => void
  onLeave: () => void
}

/** Takes what is typed before the bar is here: else it would go into the note, or nowhere. [E239] */
function EarlyField({ words, onChange, onLeave }: EarlyFieldProps) {
  const field = useRef<HTMLInputElement>(null)
  useLayoutEffect(() => field.current?.focus({ preventScroll: true }), [])
  return (
    <input
      ref={field}
      type="text"
      className="sr"
      aria-label="Find"
      autoComplete="off"
      spellCheck={false}
      value={words}
      onChange={(event) => onChange(event.target.value)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') onLeave()
      }}
    />
  )
}
