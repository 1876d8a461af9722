import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  formatDay,
  formatMinutes,
  formatMonth,
  formatMonthName,
  formatNearDay,
  formatNumber,
  formatPoints,
  formatRange,
  formatShare,
  formatShortDay,
  formatWholeShare,
  parseNumber,
  roundFigure,
  shownDifference,
} from '../../../shared/domain/format.ts'

const plain = (text: string) => text.replace(/[\u00A0\u202F]/g, ' ')

describe('roundFigure', () => {
  it.each([
    [0.1785, 3, 0.179],
    [0.1495, 3, 0.15],
    [1.005, 2, 1.01],
    [0.14949, 3, 0.149],
    [-0.1785, 3, -0.179],
    [-0.0001, 3, 0],
    [2.5, 0, 3],
  ])('rounds %d to %i decimals: %d', (value, decimals, expected) => {
    expect(roundFigure(value, decimals)).toBe(expected)
  })

  it('gives the figure on screen and in a spreadsheet alike', () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (share) => {
        expect(formatShare(share, 'en-GB')).toBe(`${(roundFigure(share, 3) * 100).toFixed(1)}%`)
      }),
    )
  })
})

describe('figures', () => {
  it.each([
    [0.178, 'en-GB', '17.8%'],
    [0.178, 'de-DE', '17,8 %'],
    [0, 'en-US', '0.0%'],
    [1.5, 'en-US', '150.0%'],
  ])('shows %d in %s as %s', (share, locale, expected) => {
    expect(plain(formatShare(share, locale))).toBe(expected)
  })

  it.each([
    [0.2176, 0.1244, '\u22129.4 points'],
    [0.2184, 0.1243, '\u22129.4 points'],
    [0.137, 0.1785, '+4.2 points'],
    [0.1785, 0.1785, '0.0 points'],
    [0.1, 0.10049, '0.0 points'],
    [0.1, 0.1004, '0.0 points'],
    [0.14951, 0.15049, '0.0 points'],
    [0.14949, 0.15051, '+0.2 points'],
  ])('a difference from %f to %f is that of the figures beside it', (from, to, expected) => {
    expect(formatPoints(shownDifference(from, to), 'en-GB')).toBe(expected)
    const shown = (share: number) => Number.parseFloat(formatShare(share, 'en-GB'))
    const byHand = Math.round((shown(to) - shown(from)) * 10) / 10
    expect(Number.parseFloat(expected.replace('\u2212', '-'))).toBe(byHand)
  })

  it('shows whole per cents, ranges and points', () => {
    expect(formatWholeShare(0.2, 'en-GB')).toBe('20%')
    expect(formatRange(0.112, 0.2449, 'en-GB')).toBe('11–24%')
    expect(plain(formatRange(0.112, 0.25, 'de-DE'))).toBe('11–25 %')
    expect(formatRange(0.1, 0.101, 'en-GB')).toBe('10%')
    expect(formatRange(0, 0.085, 'en-GB')).toBe('0–9%')
    expect(formatPoints(0.109, 'en-GB')).toBe('+10.9 points')
    expect(formatPoints(-0.0205, 'de-DE')).toBe('\u22122,1 points')
    expect(formatPoints(0.0004, 'en-GB')).toBe('0.0 points')
    expect(formatNumber(12345.65, 1, 'en-US')).toBe('12,345.7')
  })

  it.each([
    [0, '0 min'],
    [52, '52 min'],
    [60, '1 h'],
    [65, '1 h 05'],
    [130, '2 h 10'],
    [119.6, '2 h'],
  ])('shows %d minutes as %s', (minutes, expected) => {
    expect(formatMinutes(minutes)).toBe(expected)
  })
})

describe('dates', () => {
  it.each([
    ['en-GB', 'March 2026', 'March', '4 March 2026', '30 Nov'],
    ['en-US', 'March 2026', 'March', 'March 4, 2026', 'Nov 30'],
    ['de-DE', 'März 2026', 'März', '4. März 2026', '30. Nov.'],
  ])('read as people in %s write them', (locale, month, monthName, day, shortDay) => {
    expect([
      formatMonth('2026-03', locale),
      formatMonthName('2026-03', locale),
      formatDay('2026-03-04', locale),
      formatShortDay('2026-11-30', locale),
    ]).toEqual([month, monthName, day, shortDay])
  })

  it.each([
    ['2026-09-05', '5 Sept'],
    ['2025-12-31', '31 Dec 2025'],
    ['2027-01-01', '1 Jan 2027'],
  ])('name the year only where it is another one: %s', (day, words) => {
    expect(formatNearDay(day, '2026-11-21', 'en-GB')).toBe(words)
  })
})

describe('parseNumber', () => {
  it.each([
    ['6,5', 'de-DE', 6.5],
    ['6.5', 'de-DE', 6.5],
    ['6,5', 'en-GB', 6.5],
    ['6.5', 'en-GB', 6.5],
    [' 6 ', 'en-GB', 6],
    ['.5', 'en-GB', 0.5],
    ['-2,5', 'de-DE', -2.5],
    ['1,234', 'en-US', 1234],
    ['1,234', 'de-DE', 1.234],
    ['1.234', 'de-DE', 1234],
    ['1.234', 'en-US', 1.234],
    ['0.125', 'de-DE', 0.125],
    ['1.234,5', 'en-US', 1234.5],
    ['1,234.5', 'de-DE', 1234.5],
    ['1.234.567', 'en-US', 1234567],
    ['1 234,5', 'fr-FR', 1234.5],
    ['1’234.5', 'de-CH', 1234.5],
    ['six', 'en-GB', null],
    ['6 min', 'en-GB', null],
    ['', 'en-GB', null],
    ['.', 'en-GB', null],
    ['1,2,3', 'en-GB', null],
    ['1.2,3.4', 'en-GB', null],
    ['6.', 'en-GB', null],
    ['1e3', 'en-GB', null],
  ])('reads %j in %s as %s', (text, locale, expected) => {
    expect(parseNumber(text, locale)).toBe(expected)
  })

  it('reads back what a locale writes', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -9_999_999, max: 9_999_999 }),
        fc.constantFrom('en-US', 'en-GB', 'de-DE', 'fr-FR'),
        (tenths, locale) => {
          expect(parseNumber(formatNumber(tenths / 10, 1, locale), locale)).toBe(tenths / 10)
        },
      ),
    )
  })
})
