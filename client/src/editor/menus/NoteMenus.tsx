import type { Editor } from '@tiptap/core'
import { useEditorState } from '../use-editor-state.ts'
import { useEffect } from 'react'
import { preparePlaces } from '../../ui/place.ts'
import { useFetched } from '../../ui/use-fetched.ts'
import type { AddressOf } from '../block-menu/copy-link.ts'
import { closeFloat, floatOf } from '../floats.ts'
import { selectedImage } from '../images/images.ts'
import { followOffers } from '../offers/follow.ts'
import { DuePicker } from './DuePicker.tsx'
import { FormatToolbar } from './FormatToolbar.tsx'
import { ImageBubble } from './ImageBubble.tsx'
import { LinkBubble } from './LinkBubble.tsx'
import { OwnerPicker } from './OwnerPicker.tsx'
import { TriggerMenu } from './TriggerMenu.tsx'

const loadBlockMenu = () => import('../block-menu/BlockMenu.tsx')
const loadLanguages = () => import('../code/LanguagePicker.tsx')

/** All that floats over the text: one thing at a time. */
export function NoteMenus({ editor, addressOf }: { editor: Editor; addressOf: AddressOf }) {
  const float = useEditorState({ editor, selector: ({ editor }) => floatOf(editor.state) })
  useEffect(preparePlaces, [])
  useEffect(() => followOffers(editor), [editor])
  const giveUp = () => editor.view.dispatch(closeFloat(editor.state.tr))
  const blocks = useFetched(loadBlockMenu, float?.kind === 'block', giveUp)
  const languages = useFetched(loadLanguages, float?.kind === 'language', giveUp)
  const image = useEditorState({ editor, selector: ({ editor }) => selectedImage(editor.state)?.node.attrs ?? null })
  if (float?.kind === 'owner') return <OwnerPicker key={float.opened} editor={editor} float={float} />
  if (float?.kind === 'due') return <DuePicker key={float.opened} editor={editor} float={float} />
  if (float?.kind === 'language') {
    return languages && <languages.LanguagePicker key={float.opened} editor={editor} float={float} />
  }
  if (float?.kind === 'block') return blocks && <blocks.BlockMenu editor={editor} range={float} addressOf={addressOf} />
  if (float) return <LinkBubble key={float.opened} editor={editor} float={float} />
  if (image)
    return <ImageBubble key={`${image['src']} ${image['alt']}`} editor={editor} alt={String(image['alt'] ?? '')} />
  return (
    <>
      <FormatToolbar editor={editor} />
      <TriggerMenu editor={editor} />
    </>
  )
}
