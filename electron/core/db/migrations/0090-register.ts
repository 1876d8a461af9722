import type { Migration } from './migration.ts'

/** The register of workflows, incidents, and the calendar series. */
export const register: Migration = {
  number: 90,
  name: 'register',
  sql: `
CREATE TABLE register_entries (
  workflow_id INTEGER PRIMARY KEY REFERENCES workflows (id),
  deputy TEXT NOT NULL,
  data_class TEXT CHECK (data_class IN ('public', 'internal', 'confidential', 'personal')),
  oversight TEXT NOT NULL,
  when_it_fails TEXT NOT NULL,
  next_review_on TEXT,
  reviewed_on TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;

CREATE TABLE data_dependencies (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  source TEXT NOT NULL,
  system TEXT NOT NULL,
  owner TEXT NOT NULL,
  refreshed TEXT NOT NULL,
  last_checked_on TEXT,
  if_it_stops TEXT NOT NULL
) STRICT;
CREATE INDEX data_dependencies_by_workflow ON data_dependencies (workflow_id, id);

CREATE TABLE incidents (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  happened_on TEXT NOT NULL,
  what TEXT NOT NULL,
  effect TEXT NOT NULL,
  corrective_action TEXT NOT NULL,
  change_number INTEGER REFERENCES changes (number),
  closed_on TEXT,
  recorded_at TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE INDEX incidents_by_workflow ON incidents (workflow_id, happened_on, id);

CREATE TABLE calendar_series (
  kind TEXT PRIMARY KEY CHECK (kind IN ('monthly_review', 'foundation_review')),
  uid TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  week INTEGER NOT NULL,
  weekday INTEGER NOT NULL,
  starts_at TEXT NOT NULL,
  -- What the last saved file said, so that a later change is noticed.
  saved_on TEXT,
  saved_rule TEXT
) STRICT, WITHOUT ROWID;
`,
}
