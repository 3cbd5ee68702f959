import { makeNote } from '../e2e/meeting.ts'

/** The notes that the pictures show, by their ids. */
export interface Notes {
  /** the meeting that is being held today */
  current: string
  /** a meeting of last week, of the same series */
  last: string
}

const dayMs = 86_400_000

/** A day near today, such as `2024-03-06`. @param from days after today */
export function dayFrom(from: number): string {
  return new Date(Date.now() + from * dayMs).toISOString().slice(0, 10)
}

const inWords = (day: string) => new Date(day).toLocaleDateString('en-US', { dateStyle: 'long', timeZone: 'UTC' })

interface Meeting {
  title: string
  day: string
  team: string
  people: readonly string[]
  body: string
}

function fileOf({ title, day, team, people, body }: Meeting): string {
  return `---
title: "${title}"
tags: lighthouse, ${team}
datetime: ${day}T13:00:00+00:00
location: Online, [Matrix](https://example.org/lighthouse), the \`#harbor\` voice channel
teams:
- ${team}
participants:
${people.map((name) => `- ${name}\n`).join('')}---

${body}`
}

const crew = ['JörgK', 'JanaW', 'TomasB', 'Amira', 'Nikhil', 'Odile', 'Pavel', 'Priya', 'Yuki', 'Mateo', 'ÉlodieR']

/** A body with talk, TODOs as people write them, and decisions. */
function body(points: readonly string[], items: readonly string[]): string {
  const agenda = points.map((point) => `- ${point}\n`).join('')
  const talk = points.map((point) => `### ${point.replace(/ \(.*/, '')}\n\n`).join('')
  return `## :dart: Agenda\n\n${agenda}\n## Discussions\n\n${talk}## TODOs and Decisions\n\n${items.join('\n\n')}\n`
}

const discussions = `## :dart: Agenda

- Last week & next week (10 min)
- Roadmap to release 2.0 (20 min)
- Who keeps which package (5 min)
- On-call rota (5 min)
- Ideas, wishes, complaints (15 min)
- Others (5 min)

## Discussions

### Last week & next week

End of the beta

Meetup in Utrecht

Conference talk: https://example.org/talks/lamp

Release 1.9

### Roadmap to release 2.0

https://example.org/sheets/d/1aB_cD-eFg/edit#gid=0

TB: A patch release in April makes sense (1.9.1 fixes the flicker)

TB: 2.0 before the meetup.
Not sure if the new renderer is in it or not.
To discuss what 2.0 is: stability, documentation: a migration guide, maybe a compatibility layer.

"It is stable when Yuki cannot break it"

PV: The compatibility layer is very important.
We should think of those who upgrade once a year.

### Who keeps which package

https://example.org/sheets/d/2hI_jK-lMn/edit#gid=0

| Package | Keeper | Since |
|---|---|---|
| lens | Jana | 2021 |
| winch | Tomas | 2023 |

### On-call rota

One week each, ask for a swap early

\`\`\`sh
rota --week 12 --swap JW
\`\`\`

### Ideas, wishes, complaints

Wish (from Amira): Begin the call with what was finished

The time to review grows with the square of the size.

Smaller steps in smaller branches.

### Others

TB: Every second week would be enough.

TB: Office hours

What the forum is for

## TODOs and Decisions

- [x] Yuki: Send again: https://example.org/channels/7/1115

JW: Write down what must be in 2.0. (due ${dayFrom(13)})

JW: Fill in the \`LIGHT - Keepers\` sheet.
Ask everybody for corrections. (due ${dayFrom(13)})

JW: Remind people of open reviews each morning. (due ${dayFrom(1)})

Decision: Rename "Help" to "Harbor".

Decision: Add a "News" category for releases, meeting summaries, announcements.

TB/PV: In even weeks "News", in odd weeks "Office Hours", Thursday, 4pm to 5pm.

TODO: Find a room for the meetup. (due ${dayFrom(-6)})

JW: Find dates for the next meetings.
`

/** Makes the notes of a community over a few weeks. */
export async function makeNotes(url: string): Promise<Notes> {
  const make = (meeting: Meeting) => makeNote(url, fileOf(meeting))
  const weekly = (from: number, points: string[], items: string[]) => {
    const day = dayFrom(from)
    return make({
      title: `Lighthouse Weekly, ${inWords(day)}`,
      day,
      team: 'core',
      people: crew.slice(0, 8),
      body: body(points, items),
    })
  }
  const planning = (from: number, points: string[], items: string[]) => {
    const day = dayFrom(from)
    const people = ['TomasB', 'JanaW', 'Pavel', 'Yuki']
    return make({ title: `Release planning, ${inWords(day)}`, day, team: 'release', people, body: body(points, items) })
  }
  const single = (title: string, from: number, team: string, people: string[], items: string[]) =>
    make({ title, day: dayFrom(from), team, people, body: body(['Where we are', 'What is next'], items) })

  await weekly(
    -21,
    ['Forum', 'Days for documentation', 'Mentors'],
    ['- [x] JW: Publish the notes.', 'Decision: Mentors are asked twice a year.'],
  )
  await weekly(
    -14,
    ['Names of releases', 'The new winch', 'Welcoming people'],
    [
      '- [x] Amira: Order the lamps.',
      `TB: Publish the notes of 1.9. (due ${dayFrom(-6)})`,
      'Decision: Releases are named after lighthouses.',
      'Decision: A newcomer has one person to ask.',
    ],
  )
  const last = await weekly(
    -7,
    ['Release 1.9', 'Lens of the north tower', 'Dates of the meetup'],
    [
      '- [x] JW: Sweep the tower.',
      'TB/YU: Write up the open questions of the lens.',
      'Amira: Ask the harbor office for rooms.',
      'Decision: The meetup is in Utrecht.',
    ],
  )
  await planning(
    -17,
    ['1.9, looking back', 'State of the lens'],
    ['- [x] TB: Close the milestone.', 'Decision: 1.9 gets one patch release.'],
  )
  await planning(
    -3,
    ['What is left for 2.0', 'Patch release 1.9.1'],
    [
      `TB/PV: List the fixes that should go in 1.9.1. (due ${dayFrom(11)})`,
      `TB: Draft the page on how to report a flaw. (due ${dayFrom(15)})`,
      `Pavel: Propose how large a branch may be that can be reviewed. (due ${dayFrom(11)})`,
      'Decision: 2.0 keeps the old file format readable.',
      'Decision: No new feature in the last two weeks.',
    ],
  )
  await single(
    'Meetup in Utrecht, first call',
    -8,
    'events',
    ['Amira', 'Odile', 'ÉlodieR', 'JanaW'],
    [`Odile: Ask the museum about the hall. (due ${dayFrom(4)})`, 'ER: Draft the invitation.'],
  )
  await single(
    'How flaws are reported',
    -10,
    'security',
    ['Priya', 'TomasB', 'Mateo'],
    ['- [x] Priya: Set up the address.', 'Decision: We answer within three days.'],
  )
  const day = dayFrom(0)
  const current = await make({
    title: `Lighthouse Weekly, ${inWords(day)}`,
    day,
    team: 'core',
    people: crew,
    body: discussions,
  })
  return { current, last }
}
