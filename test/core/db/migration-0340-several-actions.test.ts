import { expect, it } from 'vitest'
import { schemaVersion } from '../../../electron/core/db/schema.ts'
import { companyOf0110 } from '../../helpers/company-0110.ts'

it('step 340, several-actions, keeps what a company has', async () => {
  await using app = await companyOf0110()
  expect(app.inspect(schemaVersion)).toBeGreaterThanOrEqual(340)
  expect(app.inspect((db) => db.pragma('foreign_key_check'))).toEqual([])
})
