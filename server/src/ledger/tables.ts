import { nobody } from './owner-group.ts'

/**
 * The ledger's tables: a step of the database's migrations (store/migrate.ts). Names, teams and words are folded.
 * `meets_at` is when the meeting is, else when the note was made; ISO in UTC, so that it sorts.
 */
export const ledgerTables = `
  CREATE TABLE ledger_notes (
    row INTEGER PRIMARY KEY,
    note_id TEXT NOT NULL UNIQUE,
    up_to INTEGER NOT NULL,
    meets_at TEXT NOT NULL,
    updated_at TEXT NOT NULL,
    title TEXT NOT NULL,
    datetime TEXT,
    teams TEXT NOT NULL,
    participants TEXT NOT NULL,
    front_matter TEXT NOT NULL,
    open_todos INTEGER NOT NULL,
    decisions INTEGER NOT NULL
  ) STRICT;
  CREATE INDEX ledger_notes_newest ON ledger_notes (meets_at DESC, note_id DESC);

  CREATE VIRTUAL TABLE ledger_words USING fts5 (
    title, people, text,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '2 3'
  );

  CREATE TABLE ledger_teams (
    team TEXT NOT NULL,
    note_id TEXT NOT NULL,
    PRIMARY KEY (team, note_id)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ledger_teams_of ON ledger_teams (note_id);

  CREATE TABLE ledger_items (
    row INTEGER PRIMARY KEY,
    kind TEXT NOT NULL,
    note_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    meets_at TEXT NOT NULL,
    id TEXT NOT NULL,
    done INTEGER NOT NULL,
    due TEXT,
    words TEXT NOT NULL,
    item TEXT NOT NULL
  ) STRICT;
  CREATE INDEX ledger_items_of ON ledger_items (note_id);
  CREATE INDEX ledger_items_id ON ledger_items (id);
  CREATE INDEX ledger_items_newest ON ledger_items (kind, done, meets_at DESC, note_id DESC, place);
  CREATE INDEX ledger_items_due ON ledger_items (due) WHERE due IS NOT NULL;

  CREATE TABLE ledger_owners (
    name TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES ledger_items (row) ON DELETE CASCADE,
    PRIMARY KEY (name, item)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ledger_owners_of ON ledger_owners (item);
`

/**
 * Groups and carried TODOs: another step of the migrations. `owner` is the key of the first owner; `shown` is 0 where a
 * newer note has the same TODO, `since` the day of the first meeting that had it, `times` how many did before. The rows
 * of all notes are made again.
 */
export const ledgerGroupTables = `
  ALTER TABLE ledger_items ADD COLUMN owner TEXT NOT NULL DEFAULT '${nobody}';
  ALTER TABLE ledger_items ADD COLUMN due_key TEXT NOT NULL GENERATED ALWAYS AS (coalesce(due, '9999-99-99')) VIRTUAL;
  ALTER TABLE ledger_items ADD COLUMN shown INTEGER NOT NULL DEFAULT 1;
  ALTER TABLE ledger_items ADD COLUMN since TEXT;
  ALTER TABLE ledger_items ADD COLUMN times INTEGER NOT NULL DEFAULT 0;
  DROP INDEX ledger_items_newest;
  CREATE INDEX ledger_items_newest ON ledger_items (kind, shown, done, meets_at DESC, note_id DESC, place);
  CREATE INDEX ledger_items_owned ON ledger_items (kind, shown, done, owner, due_key, meets_at DESC, note_id DESC, place);
  CREATE TABLE ledger_owned (
    owner TEXT NOT NULL,
    item INTEGER NOT NULL REFERENCES ledger_items (row) ON DELETE CASCADE,
    name TEXT NOT NULL,
    PRIMARY KEY (owner, item)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ledger_owned_of ON ledger_owned (item);
  UPDATE ledger_notes SET up_to = 0;
`

/**
 * Decisions that do not stand: another step of the migrations. `done` is 1 for them. The rows of all notes are made again.
 */
export const ledgerStandingRows = `
  UPDATE ledger_notes SET up_to = 0;
`

/**
 * TODOs that are the same in several notes: another step of the migrations. `awaited` is the state to which the note has
 * still to be brought, NULL where it is so; `previous` the note after which a note was made.
 */
export const ledgerStateTables = `
  ALTER TABLE ledger_items ADD COLUMN awaited INTEGER;
  CREATE INDEX ledger_items_awaited ON ledger_items (row) WHERE awaited IS NOT NULL;
  ALTER TABLE ledger_notes ADD COLUMN previous TEXT;
  CREATE INDEX ledger_notes_previous ON ledger_notes (previous) WHERE previous IS NOT NULL;
`

/**
 * What the notes say, piece by piece, for searching: another step of the migrations. The pieces of the note in row N of
 * `ledger_notes` have the rows from N * 2^20 on, in both tables; `line` is null for those of the front matter. The rows
 * of all notes are made again.
 */
export const ledgerBlockTables = `
  DROP TABLE ledger_words;
  CREATE TABLE ledger_blocks (
    row INTEGER PRIMARY KEY,
    place INTEGER NOT NULL,
    kind TEXT NOT NULL,
    text TEXT NOT NULL,
    heading TEXT,
    line INTEGER,
    last_line INTEGER
  ) STRICT;
  CREATE VIRTUAL TABLE ledger_words USING fts5 (
    title, item, person, text,
    content = '', contentless_delete = 1, tokenize = 'unicode61 remove_diacritics 0', prefix = '1 2 3'
  );
  UPDATE ledger_notes SET up_to = 0;
`

/**
 * TODOs under the people who own them: another step of the migrations. `ledger_whose` gives the group of a label of a
 * note's owners where that is more than the label as written, and `ledger_owned` a row for each item and group, with
 * what lists of one owner after the other are ordered and narrowed by; `nth` counts the groups of an item from 0. Notes
 * have what they are about, and where their agenda stands. The rows of all notes are made again.
 */
export const ledgerPeopleTables = `
  DROP TABLE ledger_owned;
  DROP TABLE ledger_persons;
  DROP INDEX ledger_items_owned;
  ALTER TABLE ledger_items DROP COLUMN owner;
  CREATE TABLE ledger_whose (
    note_id TEXT NOT NULL,
    label TEXT NOT NULL,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT,
    PRIMARY KEY (note_id, label)
  ) STRICT, WITHOUT ROWID;
  CREATE TABLE ledger_owned (
    item INTEGER NOT NULL REFERENCES ledger_items (row) ON DELETE CASCADE,
    owner TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT,
    nth INTEGER NOT NULL,
    kind TEXT NOT NULL,
    shown INTEGER NOT NULL,
    done INTEGER NOT NULL,
    due_key TEXT NOT NULL,
    meets_at TEXT NOT NULL,
    note_id TEXT NOT NULL,
    place INTEGER NOT NULL,
    PRIMARY KEY (item, owner)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ledger_owned_order ON ledger_owned (kind, shown, done, owner, due_key, meets_at DESC, note_id DESC, place);
  CREATE INDEX ledger_owned_of ON ledger_owned (note_id);
  ALTER TABLE ledger_notes ADD COLUMN todos INTEGER NOT NULL DEFAULT 0;
  ALTER TABLE ledger_notes ADD COLUMN topics TEXT NOT NULL DEFAULT '[]';
  ALTER TABLE ledger_notes ADD COLUMN agenda TEXT;
  UPDATE ledger_notes SET up_to = 0;
`
