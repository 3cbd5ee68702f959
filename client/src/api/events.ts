import type { NotesChanged } from '@minutebook/shared/api'

export interface ChangeListener {
  /** the items of these notes have changed */
  onChanged: (noteIds: string[]) => void
  /** others have these notes open than before */
  onPresent?: (noteIds: string[]) => void
  /** more has changed than is told: everything has to be asked for again */
  onGap: () => void
}

const tryAgainMs = 30_000

/**
 * Hears of changes of the lists while the page is seen: a browser has few connections to a server, and a hidden tab must
 * not hold one. What came meanwhile is told when it is seen again. Returns how to stop.
 */
export function listenToChanges({ onChanged, onPresent, onGap }: ChangeListener): () => void {
  let source: EventSource | null = null
  let last = ''
  let timer: ReturnType<typeof setTimeout> | undefined
  const close = () => {
    clearTimeout(timer)
    source?.close()
    source = null
  }
  const open = () => {
    close()
    const opened = new EventSource(last === '' ? '/api/events' : `/api/events?after=${encodeURIComponent(last)}`)
    source = opened
    opened.addEventListener('beat', ({ lastEventId }) => (last = lastEventId))
    opened.addEventListener('changed', ({ data, lastEventId }: MessageEvent<string>) => {
      last = lastEventId
      const { notes } = JSON.parse(data) as NotesChanged
      onChanged(notes)
    })
    opened.addEventListener('present', ({ data }: MessageEvent<string>) => {
      const { notes } = JSON.parse(data) as NotesChanged
      onPresent?.(notes)
    })
    opened.addEventListener('all', ({ lastEventId }) => {
      last = lastEventId
      onGap()
    })
    opened.addEventListener('error', () => {
      // the browser comes back by itself unless the answer was a refusal, or a proxy's page
      if (opened.readyState === EventSource.CLOSED && source === opened) timer = setTimeout(follow, tryAgainMs)
    })
  }
  const follow = () => {
    if (document.visibilityState === 'hidden') close()
    else if (!source || source.readyState === EventSource.CLOSED) open()
  }
  document.addEventListener('visibilitychange', follow)
  addEventListener('online', follow)
  follow()
  return () => {
    document.removeEventListener('visibilitychange', follow)
    removeEventListener('online', follow)
    close()
  }
}
