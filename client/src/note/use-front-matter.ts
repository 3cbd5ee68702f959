import { editText, typesOf } from '@minutebook/shared/doc'
import { mend, read, type FrontMatter, type TextEdit } from '@minutebook/shared/front-matter'
import { useCallback, useEffect, useMemo, useState } from 'react'
import type * as Y from 'yjs'
import { narrowEdits } from './narrow.ts'

/** The front matter of a document as it is now, and how to edit it. */
export interface FrontMatterForm {
  yaml: string
  values: FrontMatter
  /** Makes edits of the text as it is now, in one transaction; what others type meanwhile merges. */
  edit: (make: (yaml: string) => TextEdit[]) => void
}

/** Follows the front matter of `doc`. */
export function useFrontMatter(doc: Y.Doc): FrontMatterForm {
  const text = useMemo(() => typesOf(doc).frontMatter, [doc])
  const [yaml, setYaml] = useState(() => text.toString())
  useEffect(() => {
    const follow = () => setYaml(text.toString())
    follow()
    text.observe(follow)
    return () => text.unobserve(follow)
  }, [text])
  const values = useMemo(() => read(yaml), [yaml])
  const edit = useCallback(
    (make: (yaml: string) => TextEdit[]) => {
      const run = (edit: (yaml: string) => TextEdit[]) => {
        const now = text.toString()
        const edits = narrowEdits(now, edit(now))
        if (edits.length > 0) editText(text, edits, 'front-matter form')
      }
      run(mend) // what two people did at the same time may be no YAML, and nothing could be edited in it
      run(make)
    },
    [text],
  )
  return { yaml, values, edit }
}
