import { useCallback, useEffect, useEffectEvent, useRef, useState, type RefObject } from 'react'
import type * as Y from 'yjs'
import { typesOf } from '@minutebook/shared/doc'
import { changedElements, markChanges } from '../../editor/away/marks.ts'
import type { EditorHandle } from '../../editor/index.ts'
import type { Session } from '../../session/session.ts'
import { Absence } from './absence.ts'
import { allUnits, unitsOf, unitsSince } from './changed.ts'
import { lastVisit, rememberVisit } from './last-visit.ts'

const beatMs = 10_000
/** What others did meanwhile comes with the connection, a moment before or after it. */
const settleMs = 1500
/** A device that slept learns late that its connection is gone. */
const wakeMs = 25_000
/** How often it is looked which changes are in sight, and how often each must be to be seen. */
const lookMs = 1000
const looksToSee = 3
/** The line stays for so long, even where all is in sight at once. */
const leastShownLooks = 10

export interface Missed {
  /** how many blocks others changed while this person was away; 0 when there is nothing (more) to say */
  count: number
  /** shows the next of them */
  next: () => void
  done: () => void
}

/** Finds what others changed while nobody looked at the page, or it had no connection, and marks it in the text. */
export function useAway(session: Session, handle: EditorHandle, isLive: boolean): Missed {
  const [count, setCount] = useState(0)
  const at = useRef(-1)
  const seen = useRef(new Set<number>())
  const { doc } = session
  const show = useCallback(
    (units: ReadonlySet<Y.XmlElement>) => {
      const changed = allUnits(typesOf(doc).body).filter(({ unit }) => units.has(unit))
      if (changed.length === 0) return
      at.current = -1
      seen.current = new Set()
      markChanges(
        handle.view(),
        changed.map(({ path }) => path),
      )
      setCount(changedElements(handle.view()).length)
    },
    [doc, handle],
  )
  const done = useCallback(() => {
    markChanges(handle.view(), [])
    setCount(0)
  }, [handle])
  const next = useCallback(() => {
    const changes = changedElements(handle.view())
    if (changes.length === 0) return done()
    at.current = (at.current + 1) % changes.length
    changes[at.current]?.scrollIntoView({ block: 'center' })
    seen.current.add(at.current)
    return undefined
  }, [handle, done])

  useAbsence(session, isLive, show)
  useLastVisit(session, isLive, show)
  useSight(count > 0 ? handle : null, seen, done)
  return { count, next, done }
}

type Show = (units: ReadonlySet<Y.XmlElement>) => void

/** Gathers what others change during an absence, and shows it after one that was long enough. */
function useAbsence({ doc }: Session, isLive: boolean, show: Show): void {
  const [absence] = useState(() => new Absence(Date.now()))
  const missed = useRef(new Set<Y.XmlElement>())
  const settling = useRef<ReturnType<typeof setTimeout>>(undefined)
  const isLiveNow = useRef(isLive)
  const look = useEffectEvent((waitMs: number) => {
    absence.take(isLiveNow.current && document.visibilityState === 'visible', Date.now())
    clearTimeout(settling.current)
    if (!absence.isHere || absence.since === null) return
    settling.current = setTimeout(() => {
      if (absence.end(Date.now() - waitMs)) show(missed.current)
      missed.current = new Set()
    }, waitMs)
  })
  useEffect(() => {
    isLiveNow.current = isLive
    look(settleMs)
  }, [isLive])
  useEffect(() => {
    const { body } = typesOf(doc)
    const note = (events: Y.YEvent<Y.AbstractType<unknown>>[], transaction: Y.Transaction) => {
      if (transaction.local || absence.since === null) return
      for (const unit of unitsOf(body, events)) missed.current.add(unit)
    }
    const onVisibility = () => look(settleMs)
    const timer = setInterval(() => {
      if (absence.beat(Date.now())) look(wakeMs)
    }, beatMs)
    body.observeDeep(note)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearInterval(timer)
      clearTimeout(settling.current)
      body.unobserveDeep(note)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [doc, absence])
}

/** Remembers what has been seen when the page is left, and shows what is new at the next visit. */
function useLastVisit({ noteId, doc }: Session, isHere: boolean, show: Show): void {
  const isShown = useRef(false)
  useEffect(() => {
    if (!isHere) return undefined
    if (!isShown.current) {
      isShown.current = true
      const before = lastVisit(noteId)
      before?.set(doc.clientID, Number.MAX_SAFE_INTEGER) // what was written here before the connection came is one's own
      if (before) show(new Set(unitsSince(typesOf(doc).body, before)))
    }
    const remember = () => rememberVisit(noteId, doc)
    const onVisibility = () => {
      if (document.visibilityState === 'hidden') remember()
    }
    remember()
    const timer = setInterval(() => {
      if (document.visibilityState === 'visible') remember()
    }, beatMs)
    addEventListener('pagehide', onVisibility)
    document.addEventListener('visibilitychange', onVisibility)
    return () => {
      clearInterval(timer)
      if (document.visibilityState === 'visible') remember()
      removeEventListener('pagehide', onVisibility)
      document.removeEventListener('visibilitychange', onVisibility)
    }
  }, [noteId, doc, isHere, show])
}

/** Notes which changes are in sight, and ends when all were seen. */
function useSight(handle: EditorHandle | null, seen: RefObject<Set<number>>, done: () => void): void {
  useEffect(() => {
    if (!handle) return undefined
    const looks = new Map<number, number>()
    let shown = 0
    const timer = setInterval(() => {
      if (document.visibilityState === 'hidden') return
      const changes = changedElements(handle.view())
      shown += 1
      for (const [index, element] of changes.entries()) {
        const times = (looks.get(index) ?? 0) + (isInSight(element) ? 1 : 0)
        looks.set(index, times)
        if (times >= looksToSee) seen.current.add(index)
      }
      if (changes.every((_element, index) => seen.current.has(index)) && shown >= leastShownLooks) done()
    }, lookMs)
    return () => clearInterval(timer)
  }, [handle, seen, done])
}

function isInSight(element: HTMLElement): boolean {
  const sheet = element.closest('.sheet')?.getBoundingClientRect()
  const { top, bottom } = element.getBoundingClientRect()
  return sheet !== undefined && bottom > sheet.top && top < sheet.bottom
}
