import type { Nodes } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import { unified } from 'unified'

const parser = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).freeze()

/**
 * Whether two texts mean the same: their syntax trees are equal, but for positions, tight and loose lists, runs of
 * blanks, and line breaks of either kind.
 */
export function meanTheSame(a: string, b: string): boolean {
  return meaningOf(a) === meaningOf(b)
}

function meaningOf(text: string): string {
  return JSON.stringify(simple(parser.parse(text)))
}

type Simple = string | Record<string, unknown>

function simple(node: Nodes): Simple {
  if (node.type === 'break') return ' '
  if (node.type === 'text') return node.value.replace(/\s+/g, ' ')
  const { position: _position, data: _data, ...rest } = node
  const fields: Record<string, unknown> = { ...rest }
  delete fields['spread']
  if ('children' in node) fields['children'] = merged(node.children.map(simple))
  return fields
}

/** Text beside text is one text. */
function merged(nodes: readonly Simple[]): Simple[] {
  const all: Simple[] = []
  for (const node of nodes) {
    const last = all.at(-1)
    if (typeof node === 'string' && typeof last === 'string') all[all.length - 1] = last + node
    else all.push(node)
  }
  return all
    .map((node) => (typeof node === 'string' ? node.replace(/\s+/g, ' ').trim() : node))
    .filter((node) => node !== '')
}
