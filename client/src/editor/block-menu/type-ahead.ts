import type { KeyboardEvent } from 'react'
import { linesOf } from '../../ui/MenuLines.tsx'

/** Letters belong together that come within this time. */
const pauseMs = 700

/** Finds a line of a menu by its first letters, typed one after the other. */
export class TypeAhead {
  #letters = ''
  #at = -Infinity

  /** Moves the focus to the line that begins so. Returns whether the key was a letter of more than one, and there is such a line. */
  take(event: KeyboardEvent, menu: HTMLElement | null): boolean {
    if (event.key.length !== 1 || event.ctrlKey || event.metaKey || event.altKey) return false
    const isNew = event.timeStamp - this.#at > pauseMs
    if (isNew && event.key === ' ') return false
    this.#letters = (isNew ? '' : this.#letters) + event.key.toLowerCase()
    this.#at = event.timeStamp
    if (isNew) return false // the first letter goes on from line to line
    const line = linesOf(menu).find(({ textContent }) => textContent.trim().toLowerCase().startsWith(this.#letters))
    line?.focus()
    event.preventDefault()
    return true
  }
}
