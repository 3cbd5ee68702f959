import { keyNames } from '../../ui/keys.ts'

/** What a press on the mark of an offer does. */
export interface OfferPresses {
  accept: () => void
  refuse: () => void
}

/** The mark beside a line that offers a TODO. */
export function markElement(words: string, { accept, refuse }: OfferPresses): HTMLElement {
  const mark = document.createElement('span')
  mark.className = 'offer'
  mark.contentEditable = 'false'
  mark.append(
    button('accept', `Make a TODO of “${words}”`, `Make a TODO of this (${keyNames('Mod+Enter')})`, accept),
    button('refuse', 'Not a TODO', 'Not a TODO', refuse),
  )
  return mark
}

function button(className: string, name: string, title: string, press: () => void): HTMLElement {
  const element = document.createElement('button')
  element.type = 'button'
  element.tabIndex = -1
  element.className = className
  element.title = title
  element.setAttribute('aria-label', name)
  element.addEventListener('mousedown', (event) => event.preventDefault()) // the caret stays, no keyboard comes up
  element.addEventListener('click', press)
  return element
}
