import { Extension, InputRule } from '@tiptap/core'
import type { Mark, Node, ResolvedPos } from '@tiptap/pm/model'
import { Plugin, TextSelection, type EditorState, type Transaction } from '@tiptap/pm/state'
import { changedRanges, isLocalEdit } from '../local.ts'
import { markType } from '../node-types.ts'
import { bareAddresses, bracketedAddress, withoutPunctuation } from './bare-address.ts'

/** A link and the range of its words. */
export interface LinkRange {
  href: string
  from: number
  to: number
}

/** The link that holds the position or touches its left side, or `null`. */
export function linkAt($position: ResolvedPos): LinkRange | null {
  const { parent } = $position
  const start = $position.start()
  let found: LinkRange | null = null
  parent.forEach((child, offset) => {
    const link = linkOf(child)
    if (!link) return
    const from = start + offset
    const to = from + child.nodeSize
    if (found && found.to === from && found.href === link.attrs['href']) found.to = to
    else if (!found || found.to < $position.pos) found = { href: String(link.attrs['href']), from, to }
  })
  const last: LinkRange | null = found
  return last && inside(last, $position.pos) ? last : null
}

const inside = (range: LinkRange, position: number) => range.from <= position && position <= range.to

function linkOf(node: Node): Mark | undefined {
  return node.marks.find((mark) => mark.type.name === 'link')
}

/**
 * Makes the range a link to `href`, with the caret behind it: what is typed next does not take the place of its words. An
 * empty address takes the link away. An empty range gets the address as its words.
 */
export function setLink(state: EditorState, range: { from: number; to: number }, href: string): Transaction {
  const type = markType(state.schema, 'link')
  const tr = state.tr.removeMark(range.from, range.to, type)
  if (href === '') return tr
  if (range.from === range.to) {
    return tr.insert(range.from, state.schema.text(href, [type.create({ href, form: isBare(href) ? 'bare' : null })]))
  }
  const form = isBare(href) && state.doc.textBetween(range.from, range.to) === href ? 'bare' : null
  tr.addMark(range.from, range.to, type.create({ href, form }))
  return tr.setSelection(TextSelection.create(tr.doc, range.to))
}

/** What a person types as an address, made complete: `example.org` gets a protocol. */
export function completeAddress(typed: string): string {
  const address = typed.trim()
  if (address === '' || /^(?:[a-z][a-z\d+.-]*:|[/#?.])/i.test(address)) return address
  if (/^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(address)) return `mailto:${address}`
  return /^[^\s/]+\.[^\s/]{2,}/.test(address) ? `https://${address}` : address
}

/** Whether the text is one web address and nothing else. */
export function isAddress(text: string): boolean {
  return /^https?:\/\/[^\s<>]+$/i.test(text.trim())
}

function isBare(href: string): boolean {
  return isAddress(href) && withoutPunctuation(href) === href
}

/** Keeps the bare addresses of a text block marked as the links that Markdown takes them for. */
function markBareAddresses(tr: Transaction, block: Node, start: number): void {
  const type = markType(block.type.schema, 'link')
  for (const run of textRuns(block)) {
    const wanted = bareAddresses(run.text)
    run.node.forEach(({ child, offset }) => {
      const link = linkOf(child)
      const href = link?.attrs['form'] === 'bare' ? link.attrs['href'] : undefined
      const stands = wanted.some(
        ({ from, to }) => from <= offset - run.offset && offset - run.offset + child.nodeSize <= to,
      )
      if (link && href !== undefined && !stands) tr.removeMark(start + offset, start + offset + child.nodeSize, link)
    })
    for (const { from, to, href } of wanted) {
      const at = { from: start + run.offset + from, to: start + run.offset + to }
      if (!carries(run, from, to, href)) tr.addMark(at.from, at.to, type.create({ href, form: 'bare' }))
    }
  }
}

/** Lets links in angle brackets lead where their words say. */
function followBracketed(tr: Transaction, block: Node, start: number): void {
  let run: { link: Mark; words: string; from: number; to: number } | null = null
  const follow = () => {
    const href = run && bracketedAddress(run.words)
    if (!run || href === null || href === run.link.attrs['href']) return
    const { link, from, to } = run
    tr.removeMark(start + from, start + to, link)
    tr.addMark(start + from, start + to, link.type.create({ ...link.attrs, href }))
  }
  block.forEach((child, offset) => {
    const link = linkOf(child)
    if (run && link && run.link.eq(link)) {
      run.words += child.text ?? ''
      run.to += child.nodeSize
      return
    }
    follow()
    const isBracketed = link?.attrs['form'] === 'auto'
    run = isBracketed ? { link, words: child.text ?? '', from: offset, to: offset + child.nodeSize } : null
  })
  follow()
}

interface Run {
  text: string
  offset: number
  node: { child: Node; offset: number }[]
}

/** The stretches of a block's text that may hold bare addresses: no code, no other kind of link. */
function textRuns(block: Node): Run[] {
  const runs: Run[] = []
  let open = false
  block.forEach((child, offset) => {
    const link = linkOf(child)
    const plain = child.isText && !child.marks.some((mark) => mark.type.spec.code || mark.type.name === 'html')
    if (!plain || (link && link.attrs['form'] !== 'bare')) {
      open = false
      return
    }
    const last = runs.at(-1)
    if (open && last) {
      last.text += child.text ?? ''
      last.node.push({ child, offset })
    } else runs.push({ text: child.text ?? '', offset, node: [{ child, offset }] })
    open = true
  })
  return runs
}

function carries(run: Run, from: number, to: number, href: string): boolean {
  return run.node.every(({ child, offset }) => {
    const start = offset - run.offset
    const overlaps = start < to && start + child.nodeSize > from
    return !overlaps || linkOf(child)?.attrs['href'] === href
  })
}

/** `[words](address)` becomes a link when its last bracket is typed. */
const writtenLink = new InputRule({
  find: /(?:^|[^!\\])(\[([^[\]]+)\]\(([^\s()]+)\))$/,
  handler({ state, range, match }) {
    const [, written = '', words = '', href = ''] = match
    const from = range.to - written.length
    const type = markType(state.schema, 'link')
    state.tr.delete(from + 1 + words.length, range.to).delete(from, from + 1)
    state.tr.addMark(from, from + words.length, type.create({ href })).removeStoredMark(type)
  },
})

/** Links: what typing makes of them, pasting an address onto words, opening them with Mod and a click. */
export const Links = Extension.create({
  name: 'links',
  addInputRules: () => [writtenLink],
  addProseMirrorPlugins: () => [
    new Plugin({
      appendTransaction(transactions, _before, state) {
        if (!isLocalEdit(transactions)) return null
        const tr = state.tr
        for (const { block, start } of changedBlocks(transactions, state)) {
          markBareAddresses(tr, block, start)
          followBracketed(tr, block, start)
        }
        return tr.docChanged ? tr : null
      },
      props: {
        handlePaste(view, event) {
          const text = event.clipboardData?.getData('text/plain') ?? ''
          const { from, to, empty, $from, $to } = view.state.selection
          if (empty || !isAddress(text) || !$from.sameParent($to) || $from.parent.type.spec.code) return false
          view.dispatch(setLink(view.state, { from, to }, text.trim()).scrollIntoView())
          return true
        },
        handleClick(_view, _position, event) {
          const link = event.target instanceof Element ? event.target.closest('a[href]') : null
          if (!(link instanceof HTMLAnchorElement) || !(event.metaKey || event.ctrlKey)) return false
          window.open(link.href, '_blank', 'noopener,noreferrer')
          return true
        },
      },
    }),
  ],
})

function changedBlocks(transactions: readonly Transaction[], state: EditorState) {
  const blocks = new Map<number, Node>()
  for (const { from, to } of changedRanges(transactions)) {
    state.doc.nodesBetween(Math.max(0, from - 1), Math.min(to + 1, state.doc.content.size), (node, position) => {
      if (node.isTextblock && !node.type.spec.code) blocks.set(position + 1, node)
      return !node.isTextblock
    })
  }
  return [...blocks].map(([start, block]) => ({ start, block }))
}
