import { DOMSerializer, type Fragment, type Schema } from '@tiptap/pm/model'

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
    for (const block of written.querySelectorAll('[dir]')) block.removeAttribute('dir')
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
