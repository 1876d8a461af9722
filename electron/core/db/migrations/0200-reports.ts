import type { Migration } from './migration.ts'

/** Reports for leadership: the owner's words of a period, what hours cost, and the pages that were handed on. */
export const reports: Migration = {
  number: 200,
  name: 'reports',
  sql: `
CREATE TABLE report_words (
  kind TEXT NOT NULL,
  from_month TEXT NOT NULL,
  to_month TEXT NOT NULL,
  words TEXT NOT NULL,
  PRIMARY KEY (kind, from_month, to_month)
) STRICT, WITHOUT ROWID;
CREATE TABLE report_costs (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  costs TEXT NOT NULL
) STRICT;
CREATE TABLE kept_reports (
  id INTEGER PRIMARY KEY,
  kept_at TEXT NOT NULL,
  to_month TEXT NOT NULL,
  page TEXT NOT NULL
) STRICT;
CREATE TRIGGER kept_reports_stay BEFORE UPDATE ON kept_reports BEGIN
  SELECT RAISE(ABORT, 'A kept report is never changed');
END;
`,
}
