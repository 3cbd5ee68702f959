import {
  addEntry,
  listKeys,
  read,
  removeEntry,
  scalarKeys,
  setScalar,
  type FrontMatter,
  type ScalarKey,
  type TextEdit,
} from '@minutebook/shared/front-matter'
import { int32, oneOf, type PRNG } from 'lib0/prng'

/** Headers of notes, in the styles that people write: lists of lines and in brackets, one line, comments, quotes. */
export const headers = [
  '',
  'title: "Weekly call"\ndatetime: 2024-05-07 16:00 UTC # in winter 17:00\nteams:\n- core\ntags:\n- minutes\nparticipants:\n- Ann\n- Bo\n',
  '# made by hand\ntitle: Lighthouse\nteams: [core, docs]\ntags: minutes, planning\nlocation:\n  # below\nother:\n  deep: [1, 2]\n',
  "title: 'Ann''s call'\nparticipants: Ann, Bo (chair)\nurl: https://wiki.example/a#b\n",
  'tags: []\r\nparticipants:\r\n  - "Ann"\r\nlayout: post\r\n',
]

/** What people did to the header of one note, and what it must say in the end. */
export class HeaderLedger {
  readonly #start: FrontMatter
  readonly #added = new Set<string>()
  readonly #removed = new Set<string>()
  /** somebody saw a list twice and joined both, which others can still have added to or removed from */
  #joined = false
  readonly #set = new Map<ScalarKey, { by: Set<number>; value: string }>()

  constructor(yaml: string) {
    this.#start = read(yaml)
  }

  /**
   * An edit as the form makes it, of a random field: `word`, which nobody else writes, becomes an entry or stands in a
   * value, or an entry that is there goes.
   *
   * @param person who makes it, from 1
   */
  edit(yaml: string, person: number, word: string, random: PRNG): TextEdit[] {
    if (int32(random, 0, 2) === 0) {
      const key = oneOf(random, [...scalarKeys])
      const value = oneOf(random, [word, `${word}: all`, `#${word}`, `The "${word}" of Ann's`, ''])
      const edits = setScalar(yaml, key, value)
      const known = this.#set.get(key) ?? { by: new Set(), value }
      if (edits.length > 0) this.#set.set(key, { by: known.by.add(person), value })
      return edits
    }
    const key = oneOf(random, [...listKeys])
    const entries = read(yaml)[key]
    if (entries.length > 0 && int32(random, 0, 2) === 0) {
      // of several never the first: its comma could be that of an entry which is added in the brackets
      const entry = entries.length > 1 ? oneOf(random, entries.slice(1)) : (entries[0] ?? '')
      // the one which shows how far lists are indented stays: new ones would stand elsewhere
      if (yaml.includes(`  - "${entry}"`)) return []
      const edits = removeEntry(yaml, key, entry)
      if (edits.length > 0) this.#removed.add(`${key} ${entry}`)
      return edits
    }
    const entry = oneOf(random, [word, `${word} (the chair, today)`, `@${word}`])
    const edits = addEntry(yaml, key, entry)
    if (edits.length > 0) this.#added.add(`${key} ${entry}`)
    return edits
  }

  /** Takes note of what somebody is about to mend. */
  sees(yaml: string): void {
    if (listKeys.some((key) => yaml.split('\n').filter((line) => line.startsWith(`${key}:`)).length > 1))
      this.#joined = true
  }

  /** What a mended header does not say although it must, or null. */
  fault(whole: string): string | null {
    const matter = read(whole)
    if (matter.error) return `${matter.error.message} in ${JSON.stringify(whole)}`
    const there = new Set(listKeys.flatMap((key) => matter[key]))
    const lost = [...this.#added].find((named) => !this.#removed.has(named) && !there.has(named.replace(/^\w+ /, '')))
    if (lost !== undefined) return `${lost} is not in ${JSON.stringify(whole)}`
    for (const key of this.#joined ? [] : listKeys) {
      const entries = matter[key].map((entry) => `${key} ${entry}`)
      const all = [...this.#start[key].map((entry) => `${key} ${entry}`), ...this.#added]
      const wanted = all.filter((entry) => entry.startsWith(`${key} `) && !this.#removed.has(entry))
      if (entries.toSorted().join('\n') !== wanted.toSorted().join('\n'))
        return `${key} are ${JSON.stringify(entries)}, not ${JSON.stringify(wanted)}, in ${JSON.stringify(whole)}`
    }
    for (const [key, { by, value }] of this.#set) {
      if (by.size === 1 && (matter[key] ?? '') !== value)
        return `${key} is ${JSON.stringify(matter[key])}, not ${JSON.stringify(value)}, in ${JSON.stringify(whole)}`
    }
    const others = new Set(matter.others.map(({ source }) => source))
    const gone = this.#start.others.find(({ source }) => !others.has(source))
    return gone ? `${gone.key} is not in ${JSON.stringify(whole)}` : null
  }
}
