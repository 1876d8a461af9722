import type { Migration } from './migration.ts'

/**
 * Outputs of earlier months that are shown again, unlabelled, to see how steady the marks are. They have states of
 * their own, so that nothing that counts the outputs of a month takes them along.
 */
export const seenAgain: Migration = {
  number: 230,
  name: 'seen-again',
  sql: `
CREATE TABLE new_review_items (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  output_id INTEGER NOT NULL REFERENCES outputs (id),
  state TEXT NOT NULL CHECK (state IN ('active', 'reserve', 'replaced', 'again', 'again_set_aside')),
  again_of INTEGER REFERENCES review_items (id),
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
  UNIQUE (review_id, output_id),
  CHECK ((again_of IS NULL) = (state IN ('active', 'reserve', 'replaced')))
) STRICT;
INSERT INTO new_review_items SELECT id, review_id, output_id, state, NULL, position, copies, satisfaction, rated_by,
  edit_minutes, minutes_source, is_flagged, note, is_done, editing, words_changed, words_longer, seconds_used,
  replaced_reason, replaced_at, rev FROM review_items;
DROP TABLE review_items;
ALTER TABLE new_review_items RENAME TO review_items;
CREATE INDEX review_items_by_output ON review_items (output_id);
CREATE UNIQUE INDEX review_items_again ON review_items (again_of) WHERE again_of IS NOT NULL;

ALTER TABLE preferences ADD COLUMN is_seen_again INTEGER NOT NULL DEFAULT 1 CHECK (is_seen_again IN (0, 1));
`,
  check: 'SELECT id FROM review_items WHERE again_of IS NOT NULL',
}
