import { expect, test } from 'vitest'
import { readItems } from './items.ts'
import { body, h, p } from './note-builder.ts'
import { initialsOf, labelFor, resolve } from './people.ts'

const present = ['RăzvanV', 'RăzvanD', 'AlexJ', 'Sergiu', 'Michalis', 'Mihnea', 'ȘtefanJ', 'Simon Kuenzer', 'Ann (AL)']

function person(participant: string) {
  return { kind: 'person', participant }
}

test.each([
  ['RD', 'RăzvanD'],
  ['RV', 'RăzvanV'],
  ['AJ', 'AlexJ'],
  ['SJ', 'ȘtefanJ'],
  ['ȘJ', 'ȘtefanJ'],
  ['SK', 'Simon Kuenzer'],
  ['AL', 'Ann (AL)'],
])('[I34] %s is %s', (label, participant) => expect(resolve(label, present)).toEqual(person(participant)))

test('[I34] initials are capitals, and two people may share them', () => {
  expect(resolve('rd', present)).toEqual({ kind: 'unknown' })
  expect(resolve('RD', ['RăzvanD', 'Roxana D'])).toEqual({ kind: 'ambiguous', candidates: ['RăzvanD', 'Roxana D'] })
  expect(resolve('JRG', ['Jo Ruiz-Gil'])).toEqual(person('Jo Ruiz-Gil'))
  expect(resolve('RD', ['RD', 'Rita'])).toEqual(person('RD'))
})

test.each([
  ['RazvanD', 'RăzvanD'],
  ['razvand', 'RăzvanD'],
  ['Simon', 'Simon Kuenzer'],
  ['simon kuenzer', 'Simon Kuenzer'],
  ['Alex', 'AlexJ'],
  ['@Sergiu', 'Sergiu'],
  ['Ann', 'Ann (AL)'],
  ['Stefan', 'ȘtefanJ'],
])('[I35] %s is %s', (label, participant) => expect(resolve(label, present)).toEqual(person(participant)))

test.each([
  ['דנה', 'דנה כהן'],
  ['محمد', 'محمد علي'],
])('[I35] a first name in letters without capitals: %s', (label, participant) => {
  const people = ['דנה כהן', 'محمد علي', 'دانا علي']
  expect(resolve(label, people)).toEqual(person(participant))
  const [reading] = readItems(body(h('## TODOs'), p(`${label}: 1234`)), null, { participants: people })
  expect(reading?.owners.map((owner) => owner.label)).toEqual([label])
})

test('[I35] a first name that two people have, or a fuller name than the entry, is not certain', () => {
  expect(resolve('Razvan', present)).toEqual({ kind: 'ambiguous', candidates: ['RăzvanV', 'RăzvanD'] })
  expect(resolve('AlexP', ['Alex'])).toEqual({ kind: 'ambiguous', candidates: ['Alex'] })
  expect(resolve('AlexP', ['AlexJ'])).toEqual({ kind: 'unknown' })
  expect(resolve('Al', ['Al', 'Bo'])).toEqual(person('Al'))
  expect(resolve('Si', present)).toEqual({ kind: 'unknown' })
})

test('[I36] initials that nobody spells out', () => {
  expect(resolve('MP', present)).toEqual({ kind: 'ambiguous', candidates: ['Michalis', 'Mihnea'] })
  expect(resolve('SM', present)).toEqual({ kind: 'ambiguous', candidates: ['Sergiu'] })
  expect(resolve('RS', present)).toEqual({ kind: 'unknown' })
})

test('[I37] groups and strangers', () => {
  for (const group of ['All', 'everyone', 'Mentors', 'the docs team'])
    expect(resolve(group, present).kind).toBe('group')
  for (const label of ['ZZ', 'Zoe', '', '@', 'Zoe Zed']) expect(resolve(label, present)).toEqual({ kind: 'unknown' })
})

test.each([
  ['RăzvanD', 'RD'],
  ['ȘtefanJ', 'ȘJ'],
  ['Simon Kuenzer', 'SK'],
  ['Ann (AL)', 'AL'],
  ['Sahil', 'SA'],
  ['@octo-cat', 'OC'],
  ['Jo van der Berg', 'JVDB'],
  ['', ''],
])('[I38] the initials of %j are %j', (name, initials) => expect(initialsOf(name)).toBe(initials))

test('[I38] a label means its participant', () => {
  expect(labelFor('RăzvanD', present)).toBe('RD')
  expect(labelFor('Sergiu', present)).toBe('Sergiu')
  expect(labelFor('Ann (AL)', present)).toBe('AL')
  for (const participant of present) {
    expect(resolve(labelFor(participant, present), present)).toEqual(person(participant))
  }
  expect(labelFor('RăzvanD', ['RăzvanD', 'RobertD'])).toBe('RăzvanD')
})
