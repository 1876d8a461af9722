import type { Migration } from './migration.ts'

/** Foundation reviews: who was there, what was said of each section, and what came of it. */
export const foundationReviews: Migration = {
  number: 80,
  name: 'foundation-reviews',
  sql: `
CREATE TABLE foundation_reviews (
  id INTEGER PRIMARY KEY,
  held_on TEXT NOT NULL,
  state TEXT NOT NULL CHECK (state IN ('preparing', 'in_session', 'finished')),
  -- Facts as JSON: said in the language of whoever reads them.
  reason TEXT NOT NULL CHECK (json_valid(reason)),
  since TEXT,
  seconds_used INTEGER NOT NULL DEFAULT 0,
  section_id INTEGER REFERENCES documents (id),
  created_at TEXT NOT NULL,
  -- When its cards were frozen: issues up to here were seen, later ones belong to the next review.
  started_at TEXT,
  finished_at TEXT,
  next_on TEXT,
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX foundation_reviews_under_way ON foundation_reviews (state <> 'finished')
  WHERE state <> 'finished';

CREATE TABLE attendees (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES foundation_reviews (id),
  name TEXT NOT NULL,
  role TEXT NOT NULL,
  agreed_on TEXT
) STRICT;
CREATE INDEX attendees_by_review ON attendees (review_id, id);

CREATE TABLE review_cards (
  review_id INTEGER NOT NULL REFERENCES foundation_reviews (id),
  section_id INTEGER NOT NULL REFERENCES documents (id),
  version_id INTEGER REFERENCES versions (id),
  position INTEGER NOT NULL,
  is_quick INTEGER NOT NULL CHECK (is_quick IN (0, 1)),
  issue_count INTEGER NOT NULL,
  answer TEXT CHECK (answer IN ('yes', 'change', 'unsure')),
  what TEXT NOT NULL DEFAULT '',
  who TEXT NOT NULL DEFAULT '',
  due_on TEXT,
  is_parked INTEGER NOT NULL DEFAULT 0 CHECK (is_parked IN (0, 1)),
  seconds_used INTEGER NOT NULL DEFAULT 0,
  rev INTEGER NOT NULL DEFAULT 1,
  PRIMARY KEY (review_id, section_id)
) STRICT, WITHOUT ROWID;

CREATE TABLE actions (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES foundation_reviews (id),
  section_id INTEGER NOT NULL REFERENCES documents (id),
  kind TEXT NOT NULL CHECK (kind IN ('change', 'find_out')),
  what TEXT NOT NULL,
  who TEXT NOT NULL,
  due_on TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'done', 'dropped')),
  closed_on TEXT,
  note TEXT NOT NULL DEFAULT '',
  change_number INTEGER REFERENCES changes (number)
) STRICT;
CREATE INDEX actions_by_review ON actions (review_id, id);
CREATE INDEX actions_open ON actions (due_on, id) WHERE state = 'open';
CREATE INDEX actions_by_change ON actions (change_number) WHERE change_number IS NOT NULL;
`,
}
