import type { Migration } from './migration.ts'

/** Whether a version is the first of its document, and the Foundation had none before its day. */
const isFirst = `
  v.number = 1 AND (d.kind <> 'section' OR NOT EXISTS (
    SELECT 1 FROM versions e JOIN documents s ON s.id = e.document_id
    WHERE s.kind = 'section' AND e.live_on < v.live_on))`

/**
 * What changes did, kept look by look (ADR 0015); changes that only write down how things were; changes dated ahead,
 * with the wording that is to go live; effects that the owner closed.
 */
export const effects: Migration = {
  number: 190,
  name: 'effects',
  sql: `
ALTER TABLE changes ADD COLUMN is_starting_point INTEGER NOT NULL DEFAULT 0 CHECK (is_starting_point IN (0, 1));
DROP TRIGGER changes_keep_wording;
UPDATE changes SET is_starting_point = 1
WHERE number IN (
  SELECT v.change_number FROM versions v JOIN documents d ON d.id = v.document_id
  GROUP BY v.change_number HAVING min(${isFirst}) = 1);
CREATE TRIGGER changes_keep_wording BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;

CREATE TABLE change_days (
  id INTEGER PRIMARY KEY,
  change_number INTEGER NOT NULL REFERENCES changes (number),
  on_date TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('planned', 'live', 'called_off')),
  said_at TEXT NOT NULL
) STRICT;
CREATE INDEX change_days_by_change ON change_days (change_number, id);
CREATE TRIGGER change_days_keep BEFORE UPDATE ON change_days
BEGIN SELECT RAISE(ABORT, 'change days are append-only'); END;
CREATE TRIGGER change_days_are_kept BEFORE DELETE ON change_days
BEGIN SELECT RAISE(ABORT, 'change days are append-only'); END;

CREATE TABLE planned_wordings (
  change_number INTEGER PRIMARY KEY REFERENCES changes (number),
  document_id INTEGER NOT NULL REFERENCES documents (id),
  text TEXT NOT NULL,
  section_ids TEXT NOT NULL
) STRICT;
CREATE INDEX planned_wordings_by_document ON planned_wordings (document_id);

CREATE TABLE effect_looks (
  id INTEGER PRIMARY KEY,
  change_number INTEGER NOT NULL REFERENCES changes (number),
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  month TEXT NOT NULL,
  cause TEXT NOT NULL CHECK (cause IN ('review', 'record', 'earlier')),
  computed_at TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  counts_from TEXT NOT NULL,
  -- Null: a later entry of the log took the look away.
  look TEXT CHECK (look IS NULL OR json_valid(look))
) STRICT;
CREATE INDEX effect_looks_by_workflow ON effect_looks (workflow_id, change_number, month, id);
CREATE TRIGGER effect_looks_keep BEFORE UPDATE ON effect_looks
BEGIN SELECT RAISE(ABORT, 'looks are immutable'); END;
CREATE TRIGGER effect_looks_are_kept BEFORE DELETE ON effect_looks
BEGIN SELECT RAISE(ABORT, 'looks are immutable'); END;

CREATE TABLE kept_effects (
  change_number INTEGER NOT NULL REFERENCES changes (number),
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  kept_on TEXT NOT NULL,
  PRIMARY KEY (change_number, workflow_id)
) STRICT, WITHOUT ROWID;
`,
  check: `
SELECT 'change' AS kind, c.number AS id FROM changes c
  WHERE c.is_starting_point = 1
    AND (c.is_automatic = 1 OR EXISTS (SELECT 1 FROM versions v WHERE v.change_number = c.number AND v.number > 1))
UNION ALL SELECT 'version', v.id FROM versions v
  JOIN documents d ON d.id = v.document_id JOIN changes c ON c.number = v.change_number
  WHERE ${isFirst} AND d.kind <> 'section' AND c.is_starting_point = 0
`,
}
