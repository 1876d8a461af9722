import type { Migration } from './migration.ts'

/**
 * Lines may be missing until they are found, and a month may have a second look: a review of its own on the same
 * frozen pool. 15 and 20 % are shares of time; a text workflow that has them only because every workflow began
 * with them has no lines from here on, nor has its open review. Finished months keep theirs (ADR 0015).
 */
export const linesAndLooks: Migration = {
  number: 180,
  name: 'lines-and-looks',
  sql: `
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

CREATE TABLE new_reviews (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  month TEXT NOT NULL,
  second_of INTEGER UNIQUE REFERENCES reviews (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'finished')),
  standards_version_id INTEGER NOT NULL REFERENCES standards_versions (id),
  measure TEXT NOT NULL,
  by_hand_minutes REAL,
  target_line REAL,
  update_line REAL,
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
  CHECK (state = 'open' OR (finished_at IS NOT NULL AND (status IS NOT NULL OR second_of IS NOT NULL)))
) STRICT;
INSERT INTO new_reviews SELECT id, workflow_id, month, NULL, state, standards_version_id, measure, by_hand_minutes,
  target_line, update_line, draw_method, output_count, pool_count, sample_size, seed, algorithm, drawn_at,
  seconds_used, cursor, rev, finished_at, finished_on, rule_version, mean, low, high, known_count, unknown_count,
  status, reviewed_count, standards_met, standards_judged, not_fit_count, satisfaction_users,
  satisfaction_reviewer, replaced_count, flagged_count, top_issue_type, top_issue_count FROM reviews;
DROP TABLE reviews;
ALTER TABLE new_reviews RENAME TO reviews;
CREATE UNIQUE INDEX reviews_of_workflow ON reviews (workflow_id, month, ifnull(second_of, 0));
CREATE INDEX reviews_by_month ON reviews (month, workflow_id);
CREATE INDEX reviews_open ON reviews (month) WHERE state = 'open';

CREATE TABLE new_findings (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  cause TEXT NOT NULL CHECK (cause IN ('finish', 'earlier_month', 'recompute', 'second_look', 'lines_found')),
  computed_at TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  finding TEXT NOT NULL CHECK (json_valid(finding))
) STRICT;
INSERT INTO new_findings SELECT id, review_id, cause, computed_at, rule_version, finding FROM findings;
DROP TABLE findings;
ALTER TABLE new_findings RENAME TO findings;
CREATE INDEX findings_by_review ON findings (review_id, id);
CREATE TRIGGER findings_keep BEFORE UPDATE ON findings
BEGIN SELECT RAISE(ABORT, 'findings are immutable'); END;

UPDATE workflows SET target_line = NULL, update_line = NULL
WHERE measure = 'text' AND target_line = 0.15 AND update_line = 0.2 AND CAST(id AS TEXT) NOT IN (
  SELECT entity_id FROM audit WHERE entity = 'workflow' AND action = 'update'
    AND (before ->> 'targetLine' <> after ->> 'targetLine' OR before ->> 'updateLine' <> after ->> 'updateLine')
);
UPDATE reviews SET target_line = NULL, update_line = NULL
WHERE state = 'open' AND measure = 'text' AND workflow_id IN (SELECT id FROM workflows WHERE target_line IS NULL);
`,
  check: `
SELECT 'workflow' AS kind, id FROM workflows WHERE target_line IS NULL AND measure <> 'text'
UNION ALL SELECT 'review', id FROM reviews
  WHERE second_of IS NOT NULL OR (target_line IS NULL AND (state <> 'open' OR measure <> 'text'))
UNION ALL SELECT 'finding', r.id FROM reviews r
  WHERE r.state = 'finished' AND EXISTS (SELECT 1 FROM audit a WHERE a.entity = 'finding' AND a.entity_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.review_id = r.id)
`,
}
