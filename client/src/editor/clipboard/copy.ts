import { DOMSerializer, Fragment, type Node, type Schema, type Slice } from '@tiptap/pm/model'
import { print, printInline } from '@minutebook/shared/markdown'
import { plain } from '../document.ts'

/** What is copied, as Markdown. Words from within one block are words, not a block. */
export function sliceToMarkdown(slice: Slice): string {
  const words = wordsOf(slice)
  if (words) return words.type.spec.code ? words.textContent : printInline(words.children.map(plain))
  const body = { type: 'doc', content: slice.content.content.map(plain) }
  return print(body, {}).text.replace(/^\n+|\n+$/g, '')
}

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
    breakLines(written)
    return written
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
