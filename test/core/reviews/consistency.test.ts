import { describe, expect, it } from 'vitest'
import { historyOf } from '../../helpers/histories.ts'
import { liveHistory } from '../../helpers/histories-live.ts'
import { contradictions, saidInWorkbook, saidOfChanges, saidOfMonth } from '../../helpers/said-of-month.ts'

/** 200 companies in `npm run test:deep`, otherwise seven, each of another plot. */
const seeds = Array.from({ length: process.env.MODE === 'deep' ? 200 : 7 }, (_, index) => (index * 11) % 200)

describe('everything that speaks of a workflow-month agrees (R0)', () => {
  it.each(seeds)('in the company of seed %i', { timeout: 300_000 }, async (seed) => {
    const history = historyOf(seed)
    const found: string[] = []
    await using app = await liveHistory(history, async (open) => {
      const said = [...(await saidOfMonth(open)), ...(await saidOfChanges(open))]
      found.push(...contradictions(said).map((each) => `${open.clock.today()} ${each}`))
    })
    found.push(...contradictions([...(await saidOfChanges(app)), ...(await saidInWorkbook(app))]))
    expect(found, `seed ${seed}, ${history.plot}`).toEqual([])
  })
})
