import type { Node } from '@tiptap/pm/model'
import { Decoration } from '@tiptap/pm/view'
import type { OutlineEntry } from '@minutebook/shared/meeting'
import type { Drawable } from '../items/drawing.ts'
import { heldBlocks } from './containers.ts'
import { contentsElement } from './contents.ts'
import { diagramElement, diagramGone } from './diagram.ts'
import type { Extra } from './extra.ts'
import { findExtras, type FoundBlock } from './find-extras.ts'
import { formulaElement } from './formula.ts'

/** What the looks of extras depend on, besides the words. */
export interface Place {
  /** the ends of the selection while the editor has the focus: what they touch is shown as it is written */
  ends: readonly number[]
  outline: readonly OutlineEntry[]
}

const line = { kind: 'line' }

/** All that is to be drawn of what notes hold beyond Markdown. */
export function extraDrawables(doc: Node, place: Place): Drawable[] {
  const held = heldBlocks(doc)
  const found: Drawable[] = []
  doc.forEach((outermost, at) => {
    const className = held.get(outermost) ?? ''
    const blocks = findExtras(outermost)
    if (className !== '' && blocks[0]?.node !== outermost) found.push(heldBlock(outermost, at, className))
    for (const block of blocks)
      found.push(blockDrawable(block, at + block.offset, block.node === outermost ? className : '', place))
  })
  return found
}

/** A block that stands in a container and has nothing else that is drawn over it itself. */
function heldBlock(node: Node, at: number, className: string): Drawable {
  const kind = node.isTextblock || node.isLeaf ? 'line' : 'box'
  const draw = () => [Decoration.node(at, at + node.nodeSize, { class: className }, { kind })]
  return { kind, node, at, looks: className, draw }
}

function blockDrawable(block: FoundBlock, at: number, className: string, place: Place): Drawable {
  const { node, extras, isContents, isDiagram } = block
  const shown = extras.map((extra) => ({
    extra,
    isTouched: place.ends.some((end) => touches(extra, end - at - 1)),
  }))
  const isFormula = shown.length === 1 && shown.every((one) => standsAlone(one, node))
  const classes = [className, isFormula ? 'formula-line' : ''].filter((name) => name !== '').join(' ')
  const outline = isContents ? place.outline.map(({ level, text }) => `${level} ${text}`).join('\n') : ''
  const looks = [classes, outline, ...shown.map(({ extra, isTouched }) => `${isTouched} ${texOf(extra)}`)].join('\n')
  const spec = isDiagram ? { kind: 'below', of: node } : line
  const draw = () => [
    ...(classes === '' ? [] : [Decoration.node(at, at + node.nodeSize, { class: classes }, spec)]),
    ...(isContents ? drawContents(node, at + 1, outline, place.outline) : []),
    ...(isDiagram ? [diagramBelow(node, at, className)] : []),
    ...shown.flatMap((one) => drawExtra(one, at + 1)),
  ]
  return { kind: isDiagram ? 'below' : 'line', node, at, looks, draw }
}

/** The TeX of a formula, which the lists around it may change as well as its words. */
function texOf(extra: Extra): string {
  return extra.kind === 'math' ? extra.tex : ''
}

/** An extra and how it is to be shown now. */
interface Shown {
  extra: Extra
  isTouched: boolean
}

/** Whether a displayed formula is all that is seen of a block. */
function standsAlone({ extra, isTouched }: Shown, { textContent }: Node): boolean {
  if (extra.kind !== 'math' || !extra.isDisplay || isTouched) return false
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

function drawExtra({ extra, isTouched }: Shown, start: number): Decoration[] {
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
        ...(extra.close > 0 ? [Decoration.inline(to - extra.close, to, sign, line)] : []),
      ]
    }
    case 'math':
      return drawMath(extra, from, to, isTouched)
  }
  return extra satisfies never
}

/** A formula in place of its source. Where the caret is in it the source shows, and a displayed formula below it. */
function drawMath(
  { tex, isDisplay }: Extract<Extra, { kind: 'math' }>,
  from: number,
  to: number,
  isTouched: boolean,
): Decoration[] {
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

/** The drawing of a diagram, on the ground that goes on behind its block. */
function diagramBelow(node: Node, at: number, className: string): Decoration {
  const ground = className.endsWith(' last') ? '' : className.replace(' first', '')
  return Decoration.widget(at + node.nodeSize, () => diagramElement(node.textContent, ground), {
    kind: 'below',
    of: node,
    key: `diagram ${ground} ${node.textContent}`,
    side: -1,
    ignoreSelection: true,
    stopEvent: () => true,
    destroy: (element) => element.dispatchEvent(new Event(diagramGone)),
  })
}
