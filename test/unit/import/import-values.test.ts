import { describe, expect, it, vi } from 'vitest'
import { looksLikeDay, orderOf, readDay } from '../../../electron/core/import/values/days.ts'
import { readNumber } from '../../../electron/core/import/values/numbers.ts'

describe('readDay', () => {
  it.each([
    ['2026-03-04', '2026-03-04'],
    ['2026-3-4', '2026-03-04'],
    ['2026/03/04', '2026-03-04'],
    ['2026-03-04T12:00:00Z', '2026-03-04'],
    ['2026-03-04 08:15', '2026-03-04'],
    ['20260304', '2026-03-04'],
    [' 04.03.2026 ', '2026-03-04'],
    ['4.3.26', '2026-03-04'],
    ['04/03/2026, 14:02', '2026-03-04'],
    ['25/12/2026', '2026-12-25'],
    ['12/25/2026', '2026-12-25'],
    ['4 March 2026', '2026-03-04'],
    ['4. März 2026', '2026-03-04'],
    ['Mittwoch, 4. März 2026', '2026-03-04'],
    ['March 4, 2026', '2026-03-04'],
    ['Mar 4th, 2026', '2026-03-04'],
    ['04-Mar-26', '2026-03-04'],
    ['Wed, 04 Mar 2026 10:00:00 GMT', '2026-03-04'],
    ['1. Dez. 2026', '2026-12-01'],
    ['15 Sept 2026', '2026-09-15'],
    ['46085', '2026-03-04'],
    ['46085.75', '2026-03-04'],
    ['1772582400', '2026-03-04'],
    ['1772582400000', '2026-03-04'],
    ['1704067350', '2024-01-01'],
    ['29 Feb 2024', '2024-02-29'],
    ['04/Mar/26 11:41 PM', '2026-03-04'],
    ['March 4, 2026 at 11:45 PM', '2026-03-04'],
    ['4. März 2026 um 23:45 Uhr', '2026-03-04'],
    ['Wed 3/4/2026', '2026-04-03'],
    ['Wed Mar 4 12:45:00 2026', '2026-03-04'],
    ['Wed Mar 04 2026 12:00:00 GMT+0000 (Coordinated Universal Time)', '2026-03-04'],
    ['4 mars 2026', '2026-03-04'],
    ['4 de marzo de 2026', '2026-03-04'],
    ['2026-Mar-04', '2026-03-04'],
    ['2026年3月4日', '2026-03-04'],
    ['20260304T120000Z', '2026-03-04'],
    ['12:45, 4 March 2026', '2026-03-04'],
    ['/Date(1772625600000)/', '2026-03-04'],
    ['1772625600.25', '2026-03-04'],
    ['1772625600000000', '2026-03-04'],
    ['1772625600000000000', '2026-03-04'],
    ['1.7726256e12', '2026-03-04'],
  ])('reads %s as %s', (text, day) => {
    expect(readDay(text, 'day-first')).toBe(day)
  })

  it.each([
    '',
    'soon',
    '29 Feb 2026',
    '2026-13-01',
    '31.04.2026',
    '2026',
    '42',
    '0',
    '00/00/2026',
    '4 Marketing 2026',
    '1850-01-01',
    '99999',
  ])('does not take %s for a date', (text) => {
    expect(readDay(text, 'day-first')).toBeNull()
  })

  it('reads a date that fits both orders in the order it is told', () => {
    expect([readDay('03/04/2026', 'day-first'), readDay('03/04/2026', 'month-first')]).toEqual([
      '2026-04-03',
      '2026-03-04',
    ])
  })

  it.each([
    ['Europe/Berlin', '2026-03-05'],
    ['America/New_York', '2026-03-04'],
  ])('gives the owner’s own day where a zone is written (%s)', (zone, day) => {
    vi.stubEnv('TZ', zone)
    const moments = [
      '2026-03-04T23:30:00Z',
      '2026-03-05 00:30:00+01:00',
      'Wed, 04 Mar 2026 23:30:00 GMT',
      'March 4, 2026 at 6:30 PM EST',
      '1772667000',
    ]
    expect(moments.map((text) => readDay(text, 'day-first'))).toEqual(moments.map(() => day))
    expect(readDay('2026-03-04 23:30', 'day-first')).toBe('2026-03-04')
    vi.unstubAllEnvs()
  })

  it('tells a written date from a number that could be one', () => {
    expect(['4 March 2026', '04.03.2026', '46085', '1772582400', 'T-1'].map(looksLikeDay)).toEqual([
      true,
      true,
      false,
      false,
      false,
    ])
  })
})

describe('orderOf', () => {
  it.each([
    ['25/03/2026', 'day-first'],
    ['03/25/2026 10:00', 'month-first'],
    ['03/04/2026', null],
    ['2026-03-25', null],
    ['25/25/2026', null],
  ])('finds that %s is written %s', (text, order) => {
    expect(orderOf(text)).toBe(order)
  })
})

describe('readNumber', () => {
  it.each([
    ['6.5', 6.5],
    ['6,5', 6.5],
    ['15 %', 15],
    ['15,5%', 15.5],
    ['1,234', 1234],
    ['1,234.5', 1234.5],
    ['1.234,5', 1234.5],
    ['1.234.567', 1234567],
    ["1'234", 1234],
    ['-3', -3],
    ['0,125', 0.125],
    ['six', null],
    ['', null],
    ['1e3', null],
    ['3 to 4', null],
  ])('reads %s as %s', (text, number) => {
    expect(readNumber(text)).toBe(number)
  })
})
