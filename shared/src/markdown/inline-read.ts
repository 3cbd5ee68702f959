import type { Definition, Link, LinkReference, PhrasingContent } from 'mdast'
import type { DocMark, DocNode } from '../schema/node.ts'
import { appendText, makeMark, makeNode, withMark, wrapOf } from './inline-marks.ts'
import { spanOf } from './mdast.ts'

/** What reading a line needs to know of its document. */
export interface InlineSource {
  /** the text that the syntax tree was made of */
  text: string
  /** link definitions by identifier */
  definitions: ReadonlyMap<string, Definition>
}

/**
 * The inline content for a part of the syntax tree. Line breaks become `\n` in the text, except those written with a
 * backslash; HTML and footnote references become text with a mark, as do the brackets of a link without words.
 */
export function readInline(source: InlineSource, nodes: readonly PhrasingContent[]): DocNode[] {
  const content: DocNode[] = []
  readInto(source, nodes, [], content)
  return content
}

function readInto(
  source: InlineSource,
  nodes: readonly PhrasingContent[],
  marks: readonly DocMark[],
  content: DocNode[],
): void {
  for (const node of nodes) readOne(source, node, marks, content)
}

function readOne(source: InlineSource, node: PhrasingContent, marks: readonly DocMark[], content: DocNode[]): void {
  const span = spanOf(node)
  const raw = source.text.slice(span.from, span.to)
  const inside = (mark: DocMark, children: readonly PhrasingContent[]): void =>
    readInto(source, children, withMark(marks, mark), content)
  switch (node.type) {
    case 'text':
      return appendText(content, node.value, marks)
    case 'emphasis':
      return inside(makeMark('italic', { m: raw.startsWith('_') ? '_' : null }), node.children)
    case 'strong':
      return inside(makeMark('bold', { m: raw.startsWith('_') ? '_' : null }), node.children)
    case 'delete':
      return inside(makeMark('strike', { m: raw.startsWith('~~') ? null : '~' }), node.children)
    case 'inlineCode':
      return appendText(content, node.value, withMark(marks, makeMark('code')))
    case 'html':
      return appendText(content, node.value, withMark(marks, makeMark('html')))
    case 'footnoteReference':
      return appendText(content, `[^${node.label ?? node.identifier}]`, withMark(marks, makeMark('footnoteRef')))
    case 'break':
      if (raw.startsWith('\\')) content.push(makeNode('hardBreak', { wrap: wrapOf(marks) }))
      else appendText(content, '\n', marks)
      return
    case 'link':
    case 'linkReference': {
      const before = content.length
      const last = content.at(-1)?.text
      inside(node.type === 'link' ? linkMark(node, raw) : referenceMark(source, node, raw), node.children)
      const nothing = content.length === before && content.at(-1)?.text === last
      if (nothing) appendText(content, unprefixed(raw), withMark(marks, makeMark('html')))
      return
    }
    case 'image':
      content.push(makeNode('image', { src: node.url, alt: node.alt, title: node.title, wrap: wrapOf(marks) }))
      return
    case 'imageReference':
      content.push(
        makeNode('image', {
          src: source.definitions.get(node.identifier)?.url ?? '',
          alt: node.alt,
          form: node.referenceType,
          label: sourceLabel(raw, node.referenceType),
          wrap: wrapOf(marks),
        }),
      )
      return
    default:
      return node satisfies never
  }
}

function linkMark(link: Link, raw: string): DocMark {
  const form = raw.startsWith('<') ? 'auto' : raw.startsWith('[') ? inlineForm(link) : 'bare'
  return makeMark('link', { href: link.url, title: link.title, form })
}

/**
 * `outer`: emphasis stands inside the link although both cover the same words, which a set of marks cannot say.
 * `inline`: it would be written bare otherwise.
 */
function inlineForm(link: Link): string | null {
  const only = link.children.length === 1 ? link.children[0] : undefined
  if (only?.type === 'strong' || only?.type === 'emphasis' || only?.type === 'delete') return 'outer'
  return only?.type === 'text' && link.url.endsWith(only.value) ? 'inline' : null
}

function referenceMark(source: InlineSource, link: LinkReference, raw: string): DocMark {
  const href = source.definitions.get(link.identifier)?.url ?? ''
  return makeMark('link', { href, form: link.referenceType, label: sourceLabel(raw, link.referenceType) })
}

/** The label as it is written: labels are compared with their escapes and marks. */
function sourceLabel(raw: string, form: LinkReference['referenceType']): string {
  const source = unprefixed(raw).replace(/^!/, '')
  if (form === 'full') return /\]\[((?:[^\\[\]]|\\.)*)\]$/su.exec(source)?.[1] ?? ''
  return source.slice(1, form === 'collapsed' ? -3 : -1)
}

/** Source that spans lines, without what a container puts before them. */
export function unprefixed(raw: string): string {
  return raw.replace(/\n[ \t>]*/g, '\n')
}
