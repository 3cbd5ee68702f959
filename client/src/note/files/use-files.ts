import { useEffect, useEffectEvent } from 'react'
import type { EditorHandle, OnHeader } from '../../editor/index.ts'
import { isImageFile } from '../../editor/images/files.ts'
import { useToast } from '../../ui/Toast.tsx'
import { listenForFiles, type Point } from './listen.ts'

/** Takes files that are dropped anywhere on the page or pasted into the text. Nothing that is dropped leaves the page. */
export function useFiles(editor: EditorHandle | null, canEdit: boolean, onHeader: OnHeader): void {
  const toast = useToast()
  const take = useEffectEvent(async (files: readonly File[], at: Point | null) => {
    if (!editor || !canEdit) return toast({ text: 'Nothing can be added to this note here.', isError: true })
    try {
      const images = files.filter(isImageFile)
      if (images.length > 0) editor.insertImages(images, at)
      const others = files.filter((file) => !isImageFile(file))
      if (others.length === 0) return undefined
      const { readFiles } = await import('./read-files.ts')
      const { texts, refused } = await readFiles(others)
      if (texts.length > 0) await editor.insertFiles(texts, at, onHeader)
      if (refused.length > 0) toast({ text: refused.join('. '), isError: true })
    } catch {
      toast({ text: 'The files could not be read.', isError: true })
    }
    return undefined
  })
  useEffect(() => listenForFiles(window, (files, at) => void take(files, at)), [])
}
