import { describe, expect, it } from 'vitest'
import { formatDayOfYear } from '../../shared/domain/format.ts'
import { seriesMonth, weekdayOf } from '../../shared/domain/time/calendar.ts'
import { foundationDue } from '../../shared/domain/time/foundation-due.ts'
import { heldWords, monthWords } from '../../shared/domain/time/month-words.ts'
import {
  heldAndMissed,
  type MonthFacts,
  type MonthlyDue,
  monthAfterImport,
  monthlyDue,
  monthsOfRows,
  nextMonth,
  oldestOpenMonth,
  upcomingMonths,
  workflowMonths,
} from '../../shared/domain/time/months.ts'
import { latestWeek } from '../../shared/domain/time/series-dates.ts'

const facts: MonthFacts = {
  goLiveOn: '2025-09-01',
  companyStartOn: '2026-08-20',
  endedOn: null,
  begun: [],
  finished: ['2026-08', '2026-09'],
  skipped: [],
  due: 7,
  today: '2026-11-12',
}

describe('monthlyDue', () => {
  it.each<[string, MonthlyDue, string]>([
    ['2026-10', 7, '2026-11-07'],
    ['2026-10', 5, '2026-11-05'],
    ['2026-12', 7, '2027-01-07'],
    ['2026-01', 31, '2026-02-28'],
    ['2028-01', 30, '2028-02-29'],
    ['2026-03', 31, '2026-04-30'],
    ['2026-10', 'last_day', '2026-10-31'],
    ['2028-02', 'last_day', '2028-02-29'],
  ])('%s, due %s: %s', (month, due, day) => expect(monthlyDue(month, due)).toBe(day))
})

describe('workflowMonths', () => {
  it('on 12 November the undone October leads, five days overdue; November is open beside it', () => {
    const months = workflowMonths(facts)
    expect(months.map(({ month, state, daysOverdue }) => [month, state, daysOverdue])).toEqual([
      ['2026-08', 'finished', 0],
      ['2026-09', 'finished', 0],
      ['2026-10', 'open', 5],
      ['2026-11', 'open', 0],
    ])
    const oldest = oldestOpenMonth(months)
    expect(oldest && monthWords(oldest, facts.today, 'en-GB')).toBe(
      'October review, due 7 November, 5 days overdue',
    )
    expect(nextMonth(months, facts)).toEqual({ month: '2026-10', due: '2026-11-07' })
  })

  it('keeps a missed month open for ever, until it is skipped with a reason', () => {
    const missed = {
      ...facts,
      companyStartOn: '2026-03-01',
      finished: ['2026-03', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10'],
    }
    expect(oldestOpenMonth(workflowMonths(missed))?.month).toBe('2026-04')
    const skipped = workflowMonths({
      ...missed,
      skipped: [{ month: '2026-04', reason: 'Everyone on leave' }],
    })
    expect(oldestOpenMonth(skipped)?.month).toBe('2026-11')
    const april = skipped.find(({ month }) => month === '2026-04')
    expect(april && monthWords(april, facts.today, 'en-GB')).toBe('April review, skipped: Everyone on leave')
  })

  it.each([
    ['the company starts long after go-live', '2025-09-01', '2026-08-20', '2026-08'],
    ['the workflow goes live later', '2026-10-15', '2026-08-20', '2026-10'],
    ['there is no go-live date', null, '2026-08-20', '2026-08'],
  ])('begins with the later day: %s', (_, goLiveOn, companyStartOn, first) => {
    const months = workflowMonths({ ...facts, goLiveOn, companyStartOn, finished: [] })
    expect(months[0]?.month).toBe(first)
  })

  it('a workflow that goes live later has no month yet, and the next one is that month', () => {
    const later = { ...facts, goLiveOn: '2027-02-01', finished: [] }
    expect(workflowMonths(later)).toEqual([])
  })

  it('an earlier month that was begun is open, and not overdue', () => {
    const [first] = workflowMonths({ ...facts, begun: ['2026-02'] })
    expect(first).toMatchObject({ month: '2026-02', state: 'open', isHistory: true, daysOverdue: 0 })
  })

  it('lets months before the start be filled from history, never overdue, and none after the end', () => {
    const months = workflowMonths({ ...facts, finished: ['2026-02'], endedOn: '2026-10-03' })
    expect(months.map(({ month, isHistory }) => [month, isHistory])).toEqual([
      ['2026-02', true],
      ['2026-08', false],
      ['2026-09', false],
      ['2026-10', false],
    ])
  })

  it('on the due day itself nothing is overdue', () => {
    const october = workflowMonths({ ...facts, today: '2026-11-07' }).find(({ month }) => month === '2026-10')
    expect(october?.daysOverdue).toBe(0)
    expect(october && monthWords(october, '2026-11-07', 'en-GB')).toBe('October review, due today')
  })

  it('a month that a clock that ran ahead began or finished leads to none', () => {
    const done = [...facts.finished, '2026-10', '2026-11']
    for (const ahead of [{ finished: [...done, '2099-01'] }, { finished: done, begun: ['2099-01'] }])
      expect(nextMonth(workflowMonths({ ...facts, ...ahead }), facts)).toEqual({
        month: '2026-12',
        due: '2027-01-07',
      })
  })

  it('counts held, skipped and missed months of a period', () => {
    const months = workflowMonths({
      ...facts,
      companyStartOn: '2026-06-01',
      skipped: [{ month: '2026-07', reason: 'Move' }],
    })
    const counts = heldAndMissed(months, { from: '2026-06', to: '2026-11' })
    expect(counts).toEqual({ held: 2, skipped: 1, missed: 2 })
    expect(heldWords(counts)).toBe('2 of 5 months reviewed, 1 skipped, 2 missed')
  })

  it('lists the reviews due in the next 90 days', () => {
    const upcoming = upcomingMonths(workflowMonths(facts), { ...facts, until: '2027-02-10' })
    expect(upcoming).toEqual([
      { month: '2026-11', due: '2026-12-07' },
      { month: '2026-12', due: '2027-01-07' },
      { month: '2027-01', due: '2027-02-07' },
    ])
  })
})

describe('an import', () => {
  it('on 12 November leads to October, where its 25 rows went', () => {
    const rows = monthsOfRows(
      Array.from({ length: 25 }, () => '2026-10-14'),
      '2026-11',
    )
    expect(rows).toEqual([{ month: '2026-10', rows: 25 }])
    expect(monthAfterImport(rows, workflowMonths(facts))).toBe('2026-10')
  })

  it('sends undated rows where asked, and leads to the oldest open month that got any', () => {
    const rows = monthsOfRows([null, '2026-09-30', '2026-11-01', null], '2026-10')
    expect(rows).toEqual([
      { month: '2026-09', rows: 1 },
      { month: '2026-10', rows: 2 },
      { month: '2026-11', rows: 1 },
    ])
    expect(monthAfterImport(rows, workflowMonths(facts))).toBe('2026-10')
  })

  it('into closed months only leads to the one that got most', () => {
    const rows = [
      { month: '2026-08', rows: 3 },
      { month: '2026-09', rows: 4 },
    ]
    expect(monthAfterImport(rows, workflowMonths(facts))).toBe('2026-09')
    expect(monthAfterImport([], workflowMonths(facts))).toBeNull()
  })
})

describe('foundationDue', () => {
  const reference = {
    newestGoLive: '2026-06-01',
    lastHeldOn: '2026-09-01',
    knownSince: '2026-06-01',
    agreedOn: null,
  }
  const options = { today: '2026-09-20', hasFoundation: true, triggers: [] }

  it('monthly in the first six months after go-live, quarterly later', () => {
    expect(foundationDue(reference, options)).toMatchObject({
      on: '2026-10-01',
      cadence: 'monthly',
      state: 'ahead',
    })
    const later = foundationDue(
      { ...reference, lastHeldOn: '2026-12-01' },
      { ...options, today: '2026-12-20' },
    )
    expect(later).toMatchObject({ on: '2027-03-01', cadence: 'quarterly' })
  })

  it.each([
    ['2026-09-23', 'ahead', 0],
    ['2026-09-24', 'soon', 0],
    ['2026-10-01', 'due', 0],
    ['2026-10-06', 'overdue', 5],
  ])('on %s it is %s', (today, state, daysOverdue) =>
    expect(foundationDue(reference, { ...options, today })).toMatchObject({ state, daysOverdue }),
  )

  it('a trigger on its own day leaves it due', () => {
    const due = foundationDue(reference, { ...options, today: '2026-10-01', triggers: ['feedback:3'] })
    expect(due).toMatchObject({ state: 'due', openedBy: ['feedback:3'] })
  })

  it('none is due before there is a Foundation', () => {
    expect(
      foundationDue(reference, { ...options, hasFoundation: false, triggers: ['update_due'] }),
    ).toBeNull()
  })

  it('keeps its day where it is due within a week anyway', () => {
    const due = foundationDue(reference, { ...options, today: '2026-09-26', triggers: ['feedback:3'] })
    expect(due).toMatchObject({ on: '2026-10-01', state: 'soon', openedBy: ['feedback:3'] })
  })

  it('a trigger opens it today, and does not move one that is overdue', () => {
    const triggers = ['update_due:1:2026-09']
    expect(foundationDue(reference, { ...options, triggers })).toMatchObject({
      on: '2026-09-20',
      state: 'triggered',
    })
    expect(foundationDue(reference, { ...options, today: '2026-10-06', triggers })).toMatchObject({
      on: '2026-10-01',
      state: 'overdue',
      openedBy: triggers,
    })
  })
})

describe('a calendar series', () => {
  it.each<[MonthlyDue, ReturnType<typeof latestWeek>]>([
    [7, { week: 1, inMonth: 'following' }],
    [13, { week: 1, inMonth: 'following' }],
    [14, { week: 2, inMonth: 'following' }],
    [31, { week: 4, inMonth: 'following' }],
    [5, { week: -1, inMonth: 'reviewed' }],
    [6, { week: -1, inMonth: 'reviewed' }],
    ['last_day', { week: -1, inMonth: 'reviewed' }],
  ])('due %s: at the latest %o', (due, week) => expect(latestWeek(due)).toEqual(week))

  it('never falls after the due day, for any weekday and any month of ten years', () => {
    for (let at = 0; at < 120; at++) {
      const month = `${2026 + Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}`
      for (const due of [5, 7, 14, 21, 31, 'last_day'] as const) {
        const day = monthlyDue(month, due)
        const weekday = (at % 7) + 1
        const { week } = latestWeek(due)
        // No date of a month comes after its last day.
        const held = due === 'last_day' ? month : seriesMonth(day, week)
        const date = weekdayOf(held, { week, weekday })
        expect(date <= day && date > month).toBe(true)
      }
    }
  })

  it('a Foundation review due 10 August is placed before it, not on 25 August', () => {
    const held = (week: 1 | 4) => weekdayOf(seriesMonth('2026-08-10', week), { week, weekday: 2 })
    expect(held(4)).toBe('2026-07-28')
    expect(held(1)).toBe('2026-08-04')
  })
})

describe('formatDayOfYear', () => {
  it('leaves out the year of today', () => {
    expect(formatDayOfYear('2026-11-07', '2026-11-12', 'en-GB')).toBe('7 November')
    expect(formatDayOfYear('2027-01-07', '2026-11-12', 'en-GB')).toBe('7 January 2027')
  })
})
