import { useEffect, useEffectEvent } from 'react'
import { listenToChanges } from '../api/events.ts'

/** What comes within this time is asked for together. */
const gatherMs = 40

/** Calls back when the items of notes have changed, null where it may be any; and when others are here than before. */
export function useChanges(
  onChange: (noteIds: readonly string[] | null) => Promise<void>,
  onPresent: () => void,
): void {
  const change = useEffectEvent(onChange)
  const presentChange = useEffectEvent(onPresent)
  useEffect(() => {
    let notes = new Set<string>()
    let isGap = false
    let isBusy = false
    let timer: ReturnType<typeof setTimeout> | undefined
    const run = async () => {
      timer = undefined
      if (isBusy) return
      isBusy = true
      const [changed, all] = [[...notes], isGap]
      notes = new Set()
      isGap = false
      await change(all ? null : changed)
      isBusy = false
      if (notes.size > 0 || isGap) plan()
    }
    const plan = () => {
      timer ??= setTimeout(() => void run(), gatherMs)
    }
    const stop = listenToChanges({
      onChanged: (ids) => {
        for (const id of ids) notes.add(id)
        plan()
      },
      onPresent: () => presentChange(),
      onGap: () => {
        isGap = true
        presentChange()
        plan()
      },
    })
    return () => {
      clearTimeout(timer)
      stop()
    }
  }, [])
}
