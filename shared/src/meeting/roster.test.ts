import { expect, test } from 'vitest'
import { body, h, p } from './note-builder.ts'
import { readInitialsTables } from './initials-table.ts'
import { buildRoster } from './roster.ts'
import type { Correction, NoteNames } from './roster-facts.ts'
import { whoseIn, type Whose } from './whose.ts'

let made = 0

/** A note of a team that lists these people, separated by commas, and uses these initials. */
function note(team: string, people: string, labels = ''): NoteNames {
  made += 1
  return {
    noteId: `note-${made}`,
    teams: team === '' ? [] : team.split('+'),
    at: `2024-01-${String((made % 28) + 1).padStart(2, '0')}`,
    participants: listOf(people),
    rows: [],
    labels: listOf(labels),
  }
}

function listOf(words: string): string[] {
  return words.split(', ').filter((word) => word !== '')
}

/** The persons with more than one entry or name, as their entries with teams. */
function persons(notes: NoteNames[], corrections: Correction[] = []): string[] {
  return buildRoster(notes, corrections).people.map(({ entries }) =>
    entries
      .map(({ name, team }) => `${name}@${team}`)
      .toSorted()
      .join(' '),
  )
}

/** Whom a label means in a note of a team that lists these people. */
function whose(label: string, team: string, people: string, notes: NoteNames[], corrections: Correction[] = []): Whose {
  const roster = buildRoster(notes, corrections).of(team === '' ? [] : team.split('+'))
  return whoseIn({ participants: listOf(people), rows: [] }, roster)(label)
}

function nameOf(whose: Whose): string {
  if (whose.kind === 'person') return `${whose.person.name} by ${whose.by}`
  if (whose.kind === 'ambiguous') return `? ${whose.candidates.map(({ name }) => name).join(', ')}`
  return whose.kind
}

function row(...cells: string[]) {
  const content = cells.map((words) => ({
    type: 'tableCell',
    content: words === '' ? [] : [{ type: 'text', text: words }],
  }))
  return { type: 'tableRow', content }
}

test('[P1] a table of initials names people with initials and handles', () => {
  const table = {
    type: 'table',
    content: [
      row('Name', 'Initials', 'Affiliation', 'GH Username'),
      row('Ann van Berg', 'AvB', 'Lighthouse', '@annvb'),
      row('Bo Diaz', '', '', 'not one handle'),
      row('', '', '', ''),
    ],
  }
  expect(readInitialsTables(body(h('## Attendees'), table, p('Bo: hello')))).toEqual([
    { name: 'Ann van Berg', initials: 'AvB', handle: 'annvb' },
    { name: 'Bo Diaz', initials: null, handle: null },
  ])
  expect(readInitialsTables(body({ type: 'table', content: [row('Name', 'Topic'), row('Ann', 'Boats')] }))).toEqual([])
})

test('[P2] a short name of four letters is no initials', () => {
  expect(persons([note('a', 'TeoT'), note('b', 'TeoT'), note('a', 'Teo Tiron')])).toEqual(['Teo Tiron@a TeoT@a TeoT@b'])
  expect(nameOf(whose('TeoT', 'a', 'Bo', [note('a', 'TeoT')]))).toBe('TeoT by roster')
})

test('[P2] accents, case and blanks make no other entry; it is shown as mostly written', () => {
  const roster = buildRoster([note('Boats', 'RăzvanD'), note('boats', 'Razvan D'), note('Boats', 'RăzvanD')], [])
  expect(roster.people).toHaveLength(1)
  expect(roster.people[0]).toMatchObject({ name: 'RăzvanD', initials: ['RD'] })
  expect(roster.people[0]?.entries).toMatchObject([{ ref: 'boats:razvand', team: 'Boats', meetings: 3 }])
})

test('[P3] from notes without a team nothing is read but what people chose', () => {
  const notes = [note('', 'RitaD'), note('', 'RitaD'), note('', 'Bo Diaz')]
  expect(nameOf(whose('RD', '', 'Bo Diaz', notes))).toBe('? RitaD')
  const choice: Correction = { kind: 'choice', team: '', label: 'RD', person: ':ritad' }
  expect(nameOf(whose('RD', '', 'Bo Diaz', notes, [choice]))).toBe('RitaD by choice')
})

test('[P4] a full or shortened name is one person in all teams, a single name in its own', () => {
  expect(persons([note('a', 'RitaD, Bo, Ann Lee'), note('b', 'RitaD, Bo, Ann Lee')])).toEqual([
    'Ann Lee@a Ann Lee@b',
    'Bo@a',
    'Bo@b',
    'RitaD@a RitaD@b',
  ])
})

test('[P4] a short name that two full ones may be meant by stays in its team', () => {
  expect(
    persons([note('a', 'RaduN'), note('a', 'RaduNichita'), note('b', 'RaduN'), note('b', 'Radu Niculae')]),
  ).toEqual(['Radu Niculae@b', 'RaduN@a', 'RaduN@b', 'RaduNichita@a'])
})

test('[P5] a shortened name is the only full one that fits, unless a note lists both', () => {
  expect(persons([note('a', 'RitaD'), note('a', 'Rita Diaz')])).toEqual(['Rita Diaz@a RitaD@a'])
  expect(persons([note('a', 'Rita D.'), note('a', 'Rita Diaz')])).toEqual(['Rita D.@a Rita Diaz@a'])
  expect(persons([note('a', 'Ann Lee'), note('a', 'Ann M. Lee')])).toEqual(['Ann Lee@a Ann M. Lee@a'])
  expect(persons([note('a', 'RitaD, Rita Diaz')])).toHaveLength(2)
  expect(persons([note('a', 'RitaD'), note('b', 'Rita Diaz')])).toHaveLength(2)
  expect(persons([note('a', 'RitaD'), note('a', 'Rita Diaz'), note('b', 'Rita Dunn')])).toHaveLength(3)
})

test('[P6] a single name goes with initials that only it could have', () => {
  expect(persons([note('a', 'Simon Berg'), note('a', 'Simon', 'SB')])).toEqual(['Simon Berg@a Simon@a'])
  expect(persons([note('a', 'Simon Berg'), note('a', 'Simon')])).toHaveLength(2)
  expect(persons([note('a', 'Simon Berg'), note('a', 'Simon, Sara', 'SB')])).toHaveLength(3)
  expect(persons([note('a', 'Simon Berg'), note('a', 'Simon', 'SB'), note('a', 'Simon', 'SK')])).toHaveLength(2)
  expect(persons([note('a', 'Simon Berg, Simon', 'SB')])).toHaveLength(2)
  expect(persons([note('a', 'Simon Berg'), note('a', 'SimonK'), note('a', 'Simon', 'SB')])).toHaveLength(3)
})

test('[P6] the initials of somebody of another team take three notes', () => {
  const once = [note('b', 'Simon Berg'), note('a', 'Simon', 'SB')]
  expect(persons(once)).toHaveLength(2)
  expect(persons([...once, note('a', 'Simon', 'SB'), note('a', 'Simon', 'SB')])).toHaveLength(1)
})

test('[P7] one handle is one person, and initials as an entry are the one who has them', () => {
  const handled = (name: string): NoteNames => ({
    ...note('a', ''),
    rows: [{ name, initials: null, handle: name.startsWith('M') ? 'Mike' : 'mike' }],
  })
  expect(persons([handled('Michael Stone'), handled('Old Mike')])).toEqual(['Michael Stone@a Old Mike@a'])
  expect(persons([note('a', 'RitaD'), note('a', 'RD')])).toEqual(['RD@a RitaD@a'])
  expect(persons([note('a', 'RitaD'), note('a', 'RobertD'), note('a', 'RD')])).toHaveLength(3)
})

test('[P8] what only looks alike stays two', () => {
  expect(
    persons([note('a', 'Alexander Jung'), note('a', 'AlexJ'), note('a', 'Alex'), note('a', 'Sasha')]),
  ).toHaveLength(4)
})

test('[P9] what is certain within the note stays so', () => {
  const notes = [note('a', 'MihneaP'), note('a', 'MariaP')]
  const choice: Correction = { kind: 'choice', team: 'a', label: 'MP', person: 'a:mihneap' }
  expect(whose('MP', 'a', 'MariaP, Bo', notes, [choice])).toMatchObject({ participant: 'MariaP', by: 'note' })
  expect(whose('MP', 'b', 'MariaP', [])).toEqual({
    kind: 'person',
    person: { id: 'b:mariap', name: 'MariaP' },
    participant: 'MariaP',
    by: 'note',
  })
  expect(nameOf(whose('everyone', 'a', 'MariaP', notes))).toBe('group')
})

test('[P10] a choice holds for the team, and not against others who spell the initials out', () => {
  const notes = [note('a', 'MihneaP'), note('a', 'MariaP'), note('a', 'Mihnea'), note('a', 'MirceaP')]
  const choice: Correction = { kind: 'choice', team: 'A', label: 'MP', person: 'a:mihneap' }
  expect(nameOf(whose('MP', 'a', 'Bo', notes))).toBe('? MihneaP, MariaP, MirceaP')
  expect(nameOf(whose('MP', 'a', 'Bo', notes, [choice]))).toBe('MihneaP by choice')
  expect(nameOf(whose('MP', 'a', 'MihneaP, MariaP', notes, [choice]))).toBe('MihneaP by choice')
  expect(nameOf(whose('MP', 'a', 'MariaP, MirceaP', notes, [choice]))).toBe('? MariaP, MirceaP')
  expect(nameOf(whose('MP', 'b', 'Bo', notes, [choice]))).toBe('unknown')
  const open: Correction = { kind: 'choice', team: 'a', label: 'MP', person: null }
  expect(nameOf(whose('MP', 'a', 'Bo', notes, [choice, open]))).toMatch(/^\? /)
})

test('[P11] initials mean the listed one of the team who is known to have them', () => {
  const notes = [note('a', 'Simon Berg'), note('a', 'Simon', 'SB'), note('a', 'Sara')]
  expect(nameOf(whose('SB', 'a', 'Simon, Sara', notes))).toBe('Simon Berg by roster')
  expect(nameOf(whose('SB', 'a', 'Sara', notes))).toBe('? Sara, Simon Berg')
})

test('[P12] initials mean somebody who is not listed, where nobody else could have them', () => {
  const notes = [note('a', 'RitaD'), note('a', 'RitaD, Rob'), note('a', 'Bo', 'RD')]
  expect(nameOf(whose('RD', 'a', 'Bo', notes))).toBe('RitaD by roster')
  expect(nameOf(whose('RD', 'a', 'Rita', notes))).toBe('RitaD by roster')
  expect(nameOf(whose('RD', 'a', 'Rob', notes))).toBe('? Rob, RitaD')
  expect(nameOf(whose('RD', 'a', 'Bo', [note('a', 'RitaD')]))).toBe('? RitaD')
  expect(nameOf(whose('RD', 'a', 'Bo', [...notes, note('a', 'Rob', 'RD')]))).toBe('? RitaD')
})

test('[P13] a name or handle means the one of the team who has it', () => {
  const notes = [note('a', 'RitaD'), note('a', '@octo-cat'), note('a', 'AnnK'), note('a', 'AnnL')]
  expect(nameOf(whose('RitaD', 'a', 'Bo', notes))).toBe('RitaD by roster')
  expect(nameOf(whose('Rita', 'a', 'Bo', notes))).toBe('RitaD by roster')
  expect(nameOf(whose('@octo-cat', 'a', 'Bo', notes))).toMatch(/by roster/)
  expect(nameOf(whose('Ann', 'a', 'Bo', notes))).toBe('? AnnK, AnnL')
})

test('[P14] nobody is chosen silently', () => {
  const notes = [note('a', 'Michalis, Mihnea')]
  expect(nameOf(whose('MP', 'a', 'Michalis, Mihnea', notes))).toBe('? Michalis, Mihnea')
  expect(nameOf(whose('MP', 'a', 'Michalis', notes))).toBe('? Michalis')
  expect(nameOf(whose('ZZ', 'a', 'Michalis', notes))).toBe('unknown')
  expect(nameOf(whose('', 'a', 'Michalis', notes))).toBe('unknown')
})

const two = [note('a', 'Alexander Jung'), note('a', 'AlexJ'), note('b', 'AlexJ')]
const merge: Correction = { kind: 'merge', person: 'a:alexanderjung', with: 'a:alexj' }

test('[P15] corrections are applied in their order', () => {
  const split: Correction = { kind: 'split', entries: ['b:alexj'] }
  const renamed: Correction = { kind: 'rename', person: 'a:alexj', name: 'Alex Jung' }
  const given: Correction = { kind: 'initials', person: 'a:alexj', initials: 'xj', has: true }
  const taken: Correction = { kind: 'initials', person: 'a:alexj', initials: 'AJ', has: false }
  const handle: Correction = { kind: 'handle', person: 'a:alexj', handle: 'alexj', has: true }
  expect(persons(two, [merge])).toEqual(['AlexJ@a AlexJ@b Alexander Jung@a'])
  expect(persons(two, [merge, split])).toEqual(['AlexJ@a Alexander Jung@a', 'AlexJ@b'])
  expect(persons(two, [split, merge])).toEqual(['AlexJ@a Alexander Jung@a', 'AlexJ@b'])
  expect(buildRoster(two, [merge, renamed, given, taken, handle]).find('a:alexanderjung')).toMatchObject({
    name: 'Alex Jung',
    initials: ['XJ'],
    handles: ['alexj'],
  })
  expect(persons(two, [{ kind: 'merge', person: 'a:alexj', with: 'a:nobody' }])).toHaveLength(2)
})

test('[P16] without a correction everything is as before', () => {
  expect(buildRoster(two, [merge]).people).toHaveLength(1)
  expect(buildRoster(two, []).people).toHaveLength(2)
})

test('[P17] every entry finds the person', () => {
  const roster = buildRoster(two, [merge])
  expect(new Set(['a:alexanderjung', 'a:alexj', 'b:alexj'].map((ref) => roster.find(ref)?.id))).toHaveLength(1)
  expect(roster.find('a:nobody')).toBeNull()
})
