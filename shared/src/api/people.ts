import { z } from 'zod'

/** The shapes of people over all notes. */

export const PersonName = z.object({ id: z.string(), name: z.string() }).meta({ id: 'PersonName' })

export const OwnerPerson = z
  .object({
    person: PersonName.nullable().describe('Who the owner certainly is.'),
    candidates: z.array(PersonName).describe('Who the owner could be, where that is not certain.'),
    group: z.string().optional().describe('Under which key lists gather what the owner has.'),
  })
  .meta({ id: 'OwnerPerson' })

/** Under whom lists gather TODOs. */
export const OwnerGroup = z
  .object({
    key: z.string().describe('What `owner` is to be to find these alone.'),
    name: z.string(),
    person: z
      .object({ id: z.string(), initials: z.string() })
      .nullable()
      .describe('Who it certainly is; null for a label of which nobody knows that.'),
    unsure: z
      .object({ label: z.string(), team: z.string(), candidates: z.array(PersonName) })
      .nullable()
      .describe('Who the label may mean; a `choice` for the team says who it is. Null where nobody is to choose from.'),
  })
  .meta({ id: 'OwnerGroup' })

export const Person = z
  .object({
    id: z.string().describe('Any entry of the person finds them, too.'),
    name: z.string(),
    initials: z.array(z.string()).describe('Those that mean them, in capitals without accents.'),
    handles: z.array(z.string()),
    teams: z.array(z.string()),
    entries: z
      .array(z.object({ ref: z.string(), name: z.string(), team: z.string(), meetings: z.int() }))
      .describe('The names under which the notes of each team list them; `team` is empty where a note has none.'),
    meetings: z.int().describe('How many notes list them.'),
    lastSeen: z.string().nullable().describe('ISO time of the last of these meetings.'),
    openTodos: z.int(),
  })
  .meta({ id: 'Person' })

export const PeopleQuery = z.object({
  query: z.string().max(300).optional().describe('The beginning of a name, initials or a handle.'),
  team: z.string().max(300).optional(),
  limit: z.coerce.number().int().min(1).max(200).default(50),
  cursor: z.string().optional().describe('What the page before gave as `nextCursor`.'),
})

export const PeopleList = z.object({ people: z.array(Person), nextCursor: z.string().nullable() })

/** What is known of people for one note, with which a program can tell who its labels mean. */
export const NotePeopleAnswer = z
  .object({
    teams: z.array(z.string()),
    people: z.array(
      z.object({
        id: z.string(),
        name: z.string(),
        entry: z.string().describe('How the notes of these teams mostly list them.'),
        keys: z.array(z.string()),
        initials: z.array(z.string()),
        handles: z.array(z.string()),
      }),
    ),
    choices: z.array(z.object({ label: z.string(), person: z.string().nullable() })),
    steady: z
      .array(z.object({ label: z.string(), person: z.string() }))
      .describe('Initials that mean somebody also where the note does not list them.'),
  })
  .meta({ id: 'NotePeople' })

const ref = z.string().min(1).max(400)
const words = z.string().trim().min(1).max(100)
const initials = z
  .string()
  .trim()
  .regex(/^\p{L}{2,5}$/u, 'initials are two to five letters')
const handle = z
  .string()
  .trim()
  .transform((written) => written.replace(/^@/, ''))
  .pipe(z.string().regex(/^[\w-]{1,39}$/, 'a handle has letters, digits, - and _'))

export const PeopleCorrection = z
  .discriminatedUnion('kind', [
    z
      .object({ kind: z.literal('choice'), team: z.string().max(300), label: words, person: ref.nullable() })
      .strict()
      .describe('In this team the label means this person; null: nobody for certain.'),
    z
      .object({ kind: z.literal('merge'), person: ref, with: ref })
      .strict()
      .describe('Both are one person.'),
    z
      .object({ kind: z.literal('split'), entries: z.array(ref).min(1).max(200) })
      .strict()
      .describe('These entries, by their `ref`, are a person of their own.'),
    z.object({ kind: z.literal('rename'), person: ref, name: words }).strict(),
    z.object({ kind: z.literal('initials'), person: ref, initials, has: z.boolean() }).strict(),
    z.object({ kind: z.literal('handle'), person: ref, handle, has: z.boolean() }).strict(),
  ])
  .meta({ id: 'PeopleCorrection' })

export const PeopleCorrected = z
  .object({
    id: z.int().describe('`DELETE /api/people/corrections/ID` takes it back.'),
    person: Person.nullable().describe('The person as they are now; null where nobody is meant.'),
  })
  .meta({ id: 'PeopleCorrected' })

export type PersonName = z.infer<typeof PersonName>
export type OwnerGroup = z.infer<typeof OwnerGroup>
export type OwnerPerson = z.infer<typeof OwnerPerson>
export type Person = z.infer<typeof Person>
export type PeopleList = z.infer<typeof PeopleList>
export type NotePeopleAnswer = z.infer<typeof NotePeopleAnswer>
export type PeopleCorrection = z.infer<typeof PeopleCorrection>
export type PeopleCorrected = z.infer<typeof PeopleCorrected>
