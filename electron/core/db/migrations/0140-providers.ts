import type { Migration } from './migration.ts'

/** Several providers: prices, requests and the sides of a model test say which one. So far there was one. */
export const providers: Migration = {
  number: 140,
  name: 'providers',
  sql: `
CREATE TABLE prices (
  provider TEXT NOT NULL,
  model TEXT NOT NULL,
  input REAL NOT NULL,
  output REAL NOT NULL,
  as_of TEXT NOT NULL,
  PRIMARY KEY (provider, model)
) STRICT, WITHOUT ROWID;
INSERT INTO prices SELECT 'anthropic', model, input, output, as_of FROM model_prices;
DROP TABLE model_prices;
ALTER TABLE prices RENAME TO model_prices;

ALTER TABLE sent_requests ADD COLUMN provider TEXT NOT NULL DEFAULT 'anthropic';

UPDATE model_test_workflows SET set_up = json_set(set_up,
  '$.current.provider', 'anthropic', '$.candidate.provider', 'anthropic');
`,
}
