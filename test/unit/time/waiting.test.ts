import { describe, expect, it } from 'vitest'
import { clockDoubt, impossibleClock } from '../../../shared/domain/time/clock-words.ts'
import { stateOfWait, waitFrom } from '../../../shared/domain/time/waiting.ts'

const wait = { from: '2026-11-20', until: '2026-12-20' }

describe('a wait of 30 days', () => {
  it.each<[string, string, string[], string]>([
    ['before its end', '2026-12-19', ['2026-11-20'], 'waits'],
    ['at its end, said by today alone', '2026-12-20', ['2026-11-20'], 'waits'],
    ['after its end, said by today alone', '2026-12-21', ['2026-11-20'], 'waits'],
    ['after its end, with work since', '2026-12-21', ['2026-11-20', '2026-12-20'], 'over'],
    ['after a summer without work', '2027-08-01', ['2026-11-20', '2027-07-31'], 'over'],
    ['a year later at one leap', '2027-11-20', ['2026-11-20', '2027-11-19'], 'doubtful'],
    ['in 2099', '2099-12-31', ['2026-11-20', '2099-12-30'], 'doubtful'],
    ['a day before it began', '2026-11-19', ['2026-11-20'], 'waits'],
    ['in 1970', '1970-01-02', ['2026-11-20'], 'doubtful'],
  ])('%s', (_, today, workedOn, state) => expect(stateOfWait(wait, today, workedOn)).toBe(state))

  it('begins with the last day of work where the clock was set back since', () => {
    const lastOf = (days: string[]) => (to: string) => days.findLast((day) => day <= to) ?? null
    expect(waitFrom('2026-11-20', 30, lastOf([]))).toEqual(wait)
    expect(waitFrom('2026-10-20', 30, lastOf(['2026-11-19', '2026-11-20']))).toEqual(wait)
    expect(waitFrom('2026-11-20', 30, lastOf(['2099-12-31']))).toEqual(wait)
  })
})

describe('the computer’s clock', () => {
  it('is doubted where it says what cannot be, or leaps', () => {
    expect(clockDoubt('2026-11-20T09:30:00.000Z', '2026-11-19T18:00:00.000Z')).toBeNull()
    expect(clockDoubt('2026-11-20T09:30:00.000Z', null)).toBeNull()
    // Over the date line, or a year away.
    expect(clockDoubt('2026-11-20T09:30:00.000Z', '2026-11-21T18:00:00.000Z')).toBeNull()
    expect(clockDoubt('2026-11-20T09:30:00.000Z', '2025-11-19T18:00:00.000Z')).toBeNull()
    expect(clockDoubt('2025-11-20T09:30:00.000Z', '2026-11-20T18:00:00.000Z')).toBe(
      "This computer's clock says 20 November 2025, and Evenkeel was last at work on 20 November 2026. If that is wrong, set it right: due dates follow it. Nothing you saved is touched by it.",
    )
    expect(clockDoubt('1970-01-01T00:00:00.000Z', null)).toContain('says 1 January 1970. If that is wrong')
  })

  it('keeps a company from being set up in 1970 or 2099', () => {
    expect(impossibleClock('2026-11-20T09:30:00.000Z')).toBeNull()
    expect(impossibleClock('1970-01-01T00:00:00.000Z')).toContain('1 January 1970')
    expect(impossibleClock('2099-12-31T00:00:00.000Z')).toContain('31 December 2099')
  })
})
