import { expect, test } from 'vitest'
import type { HoursAndMoney } from '../../../shared/domain/report/hours.ts'
import { twelveMonths, twelveMonthsWords } from '../../../shared/domain/report/twelve-months.ts'

const risen = (mean: number, low: number, high: number): HoursAndMoney => ({
  editing: { mean: 40, range: null },
  counted: [],
  leftOut: [],
  rise: { mean, range: { low, high }, names: ['Proposals'] },
  payback: null,
})

// By hand: 12 × 17 = 204 less (34 + 46) / 2; 12 × 5 - 46; 12 × 29 - 34.
test('twelve months bring what the rise costs, less the update and the owner’s own hours', () => {
  const worth = twelveMonths(risen(17, 5, 29), 10)
  expect(worth).toEqual({ cost: { low: 34, high: 46 }, net: { mean: 164, low: 14, high: 314 } })
})

test('a rise that may be small may cost more than it brings, and that is said', () => {
  expect(twelveMonths(risen(4, 1, 7), 10)?.net.low).toBe(-34)
  const words = twelveMonthsWords(risen(4, 1, 7), { hourlyCost: null, updateHours: 10 }, 'en-GB')
  expect(words).toContain('about 8 hours (−34 to 50) more')
  expect(words).toContain('It may also take more than it brings.')
})

test('nothing is counted where nothing rose', () => {
  const steady = { ...risen(1, 1, 1), rise: null }
  expect(twelveMonths(steady, 10)).toBeNull()
  expect(twelveMonths(null, 10)).toBeNull()
  const words = twelveMonthsWords(steady, { hourlyCost: null, updateHours: 10 }, 'en-GB')
  expect(words).toMatch(/^Nothing rose beyond chance since month 3, .* It takes 24 to 36 hours of yours/)
})

test('it is said with its range, its money and what it assumes, and promises nothing', () => {
  const cost = { hourlyCost: { amount: 48, currency: 'EUR' }, updateHours: 10 }
  expect(twelveMonthsWords(risen(17, 5, 29), cost, 'en-GB')).toBe(
    'With an update and upkeep, twelve months bring about 164 hours (14 to 314) more than twelve months without, about €7,900, after the 34 to 46 hours they take: the update, and 2 to 3 hours of yours a month. This assumes that the rise in Proposals stays as it is until somebody acts, and that an update brings editing back to month 3. Neither is certain.',
  )
})
