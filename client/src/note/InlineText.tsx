import { attribute, type DocMark, type DocNode } from '@minutebook/shared/schema'
import type { ReactNode } from 'react'
import { isUrl, shortUrl } from './short-url.ts'

/** Inline content of the note for reading: its words with bold, italic, code and strike; links are only words. */
export function InlineText({ content }: { content: readonly DocNode[] }) {
  let at = 0
  return content.map((node) => {
    const words = node.text ?? (node.type === 'image' ? String(attribute(node, 'alt') ?? '') : ' ')
    const text = isUrl(words) ? shortUrl(words) : words
    const key = (at += words.length + 1)
    return <span key={key}>{(node.marks ?? []).reduceRight<ReactNode>(marked, text)}</span>
  })
}

function marked(text: ReactNode, mark: DocMark): ReactNode {
  switch (mark.type) {
    case 'bold':
      return <b>{text}</b>
    case 'italic':
      return <i>{text}</i>
    case 'code':
      return <code>{text}</code>
    case 'strike':
      return <s>{text}</s>
    default:
      return text
  }
}
