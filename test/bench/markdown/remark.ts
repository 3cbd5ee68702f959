import type { Root } from 'mdast'
import remarkFrontmatter from 'remark-frontmatter'
import remarkGfm from 'remark-gfm'
import remarkParse from 'remark-parse'
import remarkStringify from 'remark-stringify'
import { unified } from 'unified'
import type { Codec } from './codec.ts'
import { editTree } from './remark-edits.ts'

/** remark with GFM and front matter, all of it as it comes. */
export function remark(): Codec {
  const processor = unified().use(remarkParse).use(remarkGfm).use(remarkFrontmatter).use(remarkStringify).freeze()
  const write = (tree: Root): string => processor.stringify(tree)
  return {
    name: 'remark',
    read(text) {
      const tree = processor.parse(text)
      return {
        write: () => write(tree),
        yjsBytes: () => null,
        edit(kind, random) {
          const copy = structuredClone(tree)
          const excess = editTree(copy, kind, random)
          return excess && { text: write(copy), excess }
        },
      }
    },
  }
}
