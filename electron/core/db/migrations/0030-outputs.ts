import type { Migration } from './migration.ts'

/** Imported files, what could not be read in them, and the outputs they brought. */
export const outputs: Migration = {
  number: 30,
  name: 'outputs',
  sql: `
CREATE TABLE imports (
  id INTEGER PRIMARY KEY,
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
  other_month_count INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX imports_by_workflow ON imports (workflow_id, id);

CREATE TABLE import_problems (
  id INTEGER PRIMARY KEY,
  import_id INTEGER NOT NULL REFERENCES imports (id),
  row INTEGER NOT NULL,
  column_name TEXT,
  reason TEXT NOT NULL,
  is_kept INTEGER NOT NULL CHECK (is_kept IN (0, 1))
) STRICT;
CREATE INDEX import_problems_by_import ON import_problems (import_id);

CREATE TABLE column_mappings (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  columns_sha TEXT NOT NULL,
  mapping TEXT NOT NULL,
  date_order TEXT NOT NULL,
  UNIQUE (workflow_id, columns_sha)
) STRICT;

-- The texts come last: counting and drawing read only what stands before them.
CREATE TABLE outputs (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  import_id INTEGER NOT NULL REFERENCES imports (id),
  month TEXT NOT NULL,
  occurred_on TEXT,
  record_sha BLOB NOT NULL,
  text_sha BLOB NOT NULL,
  edit_minutes REAL,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  personal_data TEXT,
  external_id TEXT,
  person TEXT,
  request TEXT,
  ai_text TEXT NOT NULL,
  final_text TEXT,
  UNIQUE (workflow_id, record_sha)
) STRICT;
CREATE INDEX outputs_by_month ON outputs (workflow_id, month, import_id);
CREATE INDEX outputs_by_import ON outputs (import_id);
`,
}
