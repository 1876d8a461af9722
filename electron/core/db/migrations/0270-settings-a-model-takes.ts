import type { Migration } from './migration.ts'

/** The settings a model takes, as the owner says; null: as Evenkeel knows it. */
export const settingsAModelTakes: Migration = {
  number: 270,
  name: 'settings-a-model-takes',
  sql: `
ALTER TABLE model_prices ADD COLUMN takes TEXT;
`,
}
