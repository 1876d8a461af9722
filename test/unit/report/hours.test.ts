import { describe, expect, test } from 'vitest'
import type { Move } from '../../../shared/domain/findings/moves.ts'
import { hoursAndMoney, type WorkedWorkflow } from '../../../shared/domain/report/hours.ts'
import { hoursAssumptions, hoursFacts, moneyWords } from '../../../shared/domain/report/hours-words.ts'
import { aFinding } from '../../helpers/findings.ts'

const steady = aFinding()

function worked(
  fields: Partial<WorkedWorkflow> & { mean?: number; low?: number; high?: number; move?: Partial<Move> },
): WorkedWorkflow {
  const { mean = 0.1, low = 0.05, high = 0.15, move, ...rest } = fields
  const finding = aFinding({
    measure: 'minutes',
    figure: { mean, range: { low, high }, known: 10, unknown: 0 },
    moves: { ...steady.moves, monthThree: { ...steady.moves.monthThree, ...move } },
  })
  return { name: 'Proposals', volume: 60, byHandMinutes: 175, finding, ...rest }
}

const risen = { verdict: 'more', difference: 0.097, noise: 0.07 } as const
const proposals = worked({ mean: 0.246, low: 0.18, high: 0.31, move: risen })
const adverts = worked({
  name: 'Job adverts',
  volume: 22,
  byHandMinutes: 60,
  mean: 0.178,
  low: 0.11,
  high: 0.25,
})
const replies: WorkedWorkflow = {
  name: 'Replies',
  volume: 640,
  byHandMinutes: null,
  finding: aFinding({ measure: 'text' }),
}

describe('hours at the volume of each workflow', () => {
  // Worked out by hand: 60 × 175 / 60 = 175 h and 22 h; 43.05 + 3.92; half-widths √(11.55² + 1.50²), √(11.2² + 1.58²).
  test('add up, and their ranges as squares', () => {
    const all = hoursAndMoney([proposals, adverts], { updateHours: 11 })
    expect(all?.editing.mean).toBeCloseTo(46.97, 2)
    expect(all?.editing.range?.low).toBeCloseTo(35.32, 1)
    expect(all?.editing.range?.high).toBeCloseTo(58.28, 1)
  })

  test('a rise counts only where it is more than chance, and an update pays back from it', () => {
    const all = hoursAndMoney([proposals, adverts], { updateHours: 11 })
    expect(all?.rise?.names).toEqual(['Proposals'])
    expect(all?.rise?.mean).toBeCloseTo(16.98, 2)
    expect(all?.payback?.mean).toBeCloseTo(11 / 16.975, 3)
    expect(all?.payback?.high).toBeCloseTo(11 / 4.725, 3)
    const same = worked({ move: { ...risen, verdict: 'about_the_same' } })
    expect(hoursAndMoney([same], { updateHours: 11 })).toMatchObject({ rise: null, payback: null })
  })

  test('a rise that may be nothing has no longest time to pay back', () => {
    const unsure = worked({ move: { ...risen, noise: 0.2 } })
    expect(hoursAndMoney([unsure], { updateHours: 11 })?.payback?.high).toBeNull()
  })

  test('text is not time, and what is not known is left out by name', () => {
    const unknown = worked({ name: 'Offers', volume: null })
    expect(hoursAndMoney([proposals, replies, unknown], { updateHours: 11 })?.leftOut).toEqual([
      { name: 'Replies', why: 'text' },
      { name: 'Offers', why: 'no_volume' },
    ])
    expect(hoursAndMoney([replies], { updateHours: 11 })).toBeNull()
  })

  test('a month without a range has hours without one', () => {
    const few = worked({})
    few.finding.figure.range = null
    expect(hoursAndMoney([few, proposals], { updateHours: 11 })?.editing.range).toBeNull()
  })
})

test('hours are said with their range, money only with a price, and with what they were counted', () => {
  const all = hoursAndMoney([proposals, adverts, replies], { updateHours: 11 })
  if (!all) throw new Error('nothing counted')
  expect(hoursFacts(all, { amount: 48, currency: 'EUR' }, 'en-GB')).toEqual([
    { figure: '47 hours a month (35 to 58)', meaning: 'go into editing, about €2,300' },
    { figure: '17 hours of them (5 to 29)', meaning: 'are the rise in Proposals since month 3, about €810' },
    { figure: '3 weeks (2 to 10)', meaning: 'until an update of 11 hours pays back' },
  ])
  expect(hoursFacts(all, null, 'en-GB')[0]?.meaning).toBe('go into editing')
  expect(hoursAssumptions(all, { amount: 48, currency: 'EUR' }, 'en-GB')).toBe(
    'Counted with Proposals: 60 a month at 175 minutes by hand; Job adverts: 22 a month at 60 minutes by hand; €48 an hour. It pays back if editing returns to month 3. Left out: Replies (text changed is not time).',
  )
})

test('money does not say more than its hours hold', () => {
  expect(moneyWords(2254.5, 'EUR', 'en-GB')).toBe('€2,300')
  expect(moneyWords(48, 'EUR', 'en-GB')).toBe('€48')
})
