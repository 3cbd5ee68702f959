/** A page that draws nothing, as one that is covered, has no frames: then what waits for one goes on after so long. */
const mostMs = 100

/** Calls `run` once what was just done is on the screen, or soon where nothing is drawn. */
export function afterFrame(run: () => void): void {
  let isDone = false
  const end = () => {
    if (isDone) return
    isDone = true
    clearTimeout(timer)
    run()
  }
  const timer = setTimeout(end, mostMs)
  requestAnimationFrame(() => setTimeout(end))
}
