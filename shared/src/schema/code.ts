import { Node, type NodeConfig } from '@tiptap/core'
import { hint, written } from './written.ts'

/** A block of literal text, without marks. */
const literal: Partial<NodeConfig> = {
  group: 'block',
  content: 'text*',
  marks: '',
  code: true,
  defining: true,
}

/** A fenced or indented code block. `info`: the words after the fence. `fence`: the fence, or `indent`, if unusual. */
export const CodeBlock = Node.create({
  ...literal,
  name: 'codeBlock',
  addAttributes: () => ({
    ...written,
    info: {
      default: null,
      keepOnSplit: true,
      parseHTML: (element) =>
        element.getAttribute('data-info') ??
        /language-(\S+)/.exec(element.firstElementChild?.className ?? '')?.[1] ??
        null,
      renderHTML: (attributes) => (attributes['info'] === null ? {} : { 'data-info': attributes['info'] }),
    },
    fence: hint(true),
  }),
  parseHTML: () => [{ tag: 'pre', preserveWhitespace: 'full' }],
  renderHTML: ({ HTMLAttributes }) => ['pre', HTMLAttributes, ['code', 0]],
})

/** A block of HTML, kept and shown as its source, never run. */
export const HtmlBlock = Node.create({
  ...literal,
  name: 'htmlBlock',
  addAttributes: () => written,
  parseHTML: () => [{ tag: 'pre[data-type=htmlBlock]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: () => ['pre', { 'data-type': 'htmlBlock' }, ['code', 0]],
})

/** Markdown that has no node of its own (link reference definitions), kept as its source. */
export const RawBlock = Node.create({
  ...literal,
  name: 'rawBlock',
  addAttributes: () => ({ ...written, kind: hint(true) }),
  parseHTML: () => [{ tag: 'pre[data-type=rawBlock]', preserveWhitespace: 'full', priority: 60 }],
  renderHTML: () => ['pre', { 'data-type': 'rawBlock' }, ['code', 0]],
})
