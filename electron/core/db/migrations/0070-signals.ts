import type { Migration } from './migration.ts'

/** People, what comes up between reviews, and what led to a change. */
export const signals: Migration = {
  number: 70,
  name: 'signals',
  sql: `
CREATE TABLE people (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  left_on TEXT
) STRICT;
CREATE UNIQUE INDEX people_by_name ON people (name COLLATE NOCASE);

CREATE TABLE signals (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('business', 'provider', 'feedback')),
  text TEXT NOT NULL,
  on_date TEXT NOT NULL,
  workflow_id INTEGER REFERENCES workflows (id),
  section_id INTEGER REFERENCES documents (id),
  recorded_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'handled', 'set_aside')),
  change_number INTEGER REFERENCES changes (number),
  foundation_review_id INTEGER,
  reason TEXT NOT NULL DEFAULT '',
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX signals_by_date ON signals (on_date, id);
CREATE INDEX signals_open ON signals (on_date, id) WHERE state = 'open';
CREATE INDEX signals_by_change ON signals (change_number) WHERE change_number IS NOT NULL;

-- What has to be done by hand in the live tool after a change.
CREATE TABLE live_steps (
  change_number INTEGER NOT NULL REFERENCES changes (number),
  step TEXT NOT NULL CHECK (step IN ('pasted', 'tested')),
  done_at TEXT NOT NULL,
  PRIMARY KEY (change_number, step)
) STRICT, WITHOUT ROWID;
`,
}
