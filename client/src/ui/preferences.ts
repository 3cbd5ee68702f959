import { useEffect } from 'react'
import { themeOf } from './theme.ts'
import { useStored } from './use-stored.ts'

export type TextSize = 'small' | 'normal' | 'large'

/** The size of a note's text, as this browser remembers it, and how to choose another. */
export function useTextSize(): [size: TextSize, choose: (size: TextSize) => void] {
  const [stored, store] = useStored('text-size')
  return [sizeOf(stored), (size) => store(size === 'normal' ? null : size)]
}

/** `off`, `browser` for whatever the browser does by itself, or the language tag in which words are checked. */
export type Spelling = string

/** How a note's spelling is checked, and how to choose another way. */
export function useSpelling(): [spelling: Spelling, choose: (spelling: Spelling) => void] {
  const [stored, store] = useStored('spelling')
  return [stored ?? 'browser', (spelling) => store(spelling === 'browser' ? null : spelling)]
}

/** What the text's element says of its spelling. */
export function spellingAttributes(spelling: Spelling): Record<string, string> {
  if (spelling === 'off') return { spellcheck: 'false' }
  return spelling === 'browser' ? { spellcheck: 'true' } : { spellcheck: 'true', lang: spelling }
}

/** The languages to choose from, named in themselves: those of the browser first. */
export function spellingLanguages(own: readonly string[]): { tag: string; name: string }[] {
  const tags = [...new Set([...own, ...commonLanguages])]
  return tags.map((tag) => ({ tag, name: nameOf(tag) }))
}

/** Shows the page as it is preferred, in every tab as soon as it is chosen. public/theme.js does so before the first paint. */
export function useAppearance(): void {
  const [theme] = useStored('theme')
  const [textSize] = useStored('text-size')
  useEffect(() => {
    setDataset('theme', themeOf(theme) === 'system' ? null : theme)
    for (const meta of document.querySelectorAll<HTMLMetaElement>('meta[name="theme-color"]')) {
      const { light = '', dark = '' } = meta.dataset
      const shown = themeOf(theme) === 'system' ? (meta.media.includes('dark') ? 'dark' : 'light') : theme
      meta.content = shown === 'dark' ? dark : light
    }
  }, [theme])
  useEffect(() => setDataset('textSize', sizeOf(textSize) === 'normal' ? null : textSize), [textSize])
}

function setDataset(name: string, value: string | null): void {
  if (value === null) delete document.documentElement.dataset[name]
  else document.documentElement.dataset[name] = value
}

function sizeOf(stored: string | null): TextSize {
  return stored === 'small' || stored === 'large' ? stored : 'normal'
}

function nameOf(tag: string): string {
  try {
    return new Intl.DisplayNames([tag], { type: 'language' }).of(tag) ?? tag
  } catch {
    return tag // not a tag that this browser knows
  }
}

// prettier-ignore
const commonLanguages = [
  'en-US', 'en-GB', 'de', 'es', 'fr', 'it', 'nl', 'pl', 'pt-BR', 'pt-PT', 'ro', 'cs', 'da', 'el', 'fi', 'hu', 'nb', 'ru',
  'sv', 'tr', 'uk',
]
