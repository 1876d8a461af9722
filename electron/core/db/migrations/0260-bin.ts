import type { Migration } from './migration.ts'

/**
 * What was deleted, row by row, for as long as it can be put back (ADR 0020). The numbers of workflows and imports
 * are never given twice, so that what belonged to a deleted one is not put back to another.
 */
export const bin: Migration = {
  number: 260,
  name: 'bin',
  sql: `
CREATE TABLE bin (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  kind TEXT NOT NULL CHECK (kind IN ('workflow', 'import', 'standard_input', 'draft', 'signal')),
  entity_id INTEGER NOT NULL,
  name TEXT NOT NULL,
  deleted_at TEXT NOT NULL,
  leaves_on TEXT NOT NULL
) STRICT;

-- In the order in which they were deleted.
CREATE TABLE bin_rows (
  id INTEGER PRIMARY KEY,
  bin_id INTEGER NOT NULL REFERENCES bin (id),
  table_name TEXT NOT NULL,
  content TEXT NOT NULL CHECK (json_valid(content))
) STRICT;
CREATE INDEX bin_rows_by_table ON bin_rows (bin_id, table_name, id);

CREATE TABLE new_workflows (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  purpose TEXT NOT NULL,
  process_owner TEXT NOT NULL,
  vendor TEXT NOT NULL,
  model TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('pilot', 'production', 'retired')),
  go_live_on TEXT,
  monthly_volume INTEGER,
  by_hand_minutes REAL,
  measure TEXT NOT NULL,
  target_line REAL,
  update_line REAL CHECK (update_line >= target_line),
  sample_size INTEGER NOT NULL CHECK (sample_size >= 3),
  rev INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL,
  process_owner_id INTEGER REFERENCES people (id) ON DELETE SET NULL,
  CHECK ((target_line IS NULL) = (update_line IS NULL))
) STRICT;
INSERT INTO new_workflows SELECT id, name, purpose, process_owner, vendor, model, stage, go_live_on, monthly_volume,
  by_hand_minutes, measure, target_line, update_line, sample_size, rev, created_at, process_owner_id FROM workflows;
DROP TABLE workflows;
ALTER TABLE new_workflows RENAME TO workflows;
CREATE INDEX workflows_by_owner ON workflows (process_owner_id);

CREATE TABLE new_imports (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  name TEXT NOT NULL,
  content_sha TEXT NOT NULL,
  format TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('running', 'done', 'cancelled', 'failed', 'removed')),
  imported_at TEXT NOT NULL,
  row_count INTEGER NOT NULL DEFAULT 0,
  kept_count INTEGER NOT NULL DEFAULT 0,
  duplicate_count INTEGER NOT NULL DEFAULT 0,
  already_in_count INTEGER NOT NULL DEFAULT 0,
  other_month_count INTEGER NOT NULL DEFAULT 0,
  completed_count INTEGER NOT NULL DEFAULT 0,
  -- 1: an output was recognised by everything it says; 2: by its source and ID.
  identity_rule INTEGER NOT NULL DEFAULT 1 CHECK (identity_rule IN (1, 2))
) STRICT;
INSERT INTO new_imports SELECT id, workflow_id, name, content_sha, format, state, imported_at, row_count, kept_count,
  duplicate_count, already_in_count, other_month_count, completed_count, identity_rule FROM imports;
DROP TABLE imports;
ALTER TABLE new_imports RENAME TO imports;
CREATE INDEX imports_by_workflow ON imports (workflow_id, id);
`,
}
