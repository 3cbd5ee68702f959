import { setTimeout as wait } from 'node:timers/promises'
import type { Running } from '../processes.ts'

/** Resolves when a server has worked off what it was given: for three seconds it has done next to nothing. */
export async function idle(server: Running): Promise<void> {
  for (let quiet = 0; quiet < 3;) {
    const before = await server.ask('cpu')
    await wait(1_000)
    quiet = (await server.ask('cpu')) - before < 20 ? quiet + 1 : 0
  }
}
