import type { Migration } from './migration.ts'

/** Where the activity log ended when the last review of a month was finished. A month opened again is sealed anew. */
export const sealedMonths: Migration = {
  number: 240,
  name: 'sealed-months',
  sql: `
CREATE TABLE sealed_months (
  id INTEGER PRIMARY KEY,
  month TEXT NOT NULL,
  seq INTEGER NOT NULL,
  hash TEXT NOT NULL,
  sealed_at TEXT NOT NULL
) STRICT;

CREATE INDEX sealed_months_by_month ON sealed_months (month, id);

CREATE TRIGGER sealed_months_are_never_updated BEFORE UPDATE ON sealed_months
BEGIN SELECT RAISE(ABORT, 'sealed_months is append-only'); END;

CREATE TRIGGER sealed_months_are_never_deleted BEFORE DELETE ON sealed_months
BEGIN SELECT RAISE(ABORT, 'sealed_months is append-only'); END;
`,
}
