import type { Editor } from '@tiptap/core'
import type { VirtualElement, Placement } from '@floating-ui/dom'
import type { RefObject } from 'react'
import { closeFloat } from '../floats.ts'
import { useDismiss } from './use-dismiss.ts'
import { usePlace } from './use-place.ts'

/** A small window beside the text: where it stands, and `close`, which gives the focus back to the text. */
export function useFloat<E extends HTMLElement>(
  editor: Editor,
  anchor: VirtualElement,
  placement: Placement,
): { box: RefObject<E | null>; close: () => void } {
  const box = usePlace<E>(anchor, placement)
  const dismiss = (byKey: boolean) => {
    editor.view.dispatch(closeFloat(editor.state.tr))
    if (byKey) editor.view.focus()
  }
  useDismiss(box, dismiss)
  return { box, close: () => dismiss(true) }
}
