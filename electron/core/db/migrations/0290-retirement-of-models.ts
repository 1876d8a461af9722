import type { Migration } from './migration.ts'

/** The day a model is retired: by the owner, or by the list of models that was asked for. */
export const retirementOfModels: Migration = {
  number: 290,
  name: 'retirement-of-models',
  sql: `
CREATE TABLE model_retirements (
  model TEXT PRIMARY KEY,
  retires_on TEXT NOT NULL,
  source TEXT NOT NULL CHECK (source IN ('owner', 'provider'))
) STRICT;
`,
}
