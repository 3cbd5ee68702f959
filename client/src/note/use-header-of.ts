import { useCallback } from 'react'
import type { OnHeader } from '../editor/index.ts'
import { useToast } from '../ui/Toast.tsx'
import { listed } from '../ui/words.ts'
import type { FrontMatterForm } from './use-front-matter.ts'

const asText = 'Pasted with Shift, everything is text.'

/** Takes the front matter of what comes into the note: into its header while nothing is written below that. [E69] */
export function useHeaderOf({ fillIn }: FrontMatterForm): OnHeader {
  const toast = useToast()
  const take = useCallback(
    async (yaml: string, hadText: boolean) => {
      if (hadText) return toast({ text: `The note keeps its header; that of the text was left out. ${asText}` })
      try {
        const { taken, left, undo } = await fillIn(yaml)
        if (taken.length === 0 && left.length === 0) return undefined
        const kept = left.length > 0 ? `What the header says already stays: ${listed(left)}.` : ''
        if (taken.length === 0) return toast({ text: `${kept} ${asText}` })
        const action = {
          label: 'Undo',
          run: () => {
            if (!undo()) toast({ text: 'The header was changed since, so it stays.', isError: true })
          },
        }
        return toast({ text: `The header was filled in. ${kept}`.trim(), action })
      } catch {
        return toast({
          text: `The header of the text was left out: it could not be read now. ${asText}`,
          isError: true,
        })
      }
    },
    [fillIn, toast],
  )
  return useCallback((yaml, hadText) => void take(yaml, hadText), [take])
}
