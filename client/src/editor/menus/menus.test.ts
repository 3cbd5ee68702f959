// @vitest-environment jsdom
import { describe, expect, it } from 'vitest'
import { context, h, item, p, TestEditor, ul } from '../test-editor.ts'
import type { Whose } from '@minutebook/shared/meeting'
import type { TeamPeople } from '../items/context.ts'
import { labelOf } from '../items/owners.ts'
import { insertTable } from '../blocks/table.ts'
import { findPeople, groupOf, isNewName } from '../../person/candidates.ts'
import { triggerOf } from './trigger.ts'
import { whoIs } from './who-is.ts'

const typed = (words: string) => new TestEditor([p()]).type(words)
const offered = (editor: TestEditor) => triggerOf(editor.editor.state)?.choices.map(({ label }) => label)

describe('opening and closing', () => {
  it('[E50] opens at the start of a word, while it is typed', () => {
    expect(offered(typed('/'))).toContain('Decision')
    expect(offered(typed('a /h'))).toContain('Heading 1')
    expect(offered(typed('a/'))).toBeUndefined()
    expect(offered(new TestEditor([p('see /etc now')]).at('/etc'))).toBeUndefined()
  })

  it('[E50] closes after three letters without a match, and with Escape, which keeps the text', () => {
    expect(offered(typed('/zz'))).toEqual([])
    expect(offered(typed('/zzz'))).toBeUndefined()
    const left = typed('/tod').press('Escape')
    expect(offered(left)).toBeUndefined()
    expect(left.press('Enter').blocks).toEqual([p('/tod'), p()])
  })

  it('[E50] stays open for a name of two words, and for no other blank', () => {
    expect(typed('/heading 2').press('Enter').type('a').blocks).toEqual([h(2, 'a')])
    expect(offered(typed('/code b'))).toEqual(['Code block'])
    expect(offered(typed('/ '))).toBeUndefined()
    expect(offered(typed('/todo '))).toBeUndefined()
    expect(offered(typed('/heading 2 '))).toBeUndefined()
    expect(offered(typed('@zoe b'))).toBeUndefined()
  })

  it('[E50] tells assistive technology which line is chosen', () => {
    const editor = typed('/').press('ArrowDown')
    expect(editor.editor.view.dom.getAttribute('aria-activedescendant')).toBe('note-menu-1')
    expect(editor.press('Escape').editor.view.dom.hasAttribute('aria-activedescendant')).toBe(false)
  })
})

describe('emoji', () => {
  it('[E130] are offered after a colon and two letters, and chosen as their shortcode', () => {
    expect(offered(typed('a :s'))).toBeUndefined()
    expect(offered(typed('a :smi'))?.[0]).toBe(':smile:')
    expect(typed('a :smi').press('Enter').type('!').blocks).toEqual([p('a :smile:!')])
    expect(typed('a :smi').press('Escape', 'Enter').blocks).toEqual([p('a :smi'), p()])
  })

  it('[E130] are not offered in a time, for a fence, or where the word is complete', () => {
    for (const words of ['at 10:30', ':::info', 'AJ: so', 'a :smile:', 'a :zzzq'])
      expect(offered(typed(words))).toBeUndefined()
  })
})

describe('what is offered', () => {
  it('[E51] puts first what begins like the query', () => {
    expect(offered(typed('/de'))?.[0]).toBe('Decision')
    expect(offered(typed('/task'))).toEqual(['TODO'])
    expect(offered(typed('/h2'))?.[0]).toBe('Heading 2')
  })

  it('[E51] offers text where the line is something else', () => {
    expect(offered(typed('/text')) ?? []).not.toContain('Text')
    for (const block of [h(2, 'one'), ul(item(null, p('one'))), { type: 'blockquote', content: [p('one')] }]) {
      const editor = new TestEditor([block]).at('one').type(' /text')
      expect(offered(editor)?.[0]).toBe('Text')
      expect(editor.press('Enter').blocks).toEqual([p('one ')])
    }
  })

  it('[E51] offers rows and columns in a table', () => {
    expect(offered(new TestEditor([p()]).run(insertTable).type('/row'))).toEqual(['Row below', 'Delete row'])
  })

  it('[E52] puts first who is here, then the others, then a new person', () => {
    expect(findPeople('mi', context).map(({ name }) => name)).toEqual(['Michalis', 'Mihnea'])
    expect(findPeople('raz', context).map(({ initials }) => initials)).toEqual(['RD'])
    expect(isNewName('mihnea', context)).toBe(false)
    expect(offered(typed('@zoe'))).toEqual(['Add “zoe” as a new person'])
  })
})

const task = () => new TestEditor([ul(item({ checked: false }, p('Send it', { id: 'a' })))]).at('it').type(' @')
const words = (editor: TestEditor) => editor.blocks[0]?.content?.[0]?.content?.[0]?.content?.[0]?.text

describe('choosing', () => {
  it('[E51] carries it out in place of what was typed', () => {
    expect(typed('/dec').press('Enter').type('x').blocks).toEqual([p('Decision: x', { id: 'id1' })])
    expect(typed('/todo').press('Enter').blocks).toEqual([ul(item({ checked: false }, p()))])
  })

  it('[E53] makes the chosen one the owner of the TODO that they are named in', () => {
    expect(words(task().type('raz').press('Enter'))).toBe('RD: Send it')
    expect(words(task().type('raz').press('Enter').type(' @alex').press('Shift-Enter'))).toBe('RD/AJ: Send it')
    expect(words(task().type('raz').press('Enter').type(' @alex').press('Enter'))).toBe('AJ: Send it')
  })

  it('[E53] writes the label before an empty line that would be a TODO by it, else the name', () => {
    const editor = new TestEditor([h(2, 'TODOs'), p()])
    editor.editor.commands.setTextSelection(editor.editor.state.doc.content.size - 1)
    expect(editor.type('@raz').press('Enter').type('x').blocks[1]).toMatchObject(p('RD: x'))
    expect(typed('ask @raz').press('Enter').type('x').blocks).toEqual([p('ask RăzvanD x')])
  })
})

describe('people of the team', () => {
  const chosen: string[] = []
  const team: TeamPeople = {
    name: 'Harbor',
    whose: (label) => (label === 'MT' ? known : { kind: 'ambiguous', candidates: [maria, mihnea] }),
    idOf: () => null,
    others: [
      { id: 'h:mariat', entry: 'MariaT', initials: ['MT'] },
      { id: 'h:bo', entry: 'Bo', initials: [] },
    ],
    choose: (label, person) => chosen.push(`${label} ${person?.name ?? '-'}`),
  }
  const withTeam = { ...context, team }

  it('[P25] come after those who are here and the others of the note', () => {
    const offered = findPeople('m', withTeam)
    expect(offered.map(({ name }) => name)).toEqual(['Michalis', 'Mihnea', 'MariaT'])
    expect(offered.map(groupOf)).toEqual(['In this meeting', 'In this meeting', 'In the team'])
    expect(labelOf('MariaT', withTeam)).toBe('MT')
    expect(labelOf('Bo', withTeam)).toBe('Bo')
  })

  it('[P26] the picker asks who a label is, and says it for the team', () => {
    const labels = whoIs('MP', '', withTeam, () => undefined).map(({ group, label }) => [group, label])
    expect(labels).toEqual([
      ['Who is MP in Harbor?', 'MP is Maria'],
      ['Who is MP in Harbor?', 'MP is Mihnea'],
    ])
    const { view } = typed('').editor
    whoIs('MP', 'mih', withTeam, () => undefined)[0]?.choose(view, { from: 0, to: 0 }, false)
    expect(chosen).toEqual(['MP Mihnea'])
    expect(whoIs('MP', '', context, () => undefined)).toEqual([])
  })
})

const maria = { id: 'h:maria', name: 'Maria' }
const mihnea = { id: 'h:mihnea', name: 'Mihnea' }
const known: Whose = { kind: 'person', person: { id: 'h:mariat', name: 'MariaT' }, participant: null, by: 'roster' }
