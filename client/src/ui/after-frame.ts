/** A page that draws nothing, as one that is covered, has no frames: then what waits for one goes on after so long. */
const mostMs = 100

/** What waits for the next frame: it is asked for once, however many wait. */
let waiting: (() => void)[] | null = null

/** Calls `run` once what was just done is on the screen, or soon where nothing is drawn. */
export function afterFrame(run: () => void): void {
  if (waiting) return void waiting.push(run)
  const runs = [run]
  waiting = runs
  const close = () => {
    if (waiting === runs) waiting = null
  }
  const end = () => {
    close()
    clearTimeout(timer)
    for (const one of runs.splice(0)) runAlone(one)
  }
  const timer = setTimeout(end, mostMs)
  requestAnimationFrame(() => {
    close() // what comes now is in the frame after this one
    whenFree(end)
  })
}

/** Calls `run` behind the keys, messages and frames that wait already, where the browser can tell them apart. */
function whenFree(run: () => void): void {
  if ('scheduler' in globalThis) void scheduler.postTask(run, { priority: 'background' })
  else setTimeout(run)
}

/** What fails keeps no other from its turn. */
function runAlone(run: () => void): void {
  try {
    run()
  } catch (error) {
    reportError(error)
  }
}
