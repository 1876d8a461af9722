import type { Migration } from './migration.ts'

/**
 * Months that are skipped with a reason. A review is due in the month after its own from now on: on the 7th in a new
 * company; one that has stood at "end of month" keeps the last day of the month itself.
 */
export const skippedMonths: Migration = {
  number: 160,
  name: 'skipped-months',
  sql: `
CREATE TABLE skipped_months (
  workflow_id INTEGER NOT NULL REFERENCES workflows (id),
  month TEXT NOT NULL,
  reason TEXT NOT NULL,
  skipped_at TEXT NOT NULL,
  PRIMARY KEY (workflow_id, month)
) STRICT, WITHOUT ROWID;
UPDATE preferences SET review_day = 7 WHERE NOT EXISTS (SELECT 1 FROM company);
`,
}
