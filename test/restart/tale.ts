import { DatabaseSync } from 'node:sqlite'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { typesOf } from '@minutebook/shared/doc'
import * as Y from 'yjs'
import type { RunningServer } from '../server.ts'
import { holdingOf, holds } from './coverage.ts'

/** What all writers together have done: each word is written once, and deleted as a whole. */
export interface Tale {
  /** by word, who has written it */
  written: Map<string, string>
  /** by word, who have deleted it */
  deleted: Map<string, Set<string>>
}

export function newTale(): Tale {
  return { written: new Map(), deleted: new Map() }
}

export function wordsIn(doc: Y.Doc): string[] {
  return typesOf(doc)
    .frontMatter.toString()
    .split(' ')
    .filter((word) => word !== '')
}

/**
 * What is wrong with the words of a note in which everything of those who `stayed` has come through: what the others did
 * may have come through or not. Nothing is wrong where all four are empty.
 */
export function faultsIn(words: readonly string[], { written, deleted }: Tale, stayed: ReadonlySet<string>) {
  const there = new Set(words)
  const isCertain = (word: string) => stayed.has(written.get(word) ?? '')
  return {
    doubled: words.filter((word, index) => words.indexOf(word) !== index),
    strange: words.filter((word) => !written.has(word)),
    missing: [...written.keys()].filter((word) => isCertain(word) && !deleted.has(word) && !there.has(word)),
    undead: words.filter((word) => [...(deleted.get(word) ?? [])].some((who) => stayed.has(who))),
  }
}

export const noFaults = { doubled: [], strange: [], missing: [], undead: [] }

/** What the log of a note holds on the disk, whether a server runs or not; nothing is changed there. */
export function readLog(dataDir: string, id: string): Y.Doc {
  const database = new DatabaseSync(join(dataDir, 'minutebook.sqlite'), { readOnly: true })
  const doc = new Y.Doc()
  for (const { data } of database.prepare('SELECT data FROM log WHERE note = ? ORDER BY row').all(id)) {
    if (data instanceof Uint8Array) Y.applyUpdate(doc, data)
  }
  database.close()
  return doc
}

/** How many of `updates` hold anything that `doc` does not: a letter, or a deletion. */
export function missingFrom(doc: Y.Doc, updates: readonly Uint8Array[]): number {
  const whole = holdingOf(Y.encodeStateAsUpdate(doc))
  return updates.filter((update) => !holds(whole, holdingOf(update))).length
}

/** What one writer was shown or told that has to be in the log. */
interface Witness {
  received: Uint8Array[]
  made: readonly Uint8Array[]
  savedUpTo: number
}

/** How much that people were shown, or told was saved, the log lacks; both are to be 0. What was received is forgotten. */
export function lostFrom(log: Y.Doc, witnesses: readonly Witness[]): { seen: number; saved: number } {
  let seen = 0
  let saved = 0
  for (const { received, made, savedUpTo } of witnesses) {
    seen += missingFrom(log, received.splice(0))
    saved += missingFrom(log, made.slice(0, savedUpTo))
  }
  return { seen, saved }
}

/** Makes a note without words in it. */
export async function makeNote(server: RunningServer): Promise<string> {
  const { id } = (await (await askForNote(server)).json()) as { id: string }
  return id
}

export function askForNote({ url }: RunningServer): Promise<Response> {
  return fetch(`${url}/api/notes`, { method: 'POST', headers: { 'content-type': 'text/markdown' }, body: 'Hello\n' })
}

/** The timeout of the test is what ends it. */
export async function until(condition: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await condition())) await wait(10)
}
