import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import type { OutlineEntry } from '@minutebook/shared/meeting'
import { pathOf, plain } from '../document.ts'
import type { Drawable } from '../items/drawing.ts'
import { findFences, heldBlocks } from './containers.ts'
import { contentsElement, isContents } from './contents.ts'
import { findDefinitions } from './definitions.ts'
import { diagramElement, diagramGone, isDiagram } from './diagram.ts'
import type { Extra } from './extra.ts'
import { formulaElement } from './formula.ts'
import { findInline } from './inline.ts'
import { findMath } from './math.ts'
import { texInFile } from './tex.ts'

/** What the looks of extras depend on, besides the words. */
export interface Place {
  /** the ends of the selection while the editor has the focus: what they touch is shown as it is written */
  ends: readonly number[]
  outline: readonly OutlineEntry[]
}

const line = { kind: 'line' }

const memo = new WeakMap<Node, readonly Extra[]>()

function extrasOf(block: Node): readonly Extra[] {
  const known = memo.get(block)
  if (known) return known
  const isParagraph = block.type.name === 'paragraph'
  const found = block.type.spec.code
    ? []
    : [
        ...(isParagraph ? [...findFences(block), ...findDefinitions(block)] : []),
        ...findInline(block),
        ...findMath(block),
      ]
  memo.set(block, found)
  return found
}

/** All that is to be drawn of what notes hold beyond Markdown. */
export function extraDrawables(doc: Node, place: Place): Drawable[] {
  const held = heldBlocks(doc)
  const found: Drawable[] = []
  doc.descendants((node, at) => {
    if (isDiagram(node)) {
      found.push({ kind: 'below', node, at, looks: '', draw: () => [diagramBelow(node, at)] })
      return false
    }
    const drawable = node.isTextblock
      ? blockDrawable(doc, node, at, held.get(node) ?? '', place)
      : heldBox(node, at, held)
    if (drawable) found.push(drawable)
    return !node.isTextblock
  })
  return found
}

/** A block of blocks, such as a list, that stands in a container. */
function heldBox(node: Node, at: number, held: ReadonlyMap<Node, string>): Drawable | null {
  const className = held.get(node)
  if (className === undefined) return null
  const kind = node.isLeaf ? 'line' : 'box'
  const draw = () => [Decoration.node(at, at + node.nodeSize, { class: className }, { kind })]
  return { kind, node, at, looks: className, draw }
}

function blockDrawable(doc: Node, node: Node, at: number, className: string, place: Place): Drawable | null {
  const extras = extrasOf(node)
  const hasContents = isContents(node)
  if (extras.length === 0 && className === '' && !hasContents) return null
  const shown = extras.map((extra) => ({
    extra,
    isTouched: place.ends.some((end) => touches(extra, end - at - 1)),
    tex: extra.kind === 'math' ? texInFile(plain(doc), pathOf(doc.resolve(at + 1)), extra) : null,
  }))
  const isFormula = shown.length === 1 && shown.every((one) => standsAlone(one, node))
  const classes = [className, isFormula ? 'formula-line' : ''].filter((name) => name !== '').join(' ')
  const outline = hasContents ? place.outline.map(({ level, text }) => `${level} ${text}`).join('\n') : ''
  const looks = JSON.stringify([classes, outline, ...shown.map(({ isTouched, tex }) => [isTouched, tex])])
  const draw = () => [
    ...(classes === '' ? [] : [Decoration.node(at, at + node.nodeSize, { class: classes }, line)]),
    ...(hasContents ? drawContents(node, at + 1, outline, place.outline) : []),
    ...shown.flatMap((one) => drawExtra(one, at + 1)),
  ]
  return { kind: 'line', node, at, looks, draw }
}

/** Whether a displayed formula is all that is seen of a block. */
function standsAlone({ extra, isTouched, tex }: Shown, { textContent }: Node): boolean {
  if (extra.kind !== 'math' || !extra.isDisplay || isTouched || tex === null) return false
  return textContent.slice(0, extra.from).trim() === '' && textContent.slice(extra.to).trim() === ''
}

/** Whether the words of an extra must show for a caret. An emoji that it stands before may stay. */
function touches({ kind, from, to }: Extra, offset: number): boolean {
  return offset <= to && (kind === 'emoji' ? from < offset : from <= offset)
}

function drawContents(node: Node, start: number, key: string, outline: readonly OutlineEntry[]): Decoration[] {
  const end = start + node.content.size
  return [
    Decoration.inline(start, end, { class: 'fence' }, line),
    Decoration.widget(end, () => contentsElement(outline), {
      ...line,
      key: `contents ${key}`,
      side: 1,
      ignoreSelection: true,
    }),
  ]
}

/** An extra and how it is to be shown now. */
interface Shown {
  extra: Extra
  isTouched: boolean
  /** the TeX of a formula as the file has it */
  tex: string | null
}

function drawExtra({ extra, isTouched, tex }: Shown, start: number): Decoration[] {
  const from = start + extra.from
  const to = start + extra.to
  switch (extra.kind) {
    case 'class':
      return from < to ? [Decoration.inline(from, to, { class: extra.className }, line)] : []
    case 'emoji':
      return isTouched ? [] : [Decoration.inline(from, to, { class: 'emoji', 'data-emoji': extra.emoji }, line)]
    case 'signs': {
      const sign = { class: isTouched ? 'sign' : 'sign away' }
      return [
        Decoration.inline(from, from + extra.open, sign, line),
        ...(extra.tag ? [Decoration.inline(from + extra.open, to - extra.close, { nodeName: extra.tag }, line)] : []),
        Decoration.inline(to - extra.close, to, sign, line),
      ]
    }
    case 'math':
      return tex === null ? [] : drawMath(tex, extra.isDisplay, from, to, isTouched)
  }
  return extra satisfies never
}

/** A formula in place of its source. Where the caret is in it the source shows, and a displayed formula below it. */
function drawMath(tex: string, isDisplay: boolean, from: number, to: number, isTouched: boolean): Decoration[] {
  const source = Decoration.inline(from, to, { class: isTouched ? 'tex' : 'tex away' }, line)
  if (isTouched && !isDisplay) return [source]
  const widget = Decoration.widget(to, () => formulaElement(tex, isDisplay), {
    ...line,
    key: `formula ${isDisplay} ${tex}`,
    side: 1,
    ignoreSelection: true,
  })
  return [source, widget]
}

function diagramBelow(node: Node, at: number): Decoration {
  return Decoration.widget(at + node.nodeSize, () => diagramElement(node.textContent), {
    kind: 'below',
    of: node,
    key: `diagram ${node.textContent}`,
    side: -1,
    ignoreSelection: true,
    stopEvent: () => true,
    destroy: (element) => element.dispatchEvent(new Event(diagramGone)),
  })
}
