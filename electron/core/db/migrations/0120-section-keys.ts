import type { Migration } from './migration.ts'

/**
 * What points to a Foundation section does so by its id and keeps the name as it was said; a change of the
 * measure names both measures. Measures and statuses are enforced by the contract alone from here on.
 */
export const sectionKeys: Migration = {
  number: 120,
  name: 'section-keys',
  sql: `
ALTER TABLE marks ADD COLUMN section_id INTEGER REFERENCES documents (id);
UPDATE marks SET section_id = (
  SELECT d.id FROM documents d WHERE d.kind = 'section' AND d.name = marks.section COLLATE NOCASE
) WHERE section IS NOT NULL;
-- Names said before the section was here: a section of that name takes them up.
CREATE INDEX marks_unplaced ON marks (section COLLATE NOCASE) WHERE section IS NOT NULL AND section_id IS NULL;

ALTER TABLE signals ADD COLUMN section_name TEXT;
UPDATE signals SET section_name = (SELECT name FROM documents d WHERE d.id = section_id)
WHERE section_id IS NOT NULL;
ALTER TABLE actions ADD COLUMN section_name TEXT NOT NULL DEFAULT '';
UPDATE actions SET section_name = (SELECT name FROM documents d WHERE d.id = section_id);
ALTER TABLE review_cards ADD COLUMN section_name TEXT NOT NULL DEFAULT '';
UPDATE review_cards SET section_name = (SELECT name FROM documents d WHERE d.id = section_id);

ALTER TABLE changes ADD COLUMN measure_from TEXT;
ALTER TABLE changes ADD COLUMN measure_to TEXT;
DROP TRIGGER changes_keep_wording;
UPDATE changes SET
  measure_from = iif(from_text GLOB 'Text changed*', 'text', 'minutes'),
  measure_to = iif(to_text GLOB 'Text changed*', 'text', 'minutes')
WHERE is_automatic = 1 AND kind = 'measure' AND what NOT GLOB 'Quality standards of *';
CREATE TRIGGER changes_keep_wording BEFORE UPDATE ON changes
BEGIN SELECT RAISE(ABORT, 'changes are append-only'); END;

CREATE TABLE new_workflows (
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
  measure TEXT NOT NULL,
  target_line REAL NOT NULL,
  update_line REAL NOT NULL CHECK (update_line >= target_line),
  sample_size INTEGER NOT NULL CHECK (sample_size >= 3),
  rev INTEGER NOT NULL DEFAULT 1,
  created_at TEXT NOT NULL
) STRICT;
INSERT INTO new_workflows SELECT * FROM workflows;
DROP TABLE workflows;
ALTER TABLE new_workflows RENAME TO workflows;

CREATE TABLE new_reviews (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  month TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'finished')),
  standards_version_id INTEGER NOT NULL REFERENCES standards_versions (id),
  measure TEXT NOT NULL,
  by_hand_minutes REAL,
  target_line REAL NOT NULL,
  update_line REAL NOT NULL,
  draw_method TEXT NOT NULL CHECK (draw_method IN ('random', 'all', 'by_hand')),
  output_count INTEGER NOT NULL,
  pool_count INTEGER NOT NULL,
  sample_size INTEGER NOT NULL,
  seed INTEGER,
  algorithm TEXT,
  drawn_at TEXT NOT NULL,
  seconds_used INTEGER NOT NULL DEFAULT 0,
  cursor TEXT NOT NULL,
  rev INTEGER NOT NULL DEFAULT 1,
  finished_at TEXT,
  finished_on TEXT,
  rule_version TEXT,
  mean REAL,
  low REAL,
  high REAL,
  known_count INTEGER,
  unknown_count INTEGER,
  status TEXT,
  reviewed_count INTEGER,
  standards_met INTEGER,
  standards_judged INTEGER,
  not_fit_count INTEGER,
  satisfaction_users REAL,
  satisfaction_reviewer REAL,
  replaced_count INTEGER,
  flagged_count INTEGER,
  top_issue_type TEXT,
  top_issue_count INTEGER,
  CHECK (state = 'open' OR (finished_at IS NOT NULL AND status IS NOT NULL)),
  UNIQUE (workflow_id, month)
) STRICT;
INSERT INTO new_reviews SELECT * FROM reviews;
DROP TABLE reviews;
ALTER TABLE new_reviews RENAME TO reviews;
CREATE INDEX reviews_by_month ON reviews (month, workflow_id);
CREATE INDEX reviews_open ON reviews (month) WHERE state = 'open';
`,
  check: `
SELECT 'mark' AS kind, m.id FROM marks m JOIN documents d
  ON d.kind = 'section' AND d.name = m.section COLLATE NOCASE AND d.id IS NOT m.section_id
UNION ALL SELECT 'signal', id FROM signals WHERE (section_id IS NULL) <> (section_name IS NULL)
UNION ALL SELECT 'action', id FROM actions WHERE section_name = ''
UNION ALL SELECT 'card', review_id FROM review_cards WHERE section_name = ''
UNION ALL SELECT 'change', number FROM changes
  WHERE (is_automatic = 1 AND kind = 'measure' AND what NOT GLOB 'Quality standards of *')
    <> (measure_from IS NOT NULL AND measure_to IS NOT NULL)
UNION ALL SELECT 'workflow', r.workflow_id FROM reviews r WHERE r.workflow_id NOT IN (SELECT id FROM workflows)
`,
}
