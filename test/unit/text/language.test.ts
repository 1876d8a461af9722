import { describe, expect, it } from 'vitest'
import { formatDay, formatShare } from '../../../shared/domain/format.ts'
import { writtenLocale } from '../../../shared/domain/language.ts'

describe('the language of dates and numbers', () => {
  it.each([
    ['en-US', 'en-US'],
    ['en-GB', 'en-GB'],
    ['en-AU', 'en-AU'],
    ['en-CA', 'en-CA'],
    ['en-IE', 'en-IE'],
    ['en', 'en-GB'],
    ['en-NZ', 'en-GB'],
    ['de-DE', 'en-GB'],
    ['fr-CA', 'en-CA'],
    ['zh-Hant-TW', 'en-GB'],
    ['*', 'en-GB'],
    ['not a tag', 'en-GB'],
    ['', 'en-GB'],
    [undefined, 'en-GB'],
  ])('a system in %s writes as %s', (system, written) => {
    expect(writtenLocale(system)).toBe(written)
  })

  it('keeps months English for a German system, and the month first for an American one', () => {
    expect(formatDay('2026-03-04', writtenLocale('de-DE'))).toBe('4 March 2026')
    expect(formatDay('2026-03-04', writtenLocale('en-US'))).toBe('March 4, 2026')
    expect(formatShare(0.178, writtenLocale('de-DE'))).toBe('17.8%')
  })
})
