import { z } from 'zod'
import { OwnerGroup } from './people.ts'
import { Present } from './shapes.ts'

/** What is counted over all notes, for the filters of the lists. */
export const LedgerTotals = z
  .object({
    openTodos: z.int(),
    todos: z.int().describe('Open and done.'),
    decisions: z.int(),
    owners: z
      .array(OwnerGroup.extend({ open: z.int().describe('How many of them are open.') }))
      .describe('Everybody who owns a TODO, by name.'),
    teams: z.array(z.object({ name: z.string(), open: z.int(), decisions: z.int() })).describe('By name.'),
  })
  .meta({ id: 'LedgerTotals' })

/** How much the filters of a list leave. */
export const LedgerGroups = z
  .object({
    count: z.int().describe('Each once, however many own it.'),
    groups: z.array(
      z.object({ key: z.string(), name: z.string(), count: z.int(), open: z.int().describe('Of them, not done.') }),
    ),
  })
  .meta({ id: 'LedgerGroups' })

/** A calendar of the due dates of one owner. */
export const Calendar = z
  .object({
    owner: z.string(),
    createdAt: z.iso.datetime().nullable().describe('When its link was made; null where there is none.'),
  })
  .meta({ id: 'Calendar' })

/** The answer to making a link: the only one that says it. */
export const NewCalendar = z
  .object({
    owner: z.string(),
    createdAt: z.iso.datetime(),
    url: z.url().describe('Whoever has it reads the calendar.'),
  })
  .meta({ id: 'NewCalendar' })

/** What is told of changes, over `GET /api/events`. */
export const NotesChanged = z.object({ notes: z.array(z.string()) }).meta({ id: 'NotesChanged' })

/** Who is where now. */
export const PresentList = z
  .object({
    notes: z.array(
      z.object({
        id: z.string(),
        present: z.array(Present.extend({ group: z.string().describe('Under which key lists gather what they own.') })),
      }),
    ),
  })
  .meta({ id: 'PresentList' })

export type PresentList = z.infer<typeof PresentList>
export type LedgerTotals = z.infer<typeof LedgerTotals>
export type LedgerGroups = z.infer<typeof LedgerGroups>
export type Calendar = z.infer<typeof Calendar>
export type NewCalendar = z.infer<typeof NewCalendar>
export type NotesChanged = z.infer<typeof NotesChanged>
