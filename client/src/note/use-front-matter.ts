import { forgetNameDay, readNamed, typesOf, type Named } from '@minutebook/shared/doc'
import { readPlain, type FillIn, type FrontMatter, type TextEdit } from '@minutebook/shared/front-matter'
import { use, useCallback, useEffect, useMemo, useRef, useState } from 'react'
import type * as Y from 'yjs'
import { Late } from '../ui/late.ts'
import { whenIdle } from '../ui/when-idle.ts'

/** What reads and edits any front matter: with its YAML parser a tenth of the page. */
export type HeaderTools = typeof import('./header-tools.ts')
const headerTools = new Late<HeaderTools>(() => import('./header-tools.ts'))

/** The front matter of a document as it is now, and how to edit it. */
export interface FrontMatterForm {
  yaml: string
  /** its datetime is the day that the name of the file says, where it has none itself */
  values: Omit<FrontMatter, 'data'>
  /** what only the name of the file says */
  named: Named
  /** it can be edited: what does that is here */
  isReady: boolean
  /** Makes edits of the text as it is now, mended before; what others type meanwhile merges. */
  edit: (make: (yaml: string, tools: HeaderTools) => TextEdit[]) => void
  /** The same by somebody who edits it as text: nothing else is changed. */
  editText: (make: (yaml: string) => TextEdit[]) => void
  /** Takes from another header what this one does not say. Gives what came of it, and what takes that back. */
  fillIn: (other: string) => Promise<FilledIn>
  /** Says when the meeting is; '' that it is not known. */
  setWhen: (datetime: string) => void
}

export interface FilledIn extends Pick<FillIn, 'taken' | 'left'> {
  /** False where the header has changed since. */
  undo: () => boolean
}

const origin = 'front-matter form'
/** Milliseconds within which those who could mend begin, each at another time: then mostly one does. */
const mendWithin = 1500
/** How long the tools wait for the text, and after a failure. */
const waitMs = 3000

/**
 * Follows the front matter of `doc`. Suspends where only YAML can tell what it says, and that is not here yet.
 *
 * @param hasText the text of the note is shown: what can wait may come
 */
export function useFrontMatter(doc: Y.Doc, hasText: boolean): FrontMatterForm {
  const text = useMemo(() => typesOf(doc).frontMatter, [doc])
  const [yaml, setYaml] = useState(() => text.toString())
  const usesForm = useRef(false)
  const tools = useTools(hasText)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    const mendIfBroken = () => {
      const { here } = headerTools
      if (usesForm.current && here?.read(text.toString()).error) here.mendFrontMatter(doc, origin)
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
  const read = useMemo(() => tools?.read(yaml) ?? readPlain(yaml), [tools, yaml])
  const [shown, setShown] = useState(read)
  if (read && read !== shown) setShown(read)
  const values = read ?? shown ?? use(headerTools.load()).read(yaml)
  const edit = useCallback(
    (make: (yaml: string, tools: HeaderTools) => TextEdit[]) => {
      if (!tools) throw new Error('the form is edited before it is ready')
      usesForm.current = true
      tools.mendFrontMatter(doc, origin)
      tools.editFrontMatter(doc, (now) => make(now, tools), origin)
    },
    [doc, tools],
  )
  const setWhen = useCallback(
    (datetime: string) => {
      edit((now, { setScalar }) => setScalar(now, 'datetime', datetime))
      forgetNameDay(doc, origin)
    },
    [doc, edit],
  )
  const editText = useCallback(
    (make: (yaml: string) => TextEdit[]) => {
      if (!tools) throw new Error('the front matter is edited before that is possible')
      usesForm.current = false
      tools.editFrontMatter(doc, make, origin)
    },
    [doc, tools],
  )
  const fillIn = useCallback(
    async (other: string): Promise<FilledIn> => {
      const loaded = await headerTools.load()
      const before = text.toString()
      const { edits, taken, left } = loaded.fillIn(before, other)
      loaded.editFrontMatter(doc, () => edits, origin)
      const after = text.toString()
      const undo = () => {
        if (text.toString() !== after) return false
        loaded.editFrontMatter(doc, () => [{ from: 0, to: after.length, insert: before }], origin)
        return true
      }
      return { taken, left, undo }
    },
    [doc, text],
  )
  const { datetime } = values
  const { nameDay, nameTitle } = useNamed(doc)
  return {
    yaml,
    values: { ...values, datetime: datetime ?? nameDay ?? null },
    named: {
      ...(datetime === null && nameDay !== undefined ? { nameDay } : {}),
      ...(nameTitle === undefined ? {} : { nameTitle }),
    },
    isReady: tools !== null,
    edit,
    editText,
    fillIn,
    setWhen,
  }
}

/** What the name of the file says, until somebody says otherwise. */
function useNamed(doc: Y.Doc): Named {
  const [named, setNamed] = useState(() => readNamed(doc))
  useEffect(() => {
    const { meta } = typesOf(doc)
    const follow = () => setNamed(readNamed(doc))
    follow()
    meta.observe(follow)
    return () => meta.unobserve(follow)
  }, [doc])
  return named
}

/** Fetches the tools when the text is here, and anyway after a while. */
function useTools(hasText: boolean): HeaderTools | null {
  const [tools, setTools] = useState(headerTools.here)
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined
    let isGone = false
    const fetch = () => {
      headerTools.load().then(
        (here) => isGone || setTools(here),
        () => (timer = isGone ? undefined : setTimeout(fetch, waitMs)),
      )
    }
    const callOff = hasText ? whenIdle(fetch) : undefined
    if (!hasText) timer = setTimeout(fetch, waitMs)
    return () => {
      isGone = true
      callOff?.()
      clearTimeout(timer)
    }
  }, [hasText])
  return tools
}
