import { Node } from '@tiptap/core'
import { gap, hint } from './written.ts'

/** `mark`: bullet or delimiter; `loose`: blank lines between items; `indent`, `pad`, `tab`: the columns, if unusual. */
const list = () => ({
  ...gap,
  mark: hint(true),
  loose: hint(true),
  indent: hint(true),
  pad: hint(true),
  tab: hint(true),
})

export const BulletList = Node.create({
  name: 'bulletList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: list,
  parseHTML: () => [{ tag: 'ul' }],
  renderHTML: () => ['ul', 0],
})

export const OrderedList = Node.create({
  name: 'orderedList',
  group: 'block list',
  content: 'listItem+',
  addAttributes: list,
  parseHTML: () => [{ tag: 'ol' }],
  renderHTML: () => ['ol', 0],
})

/**
 * An item of either list.
 * - `checked`: null for an ordinary item, else the state of its check box
 * - `box`: `X` where the tick was written as a capital
 * - `n`: the item's own number as written, so that no edit renumbers the lines after it
 */
export const ListItem = Node.create({
  name: 'listItem',
  content: 'block+',
  defining: true,
  addAttributes: () => ({
    ...gap,
    checked: {
      default: null,
      keepOnSplit: false,
      parseHTML: (element) => {
        const written = element.getAttribute('data-checked')
        if (written !== null) return written === 'true'
        const box = element.querySelector(':scope > input[type=checkbox], :scope > p > input[type=checkbox]')
        return box ? box.hasAttribute('checked') : null
      },
      renderHTML: (attributes) =>
        attributes['checked'] === null ? {} : { 'data-checked': String(attributes['checked']) },
    },
    box: hint(),
    n: hint(),
    indent: hint(true),
    pad: hint(true),
  }),
  parseHTML: () => [{ tag: 'li' }],
  renderHTML: ({ HTMLAttributes }) => ['li', HTMLAttributes, 0],
})
