import { Node } from '@tiptap/core'
import { gap, hint, written } from './written.ts'

export const Doc = Node.create({ name: 'doc', topNode: true, content: 'block+' })

export const Text = Node.create({ name: 'text', group: 'inline' })

/**
 * A paragraph. Line breaks are `\n` characters in its text, so they merge like any other character.
 *
 * A TODO, a decision or a spoken line is a paragraph whose words say so (`meeting/` reads them): turning one into the
 * other never replaces the node, so nothing that somebody else types in it meanwhile is lost.
 * - `id`: names the TODO or decision that the paragraph holds, null until it has one
 * - `done`: ISO time at which a TODO without a check box was ticked, null while it is open
 * - `plain`: true where a person said that this is text although its words read as an item, `'offer'` where they said
 *   that what somebody promises in it is no TODO
 */
export const Paragraph = Node.create({
  name: 'paragraph',
  priority: 1000,
  group: 'block',
  content: 'inline*',
  whitespace: 'pre',
  addAttributes: () => ({ ...written, id: hint(), done: hint(), plain: hint() }),
  parseHTML: () => [{ tag: 'p' }],
  renderHTML: () => ['p', 0],
})

export const Heading = Node.create({
  name: 'heading',
  group: 'block',
  content: 'inline*',
  defining: true,
  whitespace: 'pre',
  addAttributes: () => ({ ...written, level: { default: 1, rendered: false }, setext: hint() }),
  parseHTML: () => [1, 2, 3, 4, 5, 6].map((level) => ({ tag: `h${level}`, attrs: { level } })),
  renderHTML: ({ node }) => [`h${node.attrs['level']}`, 0],
})

export const Blockquote = Node.create({
  name: 'blockquote',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => gap,
  parseHTML: () => [{ tag: 'blockquote' }],
  renderHTML: () => ['blockquote', 0],
})

export const HorizontalRule = Node.create({
  name: 'horizontalRule',
  group: 'block',
  addAttributes: () => ({ ...written, raw: hint() }),
  parseHTML: () => [{ tag: 'hr' }],
  renderHTML: () => ['hr'],
})

export const FootnoteDefinition = Node.create({
  name: 'footnoteDefinition',
  group: 'block',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    ...gap,
    label: {
      default: '',
      parseHTML: (element) => element.getAttribute('data-footnote'),
      renderHTML: (attributes) => ({ 'data-footnote': attributes['label'] }),
    },
  }),
  parseHTML: () => [{ tag: 'section[data-footnote]' }],
  renderHTML: ({ HTMLAttributes }) => ['section', HTMLAttributes, 0],
})

/** An image. `wrap` holds the marks on it as JSON, because Yjs keeps none on an inline node (a linked image). */
export const Image = Node.create({
  name: 'image',
  group: 'inline',
  inline: true,
  atom: true,
  addAttributes: () => ({
    src: { default: '' },
    alt: { default: null },
    title: { default: null },
    form: hint(true),
    label: hint(true),
    wrap: hint(true),
  }),
  parseHTML: () => [{ tag: 'img[src]' }],
  renderHTML: ({ HTMLAttributes }) => ['img', HTMLAttributes],
})

/** A break written as a backslash at the end of a line. All other breaks are `\n` in the text. */
export const HardBreak = Node.create({
  name: 'hardBreak',
  group: 'inline',
  inline: true,
  selectable: false,
  addAttributes: () => ({ wrap: hint(true) }),
  parseHTML: () => [{ tag: 'br[data-hard]' }],
  renderHTML: () => ['br', { 'data-hard': '' }],
  renderText: () => '\n',
})
