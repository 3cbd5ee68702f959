import type { Todo } from '@minutebook/shared/api'
import { meetingDay } from '@minutebook/shared/front-matter'
import type { Listed } from './listed.ts'

/** A TODO with a day, and when its note was changed last. */
export interface DueTodo extends Listed<Todo> {
  updatedAt: Date
}

/** How often calendars look again, where they ask. */
const refresh = 'PT1H'

/**
 * Due dates as an iCalendar (RFC 5545): an event of the whole day for each, during which one is free. Google's and Apple's
 * calendars show no VTODO of a calendar that is subscribed to; an event is shown by all. [A55]
 */
export function writeCalendar(name: string, todos: readonly DueTodo[]): string {
  return [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Minutebook//Due dates//EN',
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `NAME:${text(name)}`,
    `X-WR-CALNAME:${text(name)}`,
    `REFRESH-INTERVAL;VALUE=DURATION:${refresh}`,
    `X-PUBLISHED-TTL:${refresh}`,
    ...todos.flatMap(event),
    'END:VCALENDAR',
  ]
    .map((line) => `${folded(line)}\r\n`)
    .join('')
}

function event({ item, place, url, updatedAt }: DueTodo): string[] {
  if (item.due === null || meetingDay(item.due) === null) return []
  const stamp = moment(updatedAt)
  const { title, day } = place.note
  return [
    'BEGIN:VEVENT',
    `UID:${text(item.id)}@minutebook`,
    `DTSTAMP:${stamp}`,
    `LAST-MODIFIED:${stamp}`,
    `DTSTART;VALUE=DATE:${item.due.replaceAll('-', '')}`,
    `DTEND;VALUE=DATE:${nextDay(item.due).replaceAll('-', '')}`,
    `SUMMARY:${text(item.text.replaceAll(/\s+/g, ' '))}`,
    `DESCRIPTION:${text(`${title} (${day})\n${url}`)}`,
    `URL:${url}`,
    'TRANSP:TRANSPARENT',
    'CLASS:PRIVATE',
    'END:VEVENT',
  ]
}

/** RFC 5545, 3.3.11: TEXT. */
function text(value: string): string {
  return value
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F]/g, ' ') // oxlint-disable-line no-control-regex -- none may stand in it
    .replaceAll(/[\\;,]/g, String.raw`\$&`)
    .replaceAll('\n', String.raw`\n`)
}

const lineBytes = 75

/** RFC 5545, 3.1: no line is longer than 75 bytes, and no character is cut. */
function folded(line: string): string {
  const lines: string[] = []
  let part = ''
  let bytes = 0
  for (const character of line) {
    const length = Buffer.byteLength(character)
    if (bytes + length > lineBytes) {
      lines.push(part)
      part = ' '
      bytes = 1
    }
    part += character
    bytes += length
  }
  return [...lines, part].join('\r\n')
}

function moment(date: Date): string {
  return `${date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`
}

function nextDay(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)
}
