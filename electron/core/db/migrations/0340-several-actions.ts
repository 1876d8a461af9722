import type { Migration } from './migration.ts'

/** What else a section's answer asks for: further things to do, each with who does it and by when. */
export const severalActions: Migration = {
  number: 340,
  name: 'several-actions',
  sql: `
ALTER TABLE review_cards ADD COLUMN more TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(more));
`,
}
