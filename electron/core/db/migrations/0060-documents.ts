import type { Migration } from './migration.ts'

/** Foundation sections, prompts and models under version control; what a change came from and went back on. */
export const documents: Migration = {
  number: 60,
  name: 'documents',
  sql: `
ALTER TABLE changes ADD COLUMN decided_by TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN approved_by TEXT NOT NULL DEFAULT '';
ALTER TABLE changes ADD COLUMN reverts INTEGER REFERENCES changes (number);
ALTER TABLE changes ADD COLUMN document_id INTEGER;
CREATE INDEX changes_by_revert ON changes (reverts) WHERE reverts IS NOT NULL;
ALTER TABLE change_workflows ADD COLUMN recorded_before REAL;
ALTER TABLE change_workflows ADD COLUMN recorded_after REAL;

CREATE TABLE documents (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('section', 'prompt', 'model')),
  workflow_id INTEGER REFERENCES workflows (id),
  name TEXT NOT NULL,
  position INTEGER NOT NULL,
  verifier TEXT NOT NULL DEFAULT '',
  interval_days INTEGER NOT NULL DEFAULT 90,
  created_at TEXT NOT NULL,
  CHECK ((kind = 'section') = (workflow_id IS NULL))
) STRICT;
CREATE UNIQUE INDEX documents_by_name ON documents (ifnull(workflow_id, 0), kind, name COLLATE NOCASE);

CREATE TABLE versions (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  number INTEGER NOT NULL,
  text TEXT NOT NULL,
  live_on TEXT NOT NULL,
  published_at TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  why TEXT NOT NULL,
  change_number INTEGER NOT NULL REFERENCES changes (number),
  restored_from INTEGER,
  UNIQUE (document_id, number)
) STRICT;

-- The sections a prompt draws on, at that version.
CREATE TABLE version_sections (
  version_id INTEGER NOT NULL REFERENCES versions (id),
  section_id INTEGER NOT NULL REFERENCES documents (id),
  PRIMARY KEY (version_id, section_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE drafts (
  document_id INTEGER PRIMARY KEY REFERENCES documents (id),
  text TEXT NOT NULL,
  section_ids TEXT NOT NULL,
  rev INTEGER NOT NULL,
  saved_at TEXT NOT NULL
) STRICT;

CREATE TABLE verifications (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  version_id INTEGER REFERENCES versions (id),
  verified_on TEXT NOT NULL,
  verified_by TEXT NOT NULL
) STRICT;
CREATE INDEX verifications_by_document ON verifications (document_id, id);

CREATE TABLE live_checks (
  id INTEGER PRIMARY KEY,
  document_id INTEGER NOT NULL REFERENCES documents (id),
  version_id INTEGER NOT NULL REFERENCES versions (id),
  checked_at TEXT NOT NULL,
  is_same INTEGER NOT NULL CHECK (is_same IN (0, 1)),
  pasted TEXT NOT NULL
) STRICT;
CREATE INDEX live_checks_by_document ON live_checks (document_id, id);

CREATE TABLE releases (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  number INTEGER NOT NULL,
  live_on TEXT NOT NULL,
  approved_by TEXT NOT NULL,
  change_number INTEGER NOT NULL REFERENCES changes (number),
  UNIQUE (workflow_id, number)
) STRICT;
CREATE INDEX releases_by_day ON releases (workflow_id, live_on, number);

CREATE TABLE release_versions (
  release_id INTEGER NOT NULL REFERENCES releases (id),
  version_id INTEGER NOT NULL REFERENCES versions (id),
  PRIMARY KEY (release_id, version_id)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER versions_keep_wording BEFORE UPDATE ON versions
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER versions_are_kept BEFORE DELETE ON versions
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER version_sections_keep BEFORE UPDATE ON version_sections
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER version_sections_are_kept BEFORE DELETE ON version_sections
BEGIN SELECT RAISE(ABORT, 'versions are immutable'); END;
CREATE TRIGGER releases_keep BEFORE UPDATE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are immutable'); END;
CREATE TRIGGER releases_are_kept BEFORE DELETE ON releases
BEGIN SELECT RAISE(ABORT, 'releases are immutable'); END;
CREATE TRIGGER release_versions_keep BEFORE UPDATE ON release_versions
BEGIN SELECT RAISE(ABORT, 'releases are immutable'); END;
CREATE TRIGGER release_versions_are_kept BEFORE DELETE ON release_versions
BEGIN SELECT RAISE(ABORT, 'releases are immutable'); END;
`,
}
