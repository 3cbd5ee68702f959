import { Mark } from '@tiptap/core'
import { hint } from './written.ts'

/** `m`: the delimiter as written, where it is not the usual one (`~` for `~~`). */
export const Strike = Mark.create({
  name: 'strike',
  addAttributes: () => ({ m: hint() }),
  parseHTML: () => [{ tag: 's' }, { tag: 'del' }, { style: 'text-decoration=line-through' }],
  renderHTML: () => ['s', 0],
})

/** `m`: `_` where it was written `__so__`. */
export const Bold = Mark.create({
  name: 'bold',
  addAttributes: () => ({ m: hint() }),
  parseHTML: () => [
    { tag: 'strong' },
    { tag: 'b', getAttrs: (element) => element.style.fontWeight !== 'normal' && null },
    { style: 'font-weight', getAttrs: (value) => /^(bold(er)?|[6-9]\d{2})$/.test(value) && null },
  ],
  renderHTML: () => ['strong', 0],
})

/** `m`: `_` where it was written `_so_`. */
export const Italic = Mark.create({
  name: 'italic',
  addAttributes: () => ({ m: hint() }),
  parseHTML: () => [
    { tag: 'em' },
    { tag: 'i', getAttrs: (element) => element.style.fontStyle !== 'normal' && null },
    { style: 'font-style=italic' },
  ],
  renderHTML: () => ['em', 0],
})

/**
 * Whether an address is relative, or of a protocol that runs nothing. Browsers skip blanks and control characters in a
 * protocol, so it does too.
 */
export function isSafeAddress(href: string): boolean {
  const bare = href.replace(/[^!-\u{10FFFF}]/gu, '')
  return !/^[a-z][a-z\d+.-]*:/i.test(bare) || /^(?:https?|mailto|tel|xmpp|ftp):/i.test(bare)
}

/**
 * A link. `form`: how it was written (`bare`, `auto`, `outer`, `full`, `collapsed`, `shortcut`, null for inline);
 * `label`: that of a reference. The rendered address is left out where its protocol could run a script.
 */
export const Link = Mark.create({
  name: 'link',
  inclusive: false,
  addAttributes: () => ({
    href: {
      default: '',
      renderHTML: ({ href = '' }: { href?: string }) => (isSafeAddress(href) ? { href } : { 'data-href': href }),
    },
    title: { default: null },
    form: hint(),
    label: hint(),
  }),
  parseHTML: () => [{ tag: 'a[href]' }],
  renderHTML: ({ HTMLAttributes }) => [
    'a',
    { ...HTMLAttributes, rel: 'noopener noreferrer nofollow', target: '_blank' },
    0,
  ],
})

/** Literal code inside a line. It excludes itself only, so that bold code stays bold. */
export const Code = Mark.create({
  name: 'code',
  code: true,
  excludes: 'code',
  parseHTML: () => [{ tag: 'code' }],
  renderHTML: () => ['code', 0],
})

/** HTML inside a line, kept and shown as its source, never run. */
export const Html = Mark.create({
  name: 'html',
  inclusive: false,
  parseHTML: () => [{ tag: 'span[data-html]' }],
  renderHTML: () => ['span', { 'data-html': '' }, 0],
})

/** A reference to a footnote, its brackets included. */
export const FootnoteRef = Mark.create({
  name: 'footnoteRef',
  inclusive: false,
  parseHTML: () => [{ tag: 'sup[data-footnote-ref]' }],
  renderHTML: () => ['sup', { 'data-footnote-ref': '' }, 0],
})
