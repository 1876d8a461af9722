import type { Migration } from './migration.ts'

/** Company, preferences, workflows and their standards. */
export const company: Migration = {
  number: 20,
  name: 'company',
  sql: `
CREATE TABLE company (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  name TEXT NOT NULL,
  owner_name TEXT NOT NULL,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE preferences (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  theme TEXT NOT NULL DEFAULT 'system' CHECK (theme IN ('system', 'light', 'dark')),
  is_single_keys INTEGER NOT NULL DEFAULT 1 CHECK (is_single_keys IN (0, 1)),
  review_day INTEGER CHECK (review_day BETWEEN 1 AND 31)
) STRICT;
INSERT INTO preferences (id) VALUES (1);

CREATE TABLE workflows (
  id INTEGER PRIMARY KEY,
  name TEXT NOT NULL COLLATE NOCASE UNIQUE,
  purpose TEXT NOT NULL,
  process_owner TEXT NOT NULL,
  vendor TEXT NOT NULL,
  model TEXT NOT NULL,
  stage TEXT NOT NULL CHECK (stage IN ('pilot', 'production', 'retired')),
  go_live_on TEXT,
  monthly_volume INTEGER,
  by_hand_minutes REAL,
  measure TEXT NOT NULL CHECK (measure IN ('minutes', 'text')),
  target_line REAL NOT NULL,
  update_line REAL NOT NULL CHECK (update_line >= target_line),
  sample_size INTEGER NOT NULL CHECK (sample_size >= 3),
  rev INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;

CREATE TABLE standards_versions (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  version INTEGER NOT NULL,
  created_at TEXT NOT NULL,
  UNIQUE (workflow_id, version)
) STRICT;

CREATE TABLE standards (
  id INTEGER PRIMARY KEY,
  standards_version_id INTEGER NOT NULL REFERENCES standards_versions (id),
  position INTEGER NOT NULL,
  name TEXT NOT NULL,
  description TEXT NOT NULL,
  is_must_pass INTEGER NOT NULL CHECK (is_must_pass IN (0, 1)),
  UNIQUE (standards_version_id, position)
) STRICT;
`,
}
