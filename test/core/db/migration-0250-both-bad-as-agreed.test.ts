import { expect, it } from 'vitest'
import { schemaVersion } from '../../../electron/core/db/schema.ts'
import { companyOf0110 } from '../../helpers/company-0110.ts'

it('step 250, both-bad-as-agreed, keeps what a company has', async () => {
  await using app = await companyOf0110()
  expect(app.inspect(schemaVersion)).toBeGreaterThanOrEqual(250)
  const rules = app.inspect((db) =>
    db
      .prepare(`SELECT revealed_at IS NOT NULL AS seen, set_up ->> '$.rule.bothBadIsSame' AS same
        FROM model_test_workflows JOIN model_tests ON id = test_id ORDER BY seen DESC`)
      .all(),
  )
  expect(rules).toEqual([{ seen: 1, same: 1 }])
  expect(app.inspect((db) => db.pragma('foreign_key_check'))).toEqual([])
})
