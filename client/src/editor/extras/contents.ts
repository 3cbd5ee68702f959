import type { Node } from '@tiptap/pm/model'
import type { EditorView } from '@tiptap/pm/view'
import type { OutlineEntry } from '@minutebook/shared/meeting'
import { positionAt } from '../document.ts'
import { itemsOf } from '../items/items.ts'

/** Whether a paragraph says that the note's headings are to stand here. */
export function isContents(node: Node): boolean {
  return node.type.name === 'paragraph' && /^\[TOC\]\s*$/i.test(node.textContent)
}

/** The note's headings, to be pressed. */
export function contentsElement(outline: readonly OutlineEntry[]): HTMLElement {
  const list = document.createElement('span')
  list.className = 'contents'
  list.contentEditable = 'false'
  list.setAttribute('role', 'navigation')
  list.setAttribute('aria-label', 'Table of contents')
  const top = Math.min(...outline.map(({ level }) => level))
  outline.forEach(({ level, text }, index) => {
    const entry = document.createElement('button')
    entry.type = 'button'
    entry.tabIndex = -1
    entry.dataset['heading'] = String(index)
    entry.style.setProperty('--depth', String(level - top))
    entry.textContent = text
    list.append(entry)
  })
  if (outline.length === 0) list.textContent = 'No headings yet'
  return list
}

/** Shows the heading that a press in a list of headings names, and puts the caret there. */
export function pressContents(view: EditorView, event: MouseEvent): boolean {
  const target = event.target instanceof Element ? event.target.closest<HTMLElement>('.contents [data-heading]') : null
  if (!target || !view.dom.contains(target) || event.button !== 0) return false
  event.preventDefault()
  if (event.type === 'mousedown') return true
  const entry = itemsOf(view.state).outline[Number(target.dataset['heading'])]
  const position = entry ? positionAt(view.state.doc, entry.path) : null
  const heading = position === null ? null : view.nodeDOM(position)
  if (heading instanceof HTMLElement) heading.scrollIntoView({ block: 'start', behavior: 'smooth' })
  return true
}
