import type { Migration } from './migration.ts'

/** The last day a retired workflow was in use: of earlier ones the day the log says they were retired. */
export const retiredOn: Migration = {
  number: 300,
  name: 'retired-on',
  sql: `
ALTER TABLE workflows ADD COLUMN retired_on TEXT;
UPDATE workflows SET retired_on = coalesce(
  (SELECT max(substr(at, 1, 10)) FROM audit
    WHERE entity = 'workflow' AND entity_id = CAST(workflows.id AS TEXT)
      AND json_extract(after, '$.stage') = 'retired'
      AND coalesce(json_extract(before, '$.stage'), '') <> 'retired'),
  substr(created_at, 1, 10))
WHERE stage = 'retired';
`,
}
