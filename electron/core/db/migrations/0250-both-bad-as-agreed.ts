import type { Migration } from './migration.ts'

/** Results that were revealed while both bad counted as the same stay what they were. */
export const bothBadAsAgreed: Migration = {
  number: 250,
  name: 'both-bad-as-agreed',
  sql: `
UPDATE model_test_workflows SET set_up = json_set(set_up, '$.rule.bothBadIsSame', json('true'))
WHERE test_id IN (SELECT id FROM model_tests WHERE revealed_at IS NOT NULL);
`,
}
