import { Fragment, type Attrs, type Node, type Schema } from '@tiptap/pm/model'
import { nodeType } from '../node-types.ts'
import type { BlockKind } from './block-kind.ts'
import { isDecision } from './block-kind.ts'

/** The blocks that others become as one of the kinds. */
export function makeBlocks(schema: Schema, nodes: readonly Node[], kind: BlockKind): Node[] {
  switch (kind) {
    case 'text':
      return lines(nodes).map((node) => (isWritten(node) ? paragraph(schema, node) : node))
    case 'heading1':
    case 'heading2':
    case 'heading3':
      return lines(nodes).flatMap((node) => (isWritten(node) ? heading(schema, node, Number(kind.at(-1))) : [node]))
    case 'decision':
      return lines(nodes).map((node) => (isWritten(node) ? decision(schema, node) : node))
    case 'code':
      return code(schema, lines(nodes))
    case 'quote':
      return nodes.every((node) => node.type.name === 'blockquote')
        ? [...nodes]
        : [nodeType(schema, 'blockquote').create(null, nodes.flatMap(itemContent))]
    case 'bullet':
    case 'ordered':
    case 'task':
      return [listOf(schema, nodes, kind)]
  }
  return kind satisfies never
}

/** The blocks that quotes, lists and items hold, one after the other. A list inside of an item stays one. */
function lines(nodes: readonly Node[]): Node[] {
  return nodes.flatMap((node) => {
    if (node.type.isInGroup('list')) return node.children.flatMap(itemContent)
    if (node.type.name === 'blockquote') return lines(node.children)
    return itemContent(node)
  })
}

const itemContent = (node: Node) => (node.type.name === 'listItem' ? [...node.children] : [node])
const isWritten = ({ type: { name } }: Node) => name === 'paragraph' || name === 'heading' || name === 'codeBlock'

function paragraph(schema: Schema, node: Node): Node {
  return node.type.name === 'paragraph' ? node : nodeType(schema, 'paragraph').create(null, node.content)
}

function decision(schema: Schema, node: Node): Node {
  const line = paragraph(schema, node)
  const content = isDecision(line) ? line.content : Fragment.from(schema.text('Decision: ')).append(line.content)
  return line.type.create({ ...line.attrs, plain: null }, content)
}

/** A heading is one line: what stands below the first one goes on as text. */
function heading(schema: Schema, node: Node, level: number): Node[] {
  const text = node.textBetween(0, node.content.size, undefined, '\uFFFC')
  const end = text.indexOf('\n')
  const type = nodeType(schema, 'heading')
  if (end < 0) return [type.create({ level }, node.content)]
  const rest = nodeType(schema, 'paragraph').create(null, node.content.cut(end + 1))
  return [type.create({ level }, node.content.cut(0, end)), rest]
}

/** One block of code of the lines that follow each other. */
function code(schema: Schema, nodes: readonly Node[]): Node[] {
  const made: Node[] = []
  let words: string[] = []
  const flush = () => {
    const text = words.join('\n')
    if (words.length > 0) made.push(nodeType(schema, 'codeBlock').create(null, text === '' ? null : schema.text(text)))
    words = []
  }
  for (const node of nodes) {
    if (isWritten(node)) words.push(node.textBetween(0, node.content.size, undefined, wordsOfLeaf))
    else {
      flush()
      made.push(node)
    }
  }
  flush()
  return made
}

function wordsOfLeaf(leaf: Node): string {
  if (leaf.type.name === 'hardBreak') return '\n'
  return typeof leaf.attrs['alt'] === 'string' ? leaf.attrs['alt'] : ''
}

function listOf(schema: Schema, nodes: readonly Node[], kind: 'bullet' | 'ordered' | 'task'): Node {
  const item = nodeType(schema, 'listItem')
  const items = nodes.flatMap((node) => {
    if (node.type.isInGroup('list')) return [...node.children]
    if (node.type.name === 'listItem') return [node]
    return lines([node]).map((line) => item.create(null, isWritten(line) ? paragraph(schema, line) : line))
  })
  const boxed = items.map((one) => one.type.create(itemAttributes(one, kind), itemBlocks(one, kind)))
  return nodeType(schema, kind === 'ordered' ? 'orderedList' : 'bulletList').create(null, boxed)
}

/** A line that was ticked without a box has its tick in the box then. */
function itemAttributes(item: Node, kind: 'bullet' | 'ordered' | 'task'): Attrs {
  const isDone = (item.firstChild?.attrs['done'] ?? null) !== null
  const checked = kind === 'task' ? ((item.attrs['checked'] as boolean | null) ?? isDone) : null
  return { ...item.attrs, checked, n: kind === 'ordered' ? (item.attrs['n'] as number | null) : null }
}

function itemBlocks(item: Node, kind: 'bullet' | 'ordered' | 'task'): Fragment {
  const [first, ...rest] = item.children
  if (kind !== 'task' || first?.type.name !== 'paragraph') return item.content
  return Fragment.from([first.type.create({ ...first.attrs, done: null, plain: null }, first.content), ...rest])
}
