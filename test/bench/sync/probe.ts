/** Loaded into every measured server before its own code: says what the process has used, when it is asked. */
import { answerParent } from './rpc.ts'

/** The methods of a measured server. */
export const probe = {
  /** processor time of all its threads so far, in ms */
  cpu: (): number => cpuMs(),
  /** what it holds after collecting garbage, in bytes */
  async memory(): Promise<{ rss: number; heap: number }> {
    for (let round = 0; round < 3; round += 1) {
      globalThis.gc?.()
      await new Promise((resolve) => {
        setTimeout(resolve, 100)
      })
    }
    const { rss, heapUsed, external } = process.memoryUsage()
    return { rss, heap: heapUsed + external }
  },
}

function cpuMs(): number {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1_000
}

answerParent(probe)
process.channel?.unref()
