import type { Editor } from '@tiptap/core'
import { useEditorState } from '@tiptap/react'
import { lazy, Suspense } from 'react'
import { floatOf } from '../floats.ts'
import { DuePicker } from './DuePicker.tsx'
import { FormatToolbar } from './FormatToolbar.tsx'
import { LinkBubble } from './LinkBubble.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import { TriggerMenu } from './TriggerMenu.tsx'

const BlockMenu = lazy(() => import('../block-menu/BlockMenu.tsx').then((module) => ({ default: module.BlockMenu })))

const LanguagePicker = lazy(() =>
  import('../code/LanguagePicker.tsx').then((module) => ({ default: module.LanguagePicker })),
)

/** All that floats over the text: one thing at a time. */
export function NoteMenus({ editor }: { editor: Editor }) {
  const float = useEditorState({ editor, selector: ({ editor }) => floatOf(editor.state) })
  if (float?.kind === 'owner') return <OwnerPicker key={float.at} editor={editor} float={float} />
  if (float?.kind === 'due') return <DuePicker key={float.at} editor={editor} float={float} />
  if (float?.kind === 'language') {
    return (
      <Suspense fallback={null}>
        <LanguagePicker key={float.at} editor={editor} float={float} />
      </Suspense>
    )
  }
  if (float?.kind === 'block') {
    return (
      <Suspense fallback={null}>
        <BlockMenu editor={editor} range={float} />
      </Suspense>
    )
  }
  if (float) return <LinkBubble key={`${float.from} ${float.to} ${float.isNew}`} editor={editor} float={float} />
  return (
    <>
      <FormatToolbar editor={editor} />
      <TriggerMenu editor={editor} />
    </>
  )
}
