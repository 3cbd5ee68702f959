import { remembered } from '@minutebook/shared/schema'
import type { Node } from '@tiptap/pm/model'
import { linesOf, type Extra } from './extra.ts'

const kinds = ['info', 'success', 'warning', 'danger', 'spoiler'] as const

/** What a container says of what stands in it. */
export type ContainerKind = (typeof kinds)[number]

/** A line that opens or closes a container. */
interface Fence {
  colons: number
  /** null where it closes one */
  kind: ContainerKind | null
  from: number
  /** where its title begins; `to` where it has none */
  titleFrom: number
  to: number
}

const opening = /^(:{3,})[ \t]*([a-z]+)(?:[ \t]+(?=\S)|[ \t]*$)/

/** The fences of a block, those of paragraphs inside it too: a list takes the closing line below it as its own. */
const fencesOf = remembered(readFences)

function readFences(block: Node): Fence[] {
  if (block.type.name === 'table' || (block.isTextblock && block.type.name !== 'paragraph')) return []
  if (!block.isTextblock) return block.children.flatMap(fencesOf)
  const text = block.textBetween(0, block.content.size, undefined, '\uFFFC')
  return text.includes(':::') ? linesOf(text).flatMap(({ line, at }) => readFence(line, at)) : []
}

function readFence(line: string, at: number): Fence[] {
  const to = at + line.trimEnd().length
  const [closing = ''] = /^:{3,}(?=[ \t]*$)/.exec(line) ?? []
  if (closing !== '') return [{ colons: closing.length, kind: null, from: at, titleFrom: to, to }]
  const [start = '', colons = '', word = ''] = opening.exec(line) ?? []
  const kind = kinds.find((name) => name === word)
  return kind ? [{ colons: colons.length, kind, from: at, titleFrom: Math.min(at + start.length, to), to }] : []
}

/** The fence lines of a paragraph: small, but for a title. */
export function findFences(paragraph: Node): Extra[] {
  return fencesOf(paragraph).flatMap(({ from, titleFrom, to }) => [
    { kind: 'class' as const, from, to: titleFrom, className: 'fence' },
    ...(titleFrom < to ? [{ kind: 'class' as const, from: titleFrom, to, className: 'fence-title' }] : []),
  ])
}

/** How a block of the note stands in containers: `held warning first`. Blocks outside of them have no entry. */
export function heldBlocks(doc: Node): ReadonlyMap<Node, string> {
  const open: { fence: Fence; index: number }[] = []
  const held = new Map<number, ContainerKind>()
  const edges = { first: new Set<number>(), last: new Set<number>() }
  doc.forEach((block, _offset, index) => {
    for (const fence of fencesOf(block)) {
      if (fence.kind) {
        open.push({ fence, index })
        continue
      }
      const at = open.findLastIndex((one) => one.fence.colons <= fence.colons)
      const opened = open[at]
      if (!opened?.fence.kind) continue
      open.splice(at)
      edges.first.add(opened.index)
      edges.last.add(index)
      for (let inner = opened.index; inner <= index; inner++) held.set(inner, held.get(inner) ?? opened.fence.kind)
    }
  })
  return new Map(
    Array.from(held, ([index, kind]) => {
      const edge = `${edges.first.has(index) ? ' first' : ''}${edges.last.has(index) ? ' last' : ''}`
      return [doc.child(index), `held ${kind}${edge}`]
    }),
  )
}
