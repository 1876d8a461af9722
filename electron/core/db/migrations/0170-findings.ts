import type { Migration } from './migration.ts'

/** What each finished review says, computed once and kept: a later computation is a new row (ADR 0014). */
export const findings: Migration = {
  number: 170,
  name: 'findings',
  sql: `
CREATE TABLE findings (
  id INTEGER PRIMARY KEY,
  review_id INTEGER NOT NULL REFERENCES reviews (id),
  cause TEXT NOT NULL CHECK (cause IN ('finish', 'earlier_month', 'recompute')),
  computed_at TEXT NOT NULL,
  rule_version INTEGER NOT NULL,
  finding TEXT NOT NULL CHECK (json_valid(finding))
) STRICT;
CREATE INDEX findings_by_review ON findings (review_id, id);
CREATE TRIGGER findings_keep BEFORE UPDATE ON findings
BEGIN SELECT RAISE(ABORT, 'findings are immutable'); END;
`,
}
