import { DOMSerializer, Fragment, type Node, type Schema, type Slice } from '@tiptap/pm/model'
import { print, printInline } from '@minutebook/shared/markdown'
import { plain } from '../document.ts'

/** What is copied, as Markdown. Words from within one block are words, not a block. */
export function sliceToMarkdown(slice: Slice): string {
  const words = wordsOf(slice)
  if (words) return words.type.spec.code ? words.textContent : printInline(words.children.map(plain))
  const body = { type: 'doc', content: liftCut(slice).content.map(plain) }
  return print(body, {}).text.replace(/^\n+|\n+$/g, '')
}

/** The blocks of a slice, without the items that only stand around its first words because these are deeper in a list. */
function liftCut({ content, openStart }: Slice): Fragment {
  const first = content.firstChild
  if (!first || openStart < 3 || !isList(first)) return content
  const items = liftItems(first, openStart)
  return items ? content.replaceChild(0, items) : content
}

/** The list with the items of the inner list in place of the first item, where that was cut off its own words. */
function liftItems(list: Node, openStart: number): Node | null {
  const inner = list.firstChild?.firstChild
  if (!inner || !isList(inner) || openStart < 3) return null
  const lifted = liftItems(inner, openStart - 2) ?? inner
  const rest = list.children.slice(1)
  return lifted.copy(lifted.content.append(Fragment.fromArray(rest)))
}

const isList = (node: Node) => node.type.spec.group?.includes('list') === true

/** The text block that all of the slice comes from, or null. */
function wordsOf({ content, openStart, openEnd }: Slice): Node | null {
  let depth = 0
  let fragment: Fragment = content
  for (;;) {
    const only = fragment.childCount === 1 ? fragment.child(0) : null
    if (!only || depth >= openStart || depth >= openEnd) return null
    if (only.isTextblock) return only
    fragment = only.content
    depth += 1
  }
}

/** Writes what is copied as HTML for other programs, where a line break is an element. */
export function clipboardSerializer(schema: Schema): DOMSerializer {
  const base = DOMSerializer.fromSchema(schema)
  return new BreakingSerializer(base.nodes, base.marks)
}

class BreakingSerializer extends DOMSerializer {
  override serializeFragment(
    fragment: Fragment,
    options?: { document?: Document },
    target?: HTMLElement | DocumentFragment,
  ): HTMLElement | DocumentFragment {
    const written = super.serializeFragment(fragment, options, target)
    if (target) return written // a part of what is written: the whole is cleaned at the end
    breakLines(written)
    writeBoxes(written)
    for (const link of written.querySelectorAll('a')) {
      link.removeAttribute('target')
      link.removeAttribute('rel')
    }
    return written
  }
}

/** A box is an input that cannot be pressed, as in the HTML of other programs. */
function writeBoxes(root: ParentNode): void {
  for (const item of root.querySelectorAll('li[data-checked]')) {
    const box = document.createElement('input')
    box.type = 'checkbox'
    box.disabled = true
    if (item.getAttribute('data-checked') === 'true') box.setAttribute('checked', '')
    item.removeAttribute('data-checked')
    item.prepend(box)
  }
}

function breakLines(root: ParentNode & globalThis.Node): void {
  const texts: Text[] = []
  const walker = (root.ownerDocument ?? document).createTreeWalker(root, NodeFilter.SHOW_TEXT)
  while (walker.nextNode()) {
    const text = walker.currentNode
    if (text instanceof Text && text.data.includes('\n') && !text.parentElement?.closest('pre')) texts.push(text)
  }
  for (const text of texts) {
    const parts = text.data.split('\n')
    text.replaceWith(...parts.flatMap((part, index) => (index === 0 ? [part] : [document.createElement('br'), part])))
  }
}
