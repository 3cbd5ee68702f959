import { split } from '@minutebook/shared/front-matter'

/** A Markdown text that may begin with front matter; its lines end with a line feed. */
export interface TextParts {
  /** the YAML between the fences, null without any */
  header: string | null
  /** '' where nothing but blanks follows the header */
  body: string
}

/** Cuts the front matter off a text that is pasted or dropped. */
export function splitText(text: string): TextParts {
  const lines = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n')
  const parts = split(lines)
  if (!parts) return { header: null, body: lines }
  return { header: parts.yaml, body: parts.rest.trim() === '' ? '' : parts.rest }
}
