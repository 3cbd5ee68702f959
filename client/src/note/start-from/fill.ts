import type { Editor } from '@tiptap/core'
import { TextSelection } from '@tiptap/pm/state'
import { template } from '@minutebook/shared/note'
import { isVacant } from '../../editor/blocks/placeholder.ts'
import { insertFiles } from '../../editor/clipboard/insert.ts'
import { closeStep } from '../../editor/clipboard/step.ts'

export type Start = 'meeting' | 'stand-up' | 'decision'

const decision = `## Context

-

## Options

-

## What was agreed
`

function textOf(start: Start, people: readonly string[]): string {
  switch (start) {
    case 'meeting':
      return template('meeting')
    case 'stand-up':
      return `## Stand-up\n\n${people.length === 0 ? '-' : people.map((name) => `${name}:`).join('\n\n')}\n`
    case 'decision':
      return decision
  }
  return start satisfies never
}

/** Writes a template into an empty note, and puts the caret below its first heading. Nothing where it is not empty any more. */
export function fill({ state, view }: Editor, start: Start, people: readonly string[]): void {
  if (!isVacant(state.doc)) return
  const tr = insertFiles(state, [textOf(start, people)], { position: 0, side: 'after' })
  if (!tr) return
  const below = tr.doc.resolve(tr.doc.firstChild?.nodeSize ?? 0)
  closeStep(state)
  view.dispatch(tr.setSelection(TextSelection.near(below)).scrollIntoView())
  closeStep(view.state)
  view.focus()
}
