import type { Migration } from './migration.ts'

/** The checksums of all rows, added up by table (db/row-sums.ts). Filled when the database is opened. */
export const rowSums: Migration = {
  number: 220,
  name: 'row-sums',
  sql: `
CREATE TABLE row_sums (
  name TEXT PRIMARY KEY,
  schema INTEGER NOT NULL,
  row_count INTEGER NOT NULL,
  sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
`,
}
