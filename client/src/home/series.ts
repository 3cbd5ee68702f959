import type { NoteSummary } from '@minutebook/shared/api'
import { meetingDay } from '@minutebook/shared/front-matter'
import { intervalInWords, learnInterval, nextInSeries, seriesOf } from '@minutebook/shared/note'

/** Meetings that belong together, newest first. */
export interface Series {
  key: string
  /** what their titles have in common, as the newest one writes it */
  name: string
  /** its teams and how often it meets, such as "core, every second Wednesday"; '' where neither is known */
  about: string
  notes: readonly NoteSummary[]
  /** the day of the meeting that is still to be prepared; null where that is not known, or there is one already */
  next: string | null
}

interface Gathered {
  subject: string
  teams: Set<string>
  notes: NoteSummary[]
}

/** Puts notes, newest first, into their series; what is in none stays single. [N44] @param today "YYYY-MM-DD" */
export function groupBySeries(
  notes: readonly NoteSummary[],
  today: string,
): { series: Series[]; single: NoteSummary[] } {
  const gathered: Gathered[] = []
  for (const note of notes) {
    const subject = seriesOf(note.title)
    const isOfIt = (group: Gathered) =>
      group.subject === subject &&
      (group.teams.size === 0 && note.teams.length === 0
        ? subject !== ''
        : note.teams.some((team) => group.teams.has(team)))
    const group = gathered.find(isOfIt)
    if (!group) gathered.push({ subject, teams: new Set(note.teams), notes: [note] })
    else {
      group.notes.push(note)
      for (const team of note.teams) group.teams.add(team)
    }
  }
  const isSeries = ({ notes }: Gathered) => notes.length > 1
  return {
    series: gathered.filter(isSeries).map((group) => seriesFrom(group, today)),
    single: gathered.filter((group) => !isSeries(group)).flatMap((group) => group.notes),
  }
}

function seriesFrom({ subject, notes }: Gathered, today: string): Series {
  const [newest] = notes
  const teams = newest?.teams ?? []
  const interval = learnInterval(notes.flatMap(({ datetime }) => meetingDay(datetime) ?? []))
  const last = meetingDay(newest?.datetime ?? null)
  const named = subject === '' ? '' : nameOf(newest?.title ?? '')
  const name = named === '' ? teams.join(', ') : named
  const about = [name === teams.join(', ') ? '' : teams.join(', '), interval ? intervalInWords(interval) : '']
  return {
    key: `${subject} ${teams.join(' ')}`,
    name,
    about: about.filter((part) => part !== '').join(', '),
    notes,
    next: interval && last !== null && last <= today ? nextInSeries(interval, last, today) : null,
  }
}

const months =
  'Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?|Sep(?:t(?:ember)?)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?'
const nth = String.raw`\d{1,2}(?:st|nd|rd|th)?\.?`
const date = String.raw`(?:(?:${months})\.? ${nth},?(?: \d{4})?|${nth} (?:${months})\.?,?(?: \d{4})?|\d{4}[-/]\d{1,2}[-/]\d{1,2}|\d{1,2}\.\d{1,2}\.\d{4}|#\d+)`
const around = String.raw`[\s,:|–—-]*`
const dateAtEnd = new RegExp(`(?:\\s(?:of|on|from|for)(?=\\s))?${around}\\(?${date}\\)?$`, 'i')
const dateAtStart = new RegExp(`^\\(?${date}\\)?${around}`, 'i')

/** A title without its date: "Community Gathering" of "Community Gathering, October 25, 2023". */
function nameOf(title: string): string {
  const name = title.replace(dateAtEnd, '').replace(dateAtStart, '').trim()
  return name === '' ? title : name
}
