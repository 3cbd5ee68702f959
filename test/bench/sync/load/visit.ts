import { setTimeout as wait } from 'node:timers/promises'
import { manyEdits } from './edits.ts'
import { marksIn } from './mark.ts'
import { Person, type Place } from './person.ts'

/** So many edits are sent together, and so long is the pause after them. */
const [burst, pauseMs] = [100, 25] as const

/** Makes so many edits in a note. Resolves with the bytes of its state when the server has taken all of them. */
export async function edit(place: Place, count: number): Promise<number> {
  const { updates, stateBytes } = manyEdits(count)
  const person = new Person(place, { document: () => {}, update: () => {}, presence: () => {} })
  await person.synced
  for (let from = 0; from < updates.length; from += burst) {
    for (const update of updates.slice(from, from + burst)) person.update(update)
    await wait(pauseMs)
  }
  await person.ask()
  person.leave()
  return stateBytes
}

/** Opens a note. Resolves with how many ms it took until so many bytes of it had come. */
export function open(place: Place, bytes: number): Promise<number> {
  return new Promise((resolve, reject) => {
    const began = performance.now()
    let came = 0
    const hear = (frame: Buffer) => {
      came += frame.length
      if (came < bytes) return
      resolve(performance.now() - began)
      person.leave()
    }
    const person = new Person(place, { document: hear, update: hear, presence: () => {} })
    person.synced.catch(reject)
  })
}

/** Opens a note and looks at it for a while: the marks that are in it. */
export async function look(place: Place, ms: number): Promise<string[]> {
  const marks: string[] = []
  const hear = (frame: Buffer) => marks.push(...marksIn(frame))
  const person = new Person(place, { document: hear, update: hear, presence: () => {} })
  await person.synced
  await wait(ms)
  person.leave()
  return marks
}
