import { describe, expect, it } from 'vitest'
import { createTypedCodes, isTyped } from '../../../electron/hosts/browser/typed-codes.ts'

const minute = 60_000

function codesAt(start = 0) {
  const clock = { now: start }
  return { clock, codes: createTypedCodes(() => clock.now) }
}

describe('a code that is typed', () => {
  it('has eight digits, and opens once, with or without its space', () => {
    const { codes, clock } = codesAt()
    const shown = codes.issue() ?? ''
    expect(shown).toMatch(/^\d{4} \d{4}$/)
    expect([codes.redeem(shown.replace(' ', '')), codes.redeem(shown)]).toEqual([true, false])
    clock.now = minute
    expect(codes.redeem(codes.issue() ?? '')).toBe(true)
  })

  it('is good for five minutes', () => {
    for (const [age, isGood] of [[5 * minute - 1, true] as const, [5 * minute, false] as const]) {
      const { codes, clock } = codesAt()
      const shown = codes.issue() ?? ''
      clock.now = age
      expect(codes.redeem(shown)).toBe(isGood)
    }
  })

  it('is spent by five wrong guesses', () => {
    const { codes } = codesAt()
    const shown = codes.issue() ?? ''
    for (let guess = 0; guess < 5; guess += 1) expect(codes.redeem('no')).toBe(false)
    expect(codes.redeem(shown)).toBe(false)
  })

  it('is asked for once in ten seconds, and the newest one counts', () => {
    const { codes, clock } = codesAt()
    const first = codes.issue() ?? ''
    expect(codes.issue()).toBeUndefined()
    clock.now = 10_000
    const second = codes.issue() ?? ''
    expect(second === first ? [] : [codes.redeem(first), codes.redeem(second)]).toEqual([false, true])
  })

  it('is told from the code of a link', () => {
    expect([isTyped('1234 5678'), isTyped('1'.repeat(43)), isTyped('12a4')]).toEqual([true, false, false])
  })
})
