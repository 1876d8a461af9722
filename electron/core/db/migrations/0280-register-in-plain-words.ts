import type { Migration } from './migration.ts'

/** What a workflow decides, from what, and how anybody would notice that it goes wrong. */
export const registerInPlainWords: Migration = {
  number: 280,
  name: 'register-in-plain-words',
  sql: `
ALTER TABLE register_entries ADD COLUMN decides TEXT NOT NULL DEFAULT '';
ALTER TABLE register_entries ADD COLUMN decides_from TEXT NOT NULL DEFAULT '';
ALTER TABLE register_entries ADD COLUMN who_is_told TEXT NOT NULL DEFAULT '';
ALTER TABLE data_dependencies ADD COLUMN noticed TEXT NOT NULL DEFAULT '';
`,
}
