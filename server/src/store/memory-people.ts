import { NoSuchCorrection, type KeptCorrection, type PeopleStore } from './people.ts'

/** The reference: corrections that end with it. Only tests use it. */
export function createMemoryPeople(): PeopleStore {
  const kept: KeptCorrection[] = []
  let lastId = 0
  let closed = false

  async function later<T>(change: () => T): Promise<T> {
    if (closed) throw new Error('the store is closed')
    await Promise.resolve()
    return change()
  }

  return {
    add: (corrections) =>
      later(() =>
        corrections.map((correction) => {
          lastId += 1
          kept.push({ id: lastId, correction })
          return lastId
        }),
      ),
    all: () => later(() => [...kept]),
    remove: (id) =>
      later(() => {
        const index = kept.findIndex((one) => one.id === id)
        if (index < 0) throw new NoSuchCorrection(id)
        kept.splice(index, 1)
      }),
    close: async () => {
      closed = true
    },
  }
}
