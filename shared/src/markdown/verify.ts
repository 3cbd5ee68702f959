import type { Definition, Paragraph, Heading, PhrasingContent, Root, RootContent } from 'mdast'
import { attribute, type DocNode } from '../schema/node.ts'
import { anyPunctuation, asIs, escapeStarts, escaping, unsafeCharacters, unsafeGroups, type Escape } from './escape.ts'
import { marksOf } from './inline-marks.ts'
import { inlineMeaning } from './inline-meaning.ts'
import { plainStyle, writeInline, type InlineStyle } from './inline-print.ts'
import { readInline } from './inline-read.ts'
import { noLabels, type Labels } from './labels.ts'
import { readTree } from './mdast.ts'
import { meansItself } from './plain-words.ts'

/** Where inline content stands: it decides what could be taken for syntax. */
export type InlinePlace = 'paragraph' | 'heading' | 'cell'

/**
 * The canonical Markdown of inline content: the first of the ways to write it, beginning with that without escapes,
 * that reads back as the same content. A pure function of the content; lines end in `\n`.
 *
 * @param content without blank lines (see `paragraphParts`)
 * @param mentioned labels that the document defines and that stand in brackets in the text
 */
export function canonicalInline(content: readonly DocNode[], place: InlinePlace, mentioned = noLabels): string {
  if (content.length === 0) return ''
  const usual = usualStyle(place)
  const plain = withoutIndent(writeInline(content, usual), place)
  if (meansItself(content, plain, usual.oneLine)) return plain
  const check = checker(content, place, mentioned)
  const tried = new Set<string>()
  let last = plain
  for (const candidate of candidates(content, place, usual)) {
    if (tried.has(candidate)) continue
    tried.add(candidate)
    if (check(candidate)) return candidate
    last = candidate
  }
  return last
}

function usualStyle(place: InlinePlace): InlineStyle {
  return { ...plainStyle, oneLine: place !== 'paragraph', cell: place === 'cell' }
}

/** Blanks at the start of a line mean nothing, or make it code. */
function withoutIndent(markdown: string, place: InlinePlace): string {
  return place === 'paragraph' ? markdown.replace(/^[ \t]+/gm, '') : markdown
}

/** The ways to write marks, the plainest first. */
const shapes: readonly Partial<InlineStyle>[] = [
  {},
  { alternate: true },
  { shield: true },
  { alternate: true, shield: true },
  { spellLinks: true },
  { alternate: true, shield: true, spellLinks: true },
]

function* candidates(content: readonly DocNode[], place: InlinePlace, usual: InlineStyle): Generator<string> {
  const starts = (markdown: string, wide = false): string =>
    place === 'paragraph' ? escapeStarts(markdown, wide) : markdown
  const write = (escape: Escape, shape: Partial<InlineStyle> = {}): string =>
    withoutIndent(writeInline(content, { ...usual, ...shape, escape }), place)

  yield write(asIs)
  yield starts(write(asIs))
  yield starts(write(asIs), true)
  for (const unsafe of unsafeCharacters) {
    const written = write(escaping([unsafe.characters]))
    yield written
    yield starts(written)
  }
  for (const shape of shapes) {
    yield starts(write(asIs, shape))
    yield starts(write(asIs, shape), true)
  }
  for (const shape of shapes) {
    for (const count of unsafeGroups) {
      const group = unsafeCharacters.slice(0, count).map((unsafe) => unsafe.characters)
      yield starts(write(escaping(group), shape))
    }
    yield write(escaping([anyPunctuation]), shape)
  }
}

/** Definitions of the labels that the content refers to or mentions, so that it reads in isolation as it does in its document. */
function referencesOf(content: readonly DocNode[], mentioned: Labels): string {
  const definitions = new Set([...mentioned].map((label) => `[${label}]: x`))
  const define = (label: unknown, address: unknown): unknown =>
    definitions.add(`[${String(label)}]: <${String(address ?? '').replace(/[<>\n]/g, '')}>`)
  for (const node of content) {
    for (const mark of marksOf(node)) {
      const label = attribute(mark, 'label')
      if (mark.type === 'link' && label !== null) define(label, attribute(mark, 'href'))
      if (mark.type === 'footnoteRef') definitions.add(`${node.text ?? ''}: x`)
    }
    const label = node.type === 'image' ? attribute(node, 'label') : null
    if (label !== null) define(label, attribute(node, 'src'))
  }
  return [...definitions].map((definition) => `\n\n${definition}`).join('')
}

/** Tells whether a text, where it stands alone at `place`, reads back as the content. */
export function checker(
  content: readonly DocNode[],
  place: InlinePlace,
  mentioned = noLabels,
): (markdown: string) => boolean {
  const isOneLine = place !== 'paragraph'
  const wanted = inlineMeaning(content, isOneLine)
  const references = referencesOf(content, mentioned)
  return (markdown) => {
    const text = inPlace(markdown, place) + references
    const tree = readTree(text)
    const found = onlyContent(tree, place)
    if (found === null) return wanted === '' && tree.children.length === 0
    const definitions = new Map<string, Definition>()
    for (const node of tree.children) {
      if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node)
    }
    return inlineMeaning(readInline({ text, definitions }, found), isOneLine) === wanted
  }
}

function inPlace(markdown: string, place: InlinePlace): string {
  switch (place) {
    case 'paragraph':
      return markdown
    case 'heading':
      return `# ${markdown}`
    case 'cell':
      return `| ${markdown} |\n|---|`
    default:
      return place satisfies never
  }
}

/** The inline content of the tree's only block, or null where it is another block than the place's, or not the only one. */
function onlyContent(tree: Root, place: InlinePlace): readonly PhrasingContent[] | null {
  const [block, ...more] = tree.children.filter(
    (node) => node.type !== 'definition' && node.type !== 'footnoteDefinition',
  )
  if (!block || more.length > 0) return null
  if (place !== 'cell') return isTextBlock(block, place) ? block.children : null
  if (block.type !== 'table') return null
  const row = block.children[0]
  return block.children.length === 1 && row?.children.length === 1 ? (row.children[0]?.children ?? null) : null
}

function isTextBlock(block: RootContent, place: 'paragraph' | 'heading'): block is Paragraph | Heading {
  return block.type === place
}
