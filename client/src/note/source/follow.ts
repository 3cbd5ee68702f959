/** How often the source is printed anew at most. */
export const followMs = 150

export interface Follow<Printed> {
  print: () => Promise<Printed>
  show: (printed: Printed) => void
  fail: (error: unknown) => void
  /** Runs the task after `followMs`; gives what calls it off. */
  wait: (task: () => void) => () => void
}

export interface Follower {
  /** Tells that the note changed. */
  changed: () => void
  /** Nothing is shown after this. */
  stop: () => void
}

/** Prints at once, and again after changes: one at a time, with a rest between two, never missing the last change. */
export function follow<Printed>({ print, show, fail, wait }: Follow<Printed>): Follower {
  let state: 'resting' | 'waiting' | 'printing' | 'stopped' = 'resting'
  let isChanged = false
  let callOff: (() => void) | null = null

  const stopped = () => state === 'stopped'
  const run = async () => {
    state = 'printing'
    isChanged = false
    try {
      const printed = await print()
      if (!stopped()) show(printed)
    } catch (error) {
      if (!stopped()) fail(error)
    }
    if (stopped()) return
    state = 'waiting'
    callOff = wait(() => {
      state = 'resting'
      if (isChanged) void run()
    })
  }

  void run()
  return {
    changed: () => {
      isChanged = true
      if (state === 'resting') void run()
    },
    stop: () => {
      state = 'stopped'
      callOff?.()
    },
  }
}
