import { describe, expect, it } from 'vitest'
import {
  addDays,
  addMonths,
  addMonthsToDay,
  daysBetween,
  isDay,
  lastDayOf,
  monthOf,
  monthsFrom,
} from '../../../shared/domain/time/dates.ts'

describe('dates', () => {
  it('knows the month of a day', () => {
    expect(monthOf('2026-03-31')).toBe('2026-03')
  })

  it.each([
    ['2026-01', 1, '2026-02'],
    ['2026-12', 1, '2027-01'],
    ['2026-01', -1, '2025-12'],
    ['2026-03', 0, '2026-03'],
    ['2024-02', 24, '2026-02'],
  ])('moves %s by %i months to %s', (month, n, expected) => {
    expect(addMonths(month, n)).toBe(expected)
  })

  it.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2028-01-31', 1, '2028-02-29'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-08-31', 3, '2026-11-30'],
    ['2028-02-29', 12, '2029-02-28'],
    ['2026-05-15', 3, '2026-08-15'],
  ])('moves %s by %i months to %s', (day, n, expected) => {
    expect(addMonthsToDay(day, n)).toBe(expected)
  })

  it.each([
    ['2026-02', '2026-02-28'],
    ['2028-02', '2028-02-29'],
    ['2100-02', '2100-02-28'],
    ['2026-04', '2026-04-30'],
    ['2026-12', '2026-12-31'],
  ])('knows that %s ends on %s', (month, last) => {
    expect(lastDayOf(month)).toBe(last)
  })

  it('adds and counts days across month ends and clock changes', () => {
    expect(addDays('2026-02-27', 3)).toBe('2026-03-02')
    expect(addDays('2026-03-01', -1)).toBe('2026-02-28')
    expect(daysBetween('2026-03-01', '2026-04-01')).toBe(31)
    expect(daysBetween('2026-04-01', '2026-03-01')).toBe(-31)
  })

  it.each([
    ['2026-03-04', true],
    ['2028-02-29', true],
    ['2026-02-29', false],
    ['2026-13-01', false],
    ['2026-3-4', false],
    ['2026-03-04T00:00', false],
    ['20260304', false],
    ['', false],
  ])('says of %j as a day: %s', (text, expected) => {
    expect(isDay(text)).toBe(expected)
  })

  it('lists the months between two, both included', () => {
    expect(monthsFrom('2025-11', '2026-02')).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
    expect(monthsFrom('2026-02', '2026-02')).toEqual(['2026-02'])
    expect(monthsFrom('2026-03', '2026-02')).toEqual([])
  })
})
