import { describe, expect, it } from 'vitest'
import { createLinks } from '../../../electron/hosts/browser/links.ts'

const minute = 60_000

describe('one-time links', () => {
  it('has codes of 256 bits, each different', () => {
    const links = createLinks(() => 0)
    const codes = [links.issue(), links.issue(), links.issue()]
    expect(new Set(codes).size).toBe(3)
    expect(codes.map((code) => Buffer.from(code, 'base64url').length)).toEqual([32, 32, 32])
  })

  it('keeps the first link until it is used', () => {
    let now = 0
    const links = createLinks(() => now)
    const first = links.issue()
    now = 1000 * minute
    expect([links.redeem(first), links.redeem(first)]).toEqual([true, false])
  })

  it.each([
    [10 * minute - 1, true],
    [10 * minute, false],
  ])('a later link after %i ms: %s', (age, isGood) => {
    let now = 5
    const links = createLinks(() => now)
    links.issue()
    const later = links.issue()
    now += age
    expect(links.redeem(later)).toBe(isGood)
  })

  it('using one leaves the others', () => {
    const links = createLinks(() => 0)
    const [first, second] = [links.issue(), links.issue()]
    expect([links.redeem(second), links.redeem('guess'), links.redeem(first)]).toEqual([true, false, true])
  })
})
