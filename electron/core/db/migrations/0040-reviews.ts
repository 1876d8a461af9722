import type { Migration } from './migration.ts'

/** Monthly reviews: the frozen draw, the outputs in it, and every judgement. */
export const reviews: Migration = {
  number: 40,
  name: 'reviews',
  sql: `
CREATE TABLE reviews (
  id INTEGER PRIMARY KEY,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  month TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('open', 'finished')),
  standards_version_id INTEGER NOT NULL REFERENCES standards_versions (id),
  measure TEXT NOT NULL CHECK (measure IN ('minutes', 'text')),
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
  status TEXT CHECK (status IN ('on_target', 'watch', 'update_suggested', 'not_enough')),
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
CREATE INDEX reviews_by_month ON reviews (month, workflow_id);
CREATE INDEX reviews_open ON reviews (month) WHERE state = 'open';

-- The pool is large and read only to redraw, so it is kept beside the review.
CREATE TABLE review_pools (
  review_id INTEGER PRIMARY KEY REFERENCES reviews (id),
  pool TEXT NOT NULL,
  picked TEXT NOT NULL,
  reserves TEXT NOT NULL
) STRICT;

CREATE TABLE review_items (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  output_id INTEGER NOT NULL REFERENCES outputs (id),
  state TEXT NOT NULL CHECK (state IN ('active', 'reserve', 'replaced')),
  position INTEGER NOT NULL,
  copies INTEGER NOT NULL,
  satisfaction INTEGER CHECK (satisfaction BETWEEN 1 AND 5),
  rated_by TEXT NOT NULL CHECK (rated_by IN ('user', 'reviewer')),
  edit_minutes REAL,
  minutes_source TEXT CHECK (minutes_source IN ('file', 'person', 'estimate')),
  is_flagged INTEGER NOT NULL DEFAULT 0 CHECK (is_flagged IN (0, 1)),
  note TEXT NOT NULL DEFAULT '',
  is_done INTEGER NOT NULL DEFAULT 0 CHECK (is_done IN (0, 1)),
  editing REAL,
  words_changed INTEGER,
  words_longer INTEGER,
  seconds_used INTEGER NOT NULL DEFAULT 0,
  replaced_reason TEXT,
  replaced_at TEXT,
  rev INTEGER NOT NULL DEFAULT 1,
  UNIQUE (review_id, output_id)
) STRICT;
CREATE INDEX review_items_by_output ON review_items (output_id);

CREATE TABLE marks (
  id INTEGER PRIMARY KEY,
  item_id INTEGER NOT NULL REFERENCES review_items (id),
  standard_id INTEGER NOT NULL REFERENCES standards (id),
  verdict TEXT CHECK (verdict IN ('met', 'not_met', 'not_applicable')),
  issue_type TEXT,
  section TEXT,
  note TEXT NOT NULL DEFAULT '',
  UNIQUE (item_id, standard_id)
) STRICT;
CREATE INDEX marks_not_met ON marks (item_id) WHERE verdict = 'not_met';
`,
}
