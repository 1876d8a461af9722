import { expect, it } from 'vitest'
import { schemaVersion } from '../../../electron/core/db/schema.ts'
import { companyOf0110 } from '../../helpers/company-0110.ts'

it('step 260, bin, keeps what a company has', async () => {
  await using app = await companyOf0110()
  expect(app.inspect(schemaVersion)).toBeGreaterThanOrEqual(260)
  expect(app.inspect((db) => db.pragma('foreign_key_check'))).toEqual([])
  const numbered = app.inspect((db) => db.prepare('SELECT name, seq FROM sqlite_sequence').all())
  for (const name of ['workflows', 'imports'])
    expect(numbered).toContainEqual({
      name,
      seq: app.inspect((db) => db.prepare(`SELECT max(id) FROM ${name}`).pluck().get()),
    })
})
