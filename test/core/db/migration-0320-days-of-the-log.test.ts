import { expect, it } from 'vitest'
import { createBinRepository } from '../../../electron/core/features/bin/repository.ts'
import { companyOf0110 } from '../../helpers/company-0110.ts'

it('step 320, days-of-the-log: the days of work are found in an index, and are those of the log', async () => {
  await using app = await companyOf0110()
  app.inspect((db) => {
    const days = db
      .prepare<[], string>('SELECT DISTINCT substr(at, 1, 10) FROM audit ORDER BY 1')
      .pluck()
      .all()
    const { workedOn, lastWorkedOnTo } = createBinRepository(db)
    const [first = '', second = ''] = days
    expect(days.length).toBeGreaterThan(2)
    expect(workedOn(first)).toEqual(days)
    expect(workedOn(second)).toEqual(days.slice(1))
    expect(lastWorkedOnTo('2099-12-31')).toBe(days.at(-1))
    expect(lastWorkedOnTo(first)).toBe(first)
    expect(lastWorkedOnTo('1999-12-31')).toBeNull()
  })
})

it('reads no row of the log for them', async () => {
  await using app = await companyOf0110()
  app.inspect((db) => {
    const read = db
      .prepare<[], { detail: string }>(
        "EXPLAIN QUERY PLAN SELECT min(substr(at, 1, 10)) FROM audit WHERE substr(at, 1, 10) > '2026-01-01'",
      )
      .all()
    expect(read.map(({ detail }) => detail)).toEqual([expect.stringContaining('audit_by_day')])
  })
})
