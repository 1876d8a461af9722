import type { Migration } from './migration.ts'

/** The change log. Entries are never altered or deleted: the triggers see to that. */
export const changes: Migration = {
  number: 50,
  name: 'changes',
  sql: `
CREATE TABLE changes (
  number INTEGER PRIMARY KEY AUTOINCREMENT,
  on_date TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('foundation', 'prompt', 'model', 'measure', 'other')),
  what TEXT NOT NULL,
  from_text TEXT NOT NULL,
  to_text TEXT NOT NULL,
  why TEXT NOT NULL,
  is_automatic INTEGER NOT NULL CHECK (is_automatic IN (0, 1)),
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX changes_by_date ON changes (on_date, number);

CREATE TABLE change_workflows (
  change_number INTEGER NOT NULL REFERENCES changes (number),
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  PRIMARY KEY (change_number, workflow_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX change_workflows_by_workflow ON change_workflows (workflow_id, change_number);

CREATE TRIGGER changes_keep_wording BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
CREATE TRIGGER changes_are_kept BEFORE DELETE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
CREATE TRIGGER change_workflows_keep_wording BEFORE UPDATE ON change_workflows
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
CREATE TRIGGER change_workflows_are_kept BEFORE DELETE ON change_workflows
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;
`,
}
