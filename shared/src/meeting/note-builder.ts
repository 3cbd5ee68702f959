import type { DocNode } from '../schema/node.ts'

/** Builders for the notes of tests. */

/** A heading from `## Text`. */
export function h(written: string): DocNode {
  const level = /^#+/.exec(written)?.[0].length ?? 1
  return { type: 'heading', attrs: { level }, content: inline(written.slice(level).trim()) }
}

/** A paragraph; `**words**` are bold, `<https://…>` is a link. */
export function p(words: string, attrs?: DocNode['attrs']): DocNode {
  return { type: 'paragraph', ...(attrs && { attrs }), content: inline(words) }
}

/** A bullet list; a text is an item of one paragraph, one that begins with `[ ] ` or `[x] ` has a check box. */
export function ul(...items: (string | DocNode)[]): DocNode {
  return { type: 'bulletList', content: items.map((entry) => (typeof entry === 'string' ? item(entry) : entry)) }
}

/** An item with what stands below its first line. */
export function item(words: string, ...below: DocNode[]): DocNode {
  const box = /^\[([ x])\](?: |$)/.exec(words)?.[1]
  const content = [p(box === undefined ? words : words.slice(4)), ...below]
  return { type: 'listItem', ...(box !== undefined && { attrs: { checked: box === 'x' } }), content }
}

/** The body of a note. */
export function body(...content: DocNode[]): DocNode {
  return { type: 'doc', content }
}

function inline(words: string): DocNode[] {
  return words
    .split(/(\*\*[^*]+\*\*|<https:[^>]+>)/)
    .filter((part) => part !== '')
    .map((part) => {
      if (part.startsWith('**')) return { type: 'text', text: part.slice(2, -2), marks: [{ type: 'bold' }] }
      if (part.startsWith('<')) return { type: 'text', text: part.slice(1, -1), marks: [{ type: 'link' }] }
      return { type: 'text', text: part }
    })
}
