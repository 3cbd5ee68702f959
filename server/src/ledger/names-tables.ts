/**
 * What the notes say of people, and who the owners in them are: a step of the database's migrations (store/migrate.ts).
 * `ledger_persons` gives the person of a row of `ledger_owners` by its `name` and the note of its item. Every note is read
 * once more for them.
 */
export const namesTables = `
  CREATE TABLE ledger_names (
    note_id TEXT PRIMARY KEY,
    at TEXT NOT NULL,
    names TEXT NOT NULL
  ) STRICT, WITHOUT ROWID;

  CREATE TABLE ledger_names_revision (number INTEGER NOT NULL) STRICT;
  INSERT INTO ledger_names_revision VALUES (1);

  CREATE TABLE ledger_persons (
    note_id TEXT NOT NULL,
    name TEXT NOT NULL,
    person TEXT NOT NULL,
    PRIMARY KEY (note_id, name)
  ) STRICT, WITHOUT ROWID;
  CREATE INDEX ledger_persons_of ON ledger_persons (person, note_id);

  UPDATE ledger_notes SET up_to = 0;
`
