import { expect, test } from 'vitest'
import { mend } from './mend.ts'
import { read } from './read.ts'
import { applyEdits } from './text-edit.ts'

/** What is left when nothing is left to mend. */
function mended(yaml: string): string {
  for (let rounds = 0; rounds < 20; rounds += 1) {
    const edits = mend(yaml)
    if (edits.length === 0) return yaml
    yaml = applyEdits(yaml, edits)
  }
  throw new Error(`no end of mending ${JSON.stringify(yaml)}`)
}

test.each([
  ['one cleared what another replaced', 'title:"Weekly: all"\n', 'title: "Weekly: all"\n'],
  ['both replaced a text', 'title: "a: b""c: d" # why\n', 'title: "a: b" # why\n'],
  ['one cleared in quotes what another replaced', 'title: """#7"\n', 'title: "#7"\n'],
  ['both replaced a plain text', 'title: The "old" one"a: b"\n', 'title: The "old" one"a\n'],
  ['text is left of a field that went', 'title: a\n#7 b\nmore\ntags: c\n', 'title: a\n#7 b\n# more\ntags: c\n'],
  ['the only entry went, one was added', 'tags: , Bo\n', 'tags: Bo\n'],
  ['in brackets', 'tags: [, Bo]\n', 'tags: [Bo]\n'],
  ['a comma is missing', 'tags: [a"b", c]\n', 'tags: [a, "b", c]\n'],
  ['a comma stands twice', 'tags: [a, , b]\n', 'tags: [a, b]\n'],
  ['brackets went', 'teams: "a", b\n', 'teams: ["a", b]\n'],
  ['quotes came twice', 'teams: ""@a, b""\n', 'teams: "@a, b"\n'],
  ['quotes came twice around an entry', 'teams:\n- """@a"""\n', 'teams:\n- "@a"\n'],
  ['brackets came twice', 'teams: [[a, b]]\n', 'teams: [a, b]\n'],
  ['an entry in front that needs quotes', 'teams: @a, b\n', 'teams: "@a, b"\n'],
  ['a line above lines', 'teams: a, b\n- c\n', 'teams:\n- a, b\n- c\n'],
  ['quoted entries above lines', 'teams: "a", "b, c"\n  - d\n', 'teams:\n  - "a"\n  - "b, c"\n  - d\n'],
  ['quoted entries on one line of a list', "teams:\n- '@a', b\n- c\n", "teams:\n- '@a'\n- b\n- c\n"],
  ['an entry that needs quotes', 'teams:\n- @a\n', 'teams:\n- "@a"\n'],
  ['a quoted text is left', 'title: a\n"b: c"\ntags: d\n', 'title: a\n# "b: c"\ntags: d\n'],
  ['two columns', 'teams:\r\n  - a\r\n- "b"\r\nx: 1\r\n', 'teams:\r\n- a\r\n- "b"\r\nx: 1\r\n'],
  ['a text between two lists', 'teams:\n- a\ntitle: t\n- b\n', 'teams:\n- a\n- b\ntitle: t\n\n'],
  ['a list twice', 'tags:\n- a\nx: 1\ntags:\n  - b\n', 'tags:\n- a\n- b\nx: 1\n\n'],
  ['a text twice', 'title: a\nx: 1\ntitle: b\n', 'title: a\nx: 1\n\n'],
])('[F28, F29] mending when %s: %j', (_case, yaml, wanted) => {
  expect(mended(yaml)).toBe(wanted)
  expect(read(wanted).error).toBeNull()
})

test.each([
  '',
  'title: t\ntags: a, "b" c\nteams: [a, "b"]\nparticipants:\n  - Ann # chair\n\n  - Bo\nother: "x", y: z\n',
  'participants:\n- Simon\n  - nested\n',
  'participants:\n- team:\n  - Ann\n',
  'title: >\n  - a\n  b\nlocation:\n- Here\n- There\n',
])('[F29] nothing else is mended: %j', (yaml) => {
  expect(mended(yaml)).toBe(yaml)
})
