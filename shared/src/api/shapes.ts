import { z } from 'zod'
import { OwnerGroup, OwnerPerson } from './people.ts'

/** The shapes of the HTTP API. Routes check with them, the client trusts them, `/api/openapi.json` prints them. */

export const Owner = z
  .object({
    label: z.string().describe('The owner as written, such as `RD`.'),
    participant: z.string().nullable().describe("The entry of the note's `participants` that it certainly means."),
  })
  .meta({ id: 'Owner' })

const item = {
  id: z.string(),
  noteId: z.string(),
  text: z.string().describe('The Markdown of the item without its marker, owner label and due date.'),
  owners: z.array(Owner),
  people: z
    .array(OwnerPerson)
    .optional()
    .describe('Who the owners are over all notes, in their order. Every answer has it.'),
  section: z.string().nullable().describe('The heading under which it stands.'),
  lines: z.tuple([z.int(), z.int()]).describe("First and last line in the note's Markdown, from 1, inclusive."),
}

export const Todo = z
  .object({
    ...item,
    due: z.iso.date().nullable(),
    done: z.boolean(),
    carried: z
      .object({
        since: z.iso.date().describe('The day of the first meeting that had it.'),
        times: z.int().describe('How many meetings had it before this one.'),
      })
      .optional()
      .describe('In lists over all notes, where it came along from earlier meetings.'),
  })
  .meta({ id: 'Todo' })

export const Decision = z
  .object({
    ...item,
    struck: z.literal(true).optional().describe('The whole statement is struck through: it does not stand.'),
  })
  .meta({ id: 'Decision' })

export const Items = z.object({ todos: z.array(Todo), decisions: z.array(Decision) })

export const Present = z.object({ name: z.string(), color: z.string() }).meta({ id: 'Present' })

export const NoteAgenda = z
  .object({
    begun: z.string().nullable().describe('ISO time at which the first point was started.'),
    points: z.array(
      z.object({
        text: z.string(),
        minutes: z.int().nullable().describe('How long it is to take.'),
        state: z.enum(['discussed', 'now', 'open']),
        since: z.string().nullable().describe('ISO time at which the present point was started.'),
        spent: z.number().describe('The seconds that it took before.'),
        discussed: z.string().nullable().describe('ISO time at which it was done.'),
      }),
    ),
  })
  .meta({ id: 'NoteAgenda' })

const summary = {
  id: z.string(),
  title: z.string(),
  datetime: z
    .string()
    .nullable()
    .describe('As written in the front matter, else the day that the name of its file says.'),
  teams: z.array(z.string()),
  participants: z.array(z.string()),
  openTodos: z.int(),
  decisions: z.int(),
  updatedAt: z.iso.datetime(),
  present: z.array(Present).describe('Who has the note open now.'),
  todos: z.int().optional().describe('Open and done.'),
  topics: z.array(z.string()).optional().describe('What the meeting is about: its agenda, else its headings.'),
  agenda: NoteAgenda.optional().describe('Where the meeting stands with its agenda.'),
}

export const NoteSummary = z.object(summary).meta({ id: 'NoteSummary' })

export const Note = z.object({ ...summary, frontMatter: z.record(z.string(), z.unknown()) }).meta({ id: 'Note' })

export const NoteList = z.object({ notes: z.array(NoteSummary), nextCursor: z.string().nullable() })

/** What lists of items say of where their rows stand, when they are asked for it. */
export const ItemPlaces = z.object({
  notes: z
    .record(z.string(), z.object({ title: z.string(), day: z.iso.date() }))
    .describe('The notes in which the rows stand, by id. A meeting without a date has the day on which it was made.'),
  places: z
    .array(
      z.object({
        group: z.string().describe('The group of the row: an owner by a key, empty for nobody; or the id of its note.'),
        order: z
          .array(z.union([z.string(), z.number()]))
          .describe('Where it stands: each part ascends, but the last but two and the last but one descend.'),
      }),
    )
    .describe('The place of each row, in the order of the rows.'),
  groups: z.record(z.string(), z.string()).describe('The names of the groups of this page, by their keys.'),
  owners: z.record(z.string(), OwnerGroup).describe('Whom those of its groups mean that are owners, by their keys.'),
})

const itemList = { nextCursor: z.string().nullable(), ...ItemPlaces.partial().shape }

export const TodoList = z.object({ todos: z.array(Todo), ...itemList })
export const DecisionList = z.object({ decisions: z.array(Decision), ...itemList })

export const NewNoteQuery = z.object({
  name: z
    .string()
    .max(255)
    .optional()
    .describe('The name of the Markdown file. It says the day and the title, where the file does not.'),
})

export const NewNote = z
  .object({
    template: z.enum(['blank', 'meeting']).optional(),
    title: z.string().trim().min(1).max(300).optional(),
    from: z.string().optional().describe('Makes the next meeting after this note.'),
  })
  .strict()

export const NextMeeting = z
  .object({
    day: z.iso.date().nullable().describe('The day on which it would be; null where the note names none.'),
    rhythm: z.string().nullable().describe('How often the series meets, in words, as far as its notes say.'),
    openTodos: z.int().describe('How many TODOs would come along.'),
    note: z
      .object({ id: z.string(), title: z.string(), day: z.iso.date().nullable(), updatedAt: z.iso.datetime() })
      .nullable()
      .describe('The next meeting that there is already: made from this note, or the next one of its series.'),
  })
  .meta({ id: 'NextMeeting' })

export const CarriedTodos = z
  .object({
    todos: z.array(
      z.object({
        id: z.string(),
        since: z.iso.date().describe('The day of the first meeting that had it.'),
        times: z.int().describe('How many meetings had it before this one.'),
        first: z.object({ noteId: z.string(), title: z.string(), day: z.iso.date() }),
      }),
    ),
  })
  .meta({ id: 'CarriedTodos' })

export const TodoChange = z
  .object({
    done: z.boolean().optional(),
    owner: z
      .string()
      .trim()
      .min(1)
      .max(100)
      .nullable()
      .optional()
      .describe('Who is to own it, in place of all others: a name, written as the note writes owners; null: nobody.'),
    owned: z
      .array(z.string().max(100))
      .max(50)
      .optional()
      .describe('Beside `owner`: the labels of its owners, as far as is known; where they are others, it is refused.'),
  })
  .strict()
  .refine(({ done, owner }) => (done === undefined) !== (owner === undefined), 'either `done` or `owner` is expected')

/** What is looked for; longer ones are no search any more. */
const words = z.string().max(300)

const paging = {
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional(),
}

export const NotesQuery = z.object({
  query: words.optional(),
  team: words.optional(),
  id: z
    .union([words, z.array(words).max(50)])
    .optional()
    .describe('Only these notes; given several times: any of them.'),
  ...paging,
})

const itemFilters = {
  query: words.optional(),
  owner: words
    .optional()
    .describe('A participant, a label as written, a person: an id, a name, initials that only they have; or a group.'),
  team: z
    .union([words, z.array(words).max(20)])
    .optional()
    .describe('Given several times: any of them.'),
  note: words.optional().describe('Only what stands in this note.'),
  since: z.iso.date().optional().describe('Only of meetings on or after this day.'),
}

const todoFilters = {
  ...itemFilters,
  state: z.enum(['open', 'done', 'all']).default('open'),
  due: z
    .union([z.iso.date(), z.literal('none')], { error: 'a day such as 2024-03-08 is expected, or none' })
    .optional()
    .describe('Due on or before this day; `none`: without a day.'),
  group: z
    .enum(['owner', 'meeting'])
    .default('meeting')
    .describe('`owner`: under each of its owners, soonest due first; `meeting`: newest meeting first.'),
}

const places = z.enum(['0', '1']).optional().describe('`1`: says where each row stands.')

export const TodosQuery = z.object({ ...todoFilters, places, ...paging })

export const TodosFileQuery = z.object(todoFilters)

const standing = z.enum(['0', '1']).optional().describe('`1`: only decisions that stand.')

export const DecisionsQuery = z.object({ ...itemFilters, standing, places, ...paging })

export const DecisionsFileQuery = z.object({ ...itemFilters, standing })

export const LedgerGroupsQuery = TodosFileQuery.extend({
  kind: z.enum(['todo', 'decision']).default('todo'),
  standing,
})

export const FinishedMark = z
  .object({ at: z.iso.datetime(), by: z.string().nullable().describe('What they call themselves.') })
  .meta({ id: 'Finished' })

const UncertainOwner = z.object({
  todo: Todo,
  label: z.string().describe('The owner as written.'),
  candidates: z.array(z.string()).describe('The participants who may be meant.'),
})

const OpenPoint = z.object({ text: z.string(), lines: item.lines })

export const Review = z
  .object({
    finished: FinishedMark.nullable().describe('Who finished the meeting, and when; null while it is open.'),
    todosWithoutOwner: z.array(Todo),
    uncertainOwners: z.array(UncertainOwner),
    undiscussed: z.array(OpenPoint).describe('Points of the agenda.'),
    notIn: z
      .array(z.object({ name: z.string(), since: z.iso.datetime() }))
      .describe('Whose connection broke, and when: what they wrote since then is not in the note.'),
  })
  .meta({ id: 'Review' })

export const FinishMeeting = z.object({ by: z.string().trim().min(1).max(100).optional() }).strict()

export const FinishAnswer = z.object({
  finished: FinishedMark,
  version: z.int().describe('The version that was kept.'),
  summary: z.string().describe('Decisions and TODOs as Markdown.'),
})

export const VersionInfo = z
  .object({
    number: z.int().describe('From 1 on.'),
    at: z.iso.datetime(),
    by: z.string().nullable(),
    reason: z.enum(['finished']).describe('Why it was kept.'),
  })
  .meta({ id: 'Version' })

export const VersionList = z.object({ versions: z.array(VersionInfo).describe('Newest first.') })

export const ImageAnswer = z
  .object({
    url: z.string().describe('Where the image is: `/api/notes/ID/images/NAME`.'),
    address: z.string().describe("How the note's Markdown names it: `images/NAME`."),
    width: z.int().describe('Pixels.'),
    height: z.int().describe('Pixels.'),
  })
  .meta({ id: 'Image' })

export const Failure = z.object({ error: z.object({ code: z.string(), message: z.string() }) }).meta({ id: 'Failure' })

export type Owner = z.infer<typeof Owner>
export type Todo = z.infer<typeof Todo>
export type Decision = z.infer<typeof Decision>
export type Items = z.infer<typeof Items>
export type Present = z.infer<typeof Present>
export type NoteAgenda = z.infer<typeof NoteAgenda>
export type NoteSummary = z.infer<typeof NoteSummary>
export type Note = z.infer<typeof Note>
export type TodosQuery = z.infer<typeof TodosQuery>
export type ItemPlaces = z.infer<typeof ItemPlaces>
export type NoteList = z.infer<typeof NoteList>
export type TodoList = z.infer<typeof TodoList>
export type DecisionList = z.infer<typeof DecisionList>
export type NextMeeting = z.infer<typeof NextMeeting>
export type CarriedTodos = z.infer<typeof CarriedTodos>
export type NewNote = z.infer<typeof NewNote>
export type Review = z.infer<typeof Review>
export type UncertainOwner = z.infer<typeof UncertainOwner>
export type OpenPoint = z.infer<typeof OpenPoint>
export type FinishAnswer = z.infer<typeof FinishAnswer>
export type VersionInfo = z.infer<typeof VersionInfo>
export type VersionList = z.infer<typeof VersionList>
export type ImageAnswer = z.infer<typeof ImageAnswer>
export type Failure = z.infer<typeof Failure>
