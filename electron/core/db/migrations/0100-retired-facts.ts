import type { Migration } from './migration.ts'

/** Facts that are no longer true, where sampled outputs still say them, and the stages of a roll-out. */
export const retiredFacts: Migration = {
  number: 100,
  name: 'retired-facts',
  sql: `
CREATE TABLE retired_facts (
  id INTEGER PRIMARY KEY,
  term TEXT NOT NULL,
  replacement TEXT NOT NULL,
  retired_on TEXT NOT NULL,
  section_id INTEGER REFERENCES documents (id),
  rev INTEGER NOT NULL DEFAULT 1
) STRICT;
CREATE UNIQUE INDEX retired_facts_by_term ON retired_facts (term COLLATE NOCASE);

-- Written when outputs are sampled and when a fact is retired, so that no page has to read every output.
CREATE TABLE retired_finds (
  fact_id INTEGER NOT NULL REFERENCES retired_facts (id) ON DELETE CASCADE,
  item_id INTEGER NOT NULL REFERENCES review_items (id),
  is_in_final INTEGER NOT NULL CHECK (is_in_final IN (0, 1)),
  PRIMARY KEY (fact_id, item_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX retired_finds_by_item ON retired_finds (item_id);

-- How far what a change published is in a workflow. It holds for every release made for that change there;
-- a change without a stage is in production from its first day.
CREATE TABLE release_stages (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  change_number INTEGER NOT NULL REFERENCES changes (number),
  stage TEXT NOT NULL CHECK (stage IN ('testing', 'pilot', 'production', 'retired')),
  since TEXT NOT NULL,
  team TEXT NOT NULL,
  until TEXT,
  recorded_at TEXT NOT NULL
) STRICT;
CREATE INDEX release_stages_by_change ON release_stages (workflow_id, change_number, since, id);

CREATE TRIGGER release_stages_keep BEFORE UPDATE ON release_stages
BEGIN SELECT RAISE(ABORT, 'stages are append-only'); END;
CREATE TRIGGER release_stages_are_kept BEFORE DELETE ON release_stages
BEGIN SELECT RAISE(ABORT, 'stages are append-only'); END;
`,
}
