import type { Migration } from './migration.ts'

/**
 * Outputs that came again: what an import added to outputs that were here, so that it can be taken back. Which
 * columns of a remembered file were empty, so that they are offered once they have values.
 */
export const completedOutputs: Migration = {
  number: 210,
  name: 'completed-outputs',
  sql: `
CREATE TABLE output_completions (
  import_id INTEGER NOT NULL REFERENCES imports (id),
  output_id INTEGER NOT NULL REFERENCES outputs (id),
  before TEXT NOT NULL CHECK (json_valid(before)),
  after TEXT NOT NULL CHECK (json_valid(after)),
  text_sha_before BLOB NOT NULL,
  text_sha_after BLOB NOT NULL,
  PRIMARY KEY (import_id, output_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX output_completions_by_output ON output_completions (output_id, import_id);
CREATE INDEX outputs_by_external_id ON outputs (workflow_id, external_id) WHERE external_id IS NOT NULL;
ALTER TABLE imports ADD COLUMN completed_count INTEGER NOT NULL DEFAULT 0;
-- 1: an output was recognised by everything it says; 2: by its source and ID.
ALTER TABLE imports ADD COLUMN identity_rule INTEGER NOT NULL DEFAULT 1 CHECK (identity_rule IN (1, 2));
ALTER TABLE column_mappings ADD COLUMN empty_columns TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(empty_columns));
`,
}
