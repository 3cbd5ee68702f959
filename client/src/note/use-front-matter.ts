import { editFrontMatter, mendFrontMatter, typesOf } from '@minutebook/shared/doc'
import { read, type FrontMatter, type TextEdit } from '@minutebook/shared/front-matter'
import { useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'

/** The front matter of a document as it is now, and how to edit it. */
export interface FrontMatterForm {
  yaml: string
  values: FrontMatter
  /** Makes edits of the text as it is now, mended before; what others type meanwhile merges. */
  edit: (make: (yaml: string) => TextEdit[]) => void
  /** The same by somebody who edits it as text: nothing else is changed. */
  editText: (make: (yaml: string) => TextEdit[]) => void
}

const origin = 'front-matter form'
/** Milliseconds within which those who could mend begin, each at another time: then mostly one does. */
const mendWithin = 1500

/** Follows the front matter of `doc`. */
export function useFrontMatter(doc: Y.Doc): FrontMatterForm {
  const text = useMemo(() => typesOf(doc).frontMatter, [doc])
  const [yaml, setYaml] = useState(() => text.toString())
  const usesForm = useRef(false)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const mendIfBroken = () => {
      if (usesForm.current && read(text.toString()).error) mendFrontMatter(doc, origin)
    }
    const follow = (_event: Y.YTextEvent | null, transaction: Y.Transaction | null) => {
      setYaml(text.toString())
      if (transaction?.local !== false || !usesForm.current) return
      clearTimeout(timer)
      timer = setTimeout(mendIfBroken, Math.random() * mendWithin)
    }
    follow(null, null)
    text.observe(follow)
    return () => {
      text.unobserve(follow)
      clearTimeout(timer)
    }
  }, [doc, text])
  const values = useMemo(() => read(yaml), [yaml])
  const edit = useCallback(
    (make: (yaml: string) => TextEdit[]) => {
      usesForm.current = true
      mendFrontMatter(doc, origin)
      editFrontMatter(doc, make, origin)
    },
    [doc],
  )
  const editText = useCallback(
    (make: (yaml: string) => TextEdit[]) => {
      usesForm.current = false
      editFrontMatter(doc, make, origin)
    },
    [doc],
  )
  return { yaml, values, edit, editText }
}
