import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { type CalendarSeries, calendarFile } from '../../../electron/core/export/calendar.ts'
import type { SeriesTime } from '../../../shared/contract/calendar.ts'
import {
  foundationRhythm,
  isSameRhythm,
  monthlyRhythm,
  seriesDates,
  seriesWords,
  weekdayOf,
} from '../../../shared/domain/time/calendar.ts'
import { physicalLines, readCalendar } from '../../helpers/calendar.ts'

const lastTuesday = { week: -1, weekday: 2 } as const

function aSeries(overrides: Partial<CalendarSeries> = {}): CalendarSeries {
  return {
    ...lastTuesday,
    everyMonths: 1,
    firstOn: '2026-11-24',
    lastOn: null,
    uid: '5d0c8f0e-6b3f-4b53-9f5c-1f2c8a4f7e11@evenkeel',
    sequence: 0,
    summary: 'Evenkeel: monthly quality review',
    startsAt: '09:00',
    zone: 'Europe/Berlin',
    stamp: '2026-11-21T09:30:00.000Z',
    ...overrides,
  }
}

describe('the nth weekday of a month', () => {
  it.each([
    ['2026-11', 1, 7, '2026-11-01'],
    ['2026-11', 1, 1, '2026-11-02'],
    ['2026-11', 2, 2, '2026-11-10'],
    ['2026-11', 4, 1, '2026-11-23'],
    ['2026-11', -1, 1, '2026-11-30'],
    ['2026-11', -1, 2, '2026-11-24'],
    ['2026-12', 4, 2, '2026-12-22'],
    ['2026-12', -1, 2, '2026-12-29'],
    ['2028-02', -1, 2, '2028-02-29'],
    ['2027-02', -1, 7, '2027-02-28'],
  ] as const)('of %s, week %i, weekday %i, is %s', (month, week, weekday, expected) => {
    expect(weekdayOf(month, { week, weekday })).toBe(expected)
  })
})

describe('the rhythm of a series', () => {
  it.each([
    ['2026-11-01', '2026-11-24'],
    ['2026-11-24', '2026-11-24'],
    ['2026-11-25', '2026-12-29'],
    ['2026-12-30', '2027-01-26'],
  ])('of the monthly review, seen on %s, begins on %s', (today, firstOn) => {
    expect(monthlyRhythm(lastTuesday, today)).toEqual({
      ...lastTuesday,
      everyMonths: 1,
      firstOn,
      lastOn: null,
    })
  })

  const goLive = '2026-03-04'
  it.each([
    ['next month of the monthly phase', '2026-04-04', goLive, '2026-03-10', [1, '2026-03-31', '2026-08-25']],
    ['its last month', '2026-09-04', goLive, '2026-08-20', [1, '2026-08-25', '2026-08-25']],
    ['its last date gone by', '2026-09-04', goLive, '2026-08-30', [3, '2026-11-24', null]],
    ['the first quarter after it', '2026-12-04', goLive, '2026-11-21', [3, '2026-11-24', null]],
    ['due before today in this month', '2026-06-04', goLive, '2026-06-20', [1, '2026-06-30', '2026-08-25']],
    ['overdue within the phase', '2026-06-04', goLive, '2026-07-02', [1, '2026-07-28', '2026-08-25']],
    ['overdue from the phase', '2026-09-04', goLive, '2026-10-02', [3, '2026-11-24', null]],
    ['a quarter overdue', '2026-12-04', goLive, '2027-01-02', [3, '2027-02-23', null]],
    ['go-live on a month’s end', '2026-09-30', '2026-08-31', '2026-09-01', [1, '2026-09-29', '2027-01-26']],
    ['agreed on, with nothing live', '2027-01-12', null, '2026-11-21', [3, '2026-12-29', null]],
  ] as const)('of the Foundation review: %s', (_what, due, newestGoLive, today, expected) => {
    const { everyMonths, firstOn, lastOn } = foundationRhythm(lastTuesday, { due, newestGoLive, today })
    expect([everyMonths, firstOn, lastOn]).toEqual(expected)
  })

  it.each([
    ['a later beginning', { firstOn: '2027-02-23' }, true],
    ['another month of the quarter', { firstOn: '2026-12-29' }, false],
    ['another weekday', { weekday: 3 }, false],
    ['another week', { week: 2 }, false],
    ['another rhythm', { everyMonths: 1 }, false],
    ['an end', { lastOn: '2027-02-23' }, false],
  ] as const)('is told apart by its dates: %s', (_what, other, expected) => {
    const rhythm = { ...lastTuesday, everyMonths: 3, firstOn: '2026-11-24', lastOn: null } as const
    expect(isSameRhythm(rhythm, { ...rhythm, ...other })).toBe(expected)
  })

  it.each([
    [
      { week: -1, weekday: 2, startsAt: '09:00', everyMonths: 1 },
      'en-GB',
      'Every month on the last Tuesday at 09:00',
    ],
    [
      { week: 2, weekday: 7, startsAt: '14:30', everyMonths: 3 },
      'en-GB',
      'Every three months on the second Sunday at 14:30',
    ],
    [
      { week: 1, weekday: 1, startsAt: '09:00', everyMonths: 1 },
      'de',
      'Every month on the first Montag at 09:00',
    ],
  ] as const)('is said in words', (series, locale, words) => {
    expect(seriesWords(series, locale)).toBe(words)
  })
})

describe('a calendar file', () => {
  it('holds one event with all that a calendar needs, and nobody invited', () => {
    const read = readCalendar(calendarFile(aSeries({ sequence: 3 })))
    expect({ ...read, calendar: null, event: null, occurrences: null }).toEqual({
      calendar: null,
      event: null,
      occurrences: null,
      eventCount: 1,
      zoneNames: ['Europe/Berlin'],
      method: 'PUBLISH',
      uid: '5d0c8f0e-6b3f-4b53-9f5c-1f2c8a4f7e11@evenkeel',
      sequence: 3,
      summary: 'Evenkeel: monthly quality review',
      hours: 2,
      alarm: { action: 'DISPLAY', trigger: '-P1D' },
      attendees: 0,
      rule: 'FREQ=MONTHLY;BYDAY=-1TU',
    })
  })

  it('names its maker, version, stamp and zone as the standard writes them', () => {
    const lines = physicalLines(calendarFile(aSeries()))
    expect(lines[0]).toBe('BEGIN:VCALENDAR')
    expect(lines.at(-1)).toBe('END:VCALENDAR')
    for (const line of [
      'VERSION:2.0',
      'PRODID:-//Evenkeel//Evenkeel//EN',
      'METHOD:PUBLISH',
      'DTSTAMP:20261121T093000Z',
      'DTSTART;TZID=Europe/Berlin:20261124T090000',
      'DTEND;TZID=Europe/Berlin:20261124T110000',
    ]) {
      expect(lines.filter((found) => found === line)).toEqual([line])
    }
  })

  it.each([
    ['Europe/Berlin', ['2027-02-23T08:00', '2027-03-30T07:00', '2027-10-26T07:00', '2027-11-30T08:00']],
    ['America/New_York', ['2027-02-23T14:00', '2027-03-30T13:00', '2027-10-26T13:00', '2027-11-30T14:00']],
    ['Asia/Tokyo', ['2027-02-23T00:00', '2027-03-30T00:00', '2027-10-26T00:00', '2027-11-30T00:00']],
  ])('in %s stays at nine across the clock changes', (zone, inUtc) => {
    const found = readCalendar(calendarFile(aSeries({ zone }))).occurrences(13)
    expect(new Set(found.map(({ local }) => local.slice(11)))).toEqual(new Set(['09:00']))
    expect(found.map(({ utc }) => utc)).toEqual(expect.arrayContaining(inUtc))
  })

  it('of a quarterly series falls every third month', () => {
    const read = readCalendar(calendarFile(aSeries({ week: 2, everyMonths: 3, firstOn: '2026-12-08' })))
    expect(read.rule).toBe('FREQ=MONTHLY;INTERVAL=3;BYDAY=2TU')
    expect(read.occurrences(4).map(({ local }) => local)).toEqual([
      '2026-12-08T09:00',
      '2027-03-09T09:00',
      '2027-06-08T09:00',
      '2027-09-14T09:00',
    ])
  })

  it.each(['Europe/Berlin', 'America/New_York', 'Pacific/Auckland', 'UTC', 'Nowhere/Else'])(
    'ends with the last date of its rhythm in %s, that date included',
    (zone) => {
      const text = calendarFile(aSeries({ zone, lastOn: '2027-02-23', startsAt: '22:30' }))
      expect(
        readCalendar(text)
          .occurrences(99)
          .map(({ local }) => local),
      ).toEqual(['2026-11-24T22:30', '2026-12-29T22:30', '2027-01-26T22:30', '2027-02-23T22:30'])
    },
  )

  it('gives the end in UTC beside a zone, as the standard asks', () => {
    expect(calendarFile(aSeries({ lastOn: '2027-02-23' }))).toContain('UNTIL=20270223T225959Z')
  })

  it.each(['Europe/Stockholm', 'Asia/Calcutta'])(
    'keeps the name of a zone that shares its rules: %s',
    (zone) => {
      const text = calendarFile(aSeries({ zone }))
      expect(readCalendar(text).zoneNames).toEqual([zone])
      expect(physicalLines(text)).toEqual(
        expect.arrayContaining([`X-LIC-LOCATION:${zone}`, `DTSTART;TZID=${zone}:20261124T090000`]),
      )
    },
  )

  it('in UTC needs no zone, and stays at nine', () => {
    const text = calendarFile(aSeries({ zone: 'UTC', lastOn: '2027-10-26' }))
    const read = readCalendar(text)
    expect(read.zoneNames).toEqual([])
    expect(physicalLines(text)).toContain('DTSTART:20261124T090000Z')
    expect(text).toContain('UNTIL=20271026T235959Z')
    expect(new Set(read.occurrences(12).map(({ utc }) => utc.slice(11)))).toEqual(new Set(['09:00']))
  })

  it.each(['Nowhere/Else', '+02:00', ''])(
    'in a zone without published rules (%j) has the times of the reader’s own clock',
    (zone) => {
      const text = calendarFile(aSeries({ zone, lastOn: '2027-01-26' }))
      expect(readCalendar(text).zoneNames).toEqual([])
      const lines = physicalLines(text)
      expect(lines).toContain('DTSTART:20261124T090000')
      expect(lines).toContain('DTEND:20261124T110000')
      expect(text).toContain('UNTIL=20270126T235959')
      expect(text).not.toContain('UNTIL=20270126T235959Z')
    },
  )

  it('ends on the next day when it begins late in the evening', () => {
    const read = readCalendar(calendarFile(aSeries({ startsAt: '23:00' })))
    expect(read.event.endDate.toString()).toBe('2026-11-25T01:00:00')
  })

  const zones = [
    'Europe/Berlin',
    'America/New_York',
    'Asia/Kolkata',
    'Australia/Sydney',
    'UTC',
    'Pacific/Apia',
  ]
  it('has the dates of our own rule, in lines of at most 75 octets, for any zone, weekday and week', () => {
    fc.assert(
      fc.property(
        fc.record({
          zone: fc.constantFrom(...zones),
          week: fc.constantFrom<SeriesTime['week']>(1, 2, 3, 4, -1),
          weekday: fc.integer({ min: 1, max: 7 }),
          everyMonths: fc.constantFrom<1 | 3>(1, 3),
          // From four in the morning on no clock is changed.
          startsAt: fc.integer({ min: 4, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:15`),
          month: fc
            .record({ year: fc.integer({ min: 2026, max: 2035 }), month: fc.integer({ min: 1, max: 12 }) })
            .map(({ year, month }) => `${year}-${String(month).padStart(2, '0')}`),
          summary: fc
            .string({ unit: 'grapheme', minLength: 1, maxLength: 120 })
            .filter((text) => text === text.trim() && !/\p{Cc}/u.test(text)),
        }),
        ({ month, zone, startsAt, summary, ...time }) => {
          const rhythm = { ...time, firstOn: weekdayOf(month, time), lastOn: null }
          const text = calendarFile(aSeries({ ...rhythm, zone, startsAt, summary }))
          const lines = physicalLines(text)
          expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([])
          const read = readCalendar(text)
          expect(read.summary).toBe(summary)
          const found = read.occurrences(12)
          expect(found.map(({ local }) => local)).toEqual(
            seriesDates(rhythm, 12).map((day) => `${day}T${startsAt}`),
          )
          expect(found.map(({ utc }) => utc)).toEqual(
            seriesDates(rhythm, 12).map((day) =>
              Temporal.PlainDateTime.from(`${day}T${startsAt}`)
                .toZonedDateTime(zone)
                .toInstant()
                .toString()
                .slice(0, 16),
            ),
          )
        },
      ),
      { numRuns: 150 },
    )
  })
})
