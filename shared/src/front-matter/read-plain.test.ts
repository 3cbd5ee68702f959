import { describe, expect, test } from 'vitest'
import { readPlain } from './read-plain.ts'
import { read } from './read.ts'

function readWithoutData(yaml: string) {
  const { data: _, ...rest } = read(yaml)
  return rest
}

const header =
  'title: Lamp call, again\ndatetime: 2024-03-06T16:00:00+01:00\nlocation: "Room 4: upstairs"\nteams:\n- Docs\n' +
  'participants:\n  - Ann\n  - "Cy, the chair"\n  - Bo, Di (late, remote)\n  - TODO\ntags: rust, wasm, rust\nplace: x\n'

describe('a header of plain lines', () => {
  test.each([header, '', 'title:\n', 'title: ""\n', "tags: 'a, b'\n", 'others:\n- a\n- b'])(
    '[N200] is read as YAML reads it: %j',
    (yaml) => expect(readPlain(yaml)).toEqual(readWithoutData(yaml)),
  )

  test.each([
    'title: a # b\n',
    'title: null\n',
    'title: ~\n',
    'title: a: b\n',
    'title: [a]\n',
    'title: |\n  a\n',
    'title: a\n  b\n',
    'title: "a\\n"\n',
    "title: 'it''s'\n",
    'title: a\ntitle: b\n',
    'title: a \n',
    'title:\n\n',
    'tags:\n- a\n - b\n',
    'tags: a\n- b\n',
    'tags:\n- a: b\n',
    'tags:\n- - a\n',
    '? a\n',
    'title: a\r\n',
    'title:\ta\n',
    '- a\n',
    'words\n',
  ])('[N200] anything else is left to YAML: %j', (yaml) => expect(readPlain(yaml)).toBeNull())
})
