import type { Migration } from './migration.ts'

/** How many of the outputs offered in a month were used, where somebody counts it. */
export const outputsUsed: Migration = {
  number: 330,
  name: 'outputs-used',
  sql: `
CREATE TABLE outputs_used (
  workflow_id INTEGER NOT NULL REFERENCES workflows (id) ON DELETE CASCADE,
  month TEXT NOT NULL,
  offered INTEGER NOT NULL CHECK (offered >= 1),
  used INTEGER NOT NULL CHECK (used BETWEEN 0 AND offered),
  PRIMARY KEY (workflow_id, month)
) STRICT, WITHOUT ROWID;
`,
}
