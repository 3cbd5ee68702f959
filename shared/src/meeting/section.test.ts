import { expect, test } from 'vitest'
import { readItems } from './items.ts'
import { body, h, p } from './note-builder.ts'
import { sectionKind } from './section.ts'

test.each([
  ['TODOs and Decisions', 'both'],
  ['Decisions and TODOs', 'both'],
  ['Tasks / Decisions', 'both'],
  ['TODOs', 'todos'],
  ['To do', 'todos'],
  ['TODO:', 'todos'],
  ['Action Items', 'todos'],
  ['Action items (AIs)', 'todos'],
  ['Actions', 'todos'],
  ['Next steps', 'todos'],
  ['New PR Tasks', 'todos'],
  ['TODOs for next week', 'todos'],
  ['Decisions', 'decisions'],
  ['Attendees', 'attendance'],
  ['Other Attendees', 'attendance'],
])('[I1] %s', (heading, kind) => expect(sectionKind(heading)).toBe(kind))

test.each(['## :wrench: TODOs and Decisions', '### TODOs', '# ✅ Action items', '#### **Tasks**'])(
  '[I1] %s',
  (heading) => {
    expect(readItems(body(h(heading), p('RD: send it')), null)).toMatchObject([{ kind: 'todo' }])
  },
)

/** What `RD: send it` is under each of the headings. */
function kinds(...headings: string[]): string[] {
  const note = body(...headings.flatMap((heading) => [h(heading), p('RD: send it')]))
  return readItems(note, null).map((reading) => reading.kind)
}

test('[I2] where a section ends', () => {
  expect(kinds('## TODOs', '### For May', '## Talk')).toEqual(['todo', 'todo', 'speaker'])
  expect(kinds('### TODOs', '# Talk')).toEqual(['todo', 'speaker'])
  expect(kinds('## TODOs', '### Attendance', '### For June')).toEqual(['todo', 'todo'])
  expect(kinds('# Meeting', '## TODOs', '## Talk', '### Actions')).toEqual(['speaker', 'todo', 'speaker', 'todo'])
})

test.each([
  'Does the owner make decisions?',
  'Decision on the place',
  'Task scheduling in the kernel',
  'GitHub Actions',
  'How the committee for the summit takes decisions',
  'Present state of the tooling',
  'Presentation topics',
  'Discussion',
])('[I3] %s', (heading) => expect(sectionKind(heading)).toBeNull())

test.each(['Review of action items', 'Previous action items', "Last week's TODOs", 'Action item review'])(
  '[I3] %s',
  (heading) => expect(sectionKind(heading) ?? 'other').toBe('other'),
)
