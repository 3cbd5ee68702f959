import { attribute, type DocMark, type DocNode } from '@minutebook/shared/schema'
import { createElement, Fragment, type ReactNode } from 'react'
import { Formula } from './Formula.tsx'
import { isUrl, shortUrl } from './short-url.ts'
import { readWords, type Words } from './words.ts'

/** Inline content of the note for reading: its words as the note shows them; links are only words. */
export function InlineText({ content }: { content: readonly DocNode[] }) {
  return createElement(Fragment, null, ...content.map(shownNode)) // by place: what somebody types in stays the same part
}

function shownNode(node: DocNode): ReactNode {
  const words = node.text ?? (node.type === 'image' ? String(attribute(node, 'alt') ?? '') : ' ')
  const isLiteral = node.marks?.some(({ type }) => type === 'code' || type === 'html') ?? false
  const shown = isUrl(words) ? shortUrl(words) : isLiteral ? words : readWords(words).map(show)
  return <span>{(node.marks ?? []).reduceRight<ReactNode>(marked, shown)}</span>
}

function show(words: Words): ReactNode {
  switch (words.kind) {
    case 'mark':
      return <mark key={words.from}>{words.text}</mark>
    case 'formula':
      return <Formula key={words.from} tex={words.text} isDisplay={words.isDisplay} />
    case 'text':
    case 'emoji':
      return words.text
    default:
      return words satisfies never
  }
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
