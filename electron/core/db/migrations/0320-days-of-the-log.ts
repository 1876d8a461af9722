import type { Migration } from './migration.ts'

/** The Bin asks on which days work was done, at every deletion and backup: found without reading the log. */
export const daysOfTheLog: Migration = {
  number: 320,
  name: 'days-of-the-log',
  sql: `
CREATE INDEX audit_by_day ON audit (substr(at, 1, 10));
`,
}
