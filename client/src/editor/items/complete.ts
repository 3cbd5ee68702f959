import { Extension } from '@tiptap/core'
import { keymap } from '@tiptap/pm/keymap'
import { TextSelection, type Command, type EditorState } from '@tiptap/pm/state'
import type { EditorView } from '@tiptap/pm/view'
import { initialsOf, placeAt, readLine } from '@minutebook/shared/meeting'
import { itemDepth } from '../blocks/lists.ts'
import { pathOf } from '../document.ts'
import { itemsOf } from './items.ts'
import { labelOf } from './owners.ts'

/**
 * Tab behind the first letters of a TODO makes them its owner: the initials of somebody who is here or takes part, or how
 * their name begins, where that is one person. Where several have these initials it asks. Elsewhere Tab stays what it is.
 */
export const completeOwner: Command = (state, dispatch, view) => {
  const typed = typedWord(state)
  if (!typed || !isOwnersPlace(state)) return false
  const { context } = itemsOf(state)
  const { participants, present, team } = context
  const people = [...new Set([...participants, ...present.keys()])]
  const ofNote = whoIs(typed.word, people)
  const found = ofNote.length > 0 ? ofNote : whoIs(typed.word, team?.others.map(({ entry }) => entry) ?? [])
  const [only, second] = found
  if (only === undefined) return false
  if (second !== undefined) {
    if (view) askFor(view, typed)
    return true
  }
  dispatch?.(state.tr.insertText(`${labelOf(only, context)}: `, typed.from, typed.to).scrollIntoView())
  return true
}

/** Opens the menu of people with the letters as its query: a menu opens with its sign, and follows what comes behind it. */
function askFor(view: EditorView, { word, from, to }: Typed): void {
  view.dispatch(view.state.tr.insertText('@', from, to))
  view.dispatch(view.state.tr.insertText(word))
}

interface Typed {
  word: string
  from: number
  to: number
}

/** The letters from the start of the line to the caret, where these are all that it holds. */
function typedWord(state: EditorState): Typed | null {
  const { selection } = state
  if (!(selection instanceof TextSelection) || !selection.empty) return null
  const { parent, pos, parentOffset } = selection.$from
  const word = parent.textContent
  if (parent.type.name !== 'paragraph' || parentOffset !== word.length || parent.content.size !== word.length)
    return null
  return /^\p{L}{2,12}$/u.test(word) ? { word, from: pos - parentOffset, to: pos } : null
}

/** A line with a box, or one that a colon behind a name would make a TODO. */
function isOwnersPlace(state: EditorState): boolean {
  const { $from } = state.selection
  const depth = itemDepth($from)
  if (depth > 0) return $from.node(depth).attrs['checked'] !== null && $from.index(depth) === 0
  const { body, context } = itemsOf(state)
  const place = placeAt(body, pathOf($from), context)
  return place !== null && readLine('AB: do', place, context.day, context)?.kind === 'todo'
}

/** Those whose initials the letters are, else those whose name begins with them. */
function whoIs(word: string, people: readonly string[]): string[] {
  const letters = folded(word)
  const byInitials = people.filter((person) => folded(initialsOf(person)) === letters)
  return byInitials.length > 0 ? byInitials : people.filter((person) => folded(person).startsWith(letters))
}

function folded(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase()
}

export const CompleteOwner = Extension.create({
  name: 'completeOwner',
  priority: 140, // before Tab moves an item of a list
  addProseMirrorPlugins: () => [keymap({ Tab: completeOwner })],
})
