/** Somebody of the teams of a note. */
export interface RosterPerson {
  id: string
  name: string
  /** how the notes of these teams mostly list them */
  entry: string
  /** the letters of their entries in these teams (`keyOf`) */
  keys: string[]
  initials: string[]
  handles: string[]
}

/** What is known of people for the notes of some teams, as plain data. */
export interface NoteRoster {
  /** folded; '' where the note has none */
  teams: string[]
  people: RosterPerson[]
  /** what people chose for a label (`labelKey`); null: nobody for certain */
  choices: { label: string; person: string | null }[]
  /** initials that mean somebody also where the note does not list them */
  steady: { label: string; person: string }[]
}

/** The roster of whoever has asked nobody yet. */
export const nobodyKnown: NoteRoster = { teams: [''], people: [], choices: [], steady: [] }
