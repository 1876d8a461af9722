import { afterAll, describe, expect, it } from 'vitest'
import { createDateObserver } from '../../../electron/core/import/columns/date-order.ts'
import { readDuration, unitIn } from '../../../electron/core/import/values/durations.ts'
import { createImportFolder } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

function facts(dates: readonly string[], today = '2026-11-28') {
  const observer = createDateObserver(today)
  for (const [index, date] of dates.entries()) observer.add(date, index + 2)
  return observer.facts()
}

describe('the order of day and month in a column', () => {
  it.each<[string, string[], string, string]>([
    ['an impossible month', ['03/04/2026', '25/04/2026'], 'day-first', 'proven'],
    ['an impossible day', ['02/04/2026', '02/25/2026'], 'month-first', 'proven'],
    ['the future', ['10/12/2026', '11/12/2026'], 'month-first', 'proven'],
    [
      'days that lie close together',
      ['3/4/2026', '3/5/2026', '3/6/2026', '3/7/2026'],
      'month-first',
      'likely',
    ],
    ['days that lie close together', ['01/02/2026', '02/02/2026', '03/02/2026'], 'day-first', 'likely'],
    ['nothing', ['05/05/2026'], 'day-first', 'none'],
    ['nothing', ['2026-03-04', '4 March 2026'], 'day-first', 'none'],
    ['both orders, more of one', ['25/01/2026', '26/01/2026', '01/27/2026'], 'day-first', 'contradicted'],
  ])('is told by %s: %j', (_, dates, order, evidence) => {
    expect(facts(dates)).toMatchObject({ order, evidence })
  })

  it('shows two dates that fit both, of different months, as each order reads them', () => {
    expect(facts(['10/5/2026', '10/6/2026', '11/3/2026'], '2026-12-31').examples).toEqual([
      { row: 2, text: '10/5/2026', readings: { 'day-first': '2026-05-10', 'month-first': '2026-10-05' } },
      { row: 4, text: '11/3/2026', readings: { 'day-first': '2026-03-11', 'month-first': '2026-11-03' } },
    ])
  })

  it('names the rows that contradict it, and what became of them', async () => {
    const lines = ['25/01/2026', '26/01/2026', '01/27/2026'].map(
      (date, row) => `${date},Dear Ms ${'ABC'[row]}`,
    )
    const file = folder.file('a.csv', `Date,AI text\n${lines.join('\n')}\n`)
    const { dates } = await folder.preview(file)
    const { rows, problems } = await folder.read(file)
    expect(dates[0]?.against).toEqual({ count: 1, rows: [4] })
    expect(rows.map(({ occurredOn }) => occurredOn)).toEqual(['2026-01-25', '2026-01-26', '2026-01-27'])
    expect(problems).toEqual([
      {
        row: 4,
        column: 'Date',
        kept: true,
        reason:
          '"01/27/2026" only makes sense with the month first, unlike the other dates. It was read as 2026-01-27: check it.',
      },
    ])
  })
})

describe('a duration', () => {
  it.each([
    ['6.5', 'minutes', 6.5],
    ['90', 'seconds', 1.5],
    ['1.5', 'hours', 90],
    ['3 min', 'seconds', 3],
    ['2,5 min.', 'minutes', 2.5],
    ['1h 5m', 'minutes', 65],
    ['45 s', 'minutes', 0.75],
    ['0:03:30', 'minutes', 3.5],
    ['3:30', 'minutes', 3.5],
    ['PT3M30S', 'minutes', 3.5],
    ['15 %', 'minutes', null],
    ['soon', 'minutes', null],
  ] as const)('%s in %s is %s minutes', (text, unit, minutes) => {
    expect(readDuration(text, unit)).toBe(minutes)
  })

  it.each([
    ['edit_time_s', 'seconds'],
    ['Minutes to edit', 'minutes'],
    ['latency (ms)', 'milliseconds'],
    ['Korrekturminuten', 'minutes'],
    ['edit time', null],
    ['status', null],
  ])('the name %s says %s', (name, unit) => {
    expect(unitIn(name)).toBe(unit)
  })

  it.each<[string, number, number | null]>([
    ['How many minutes did you need to edit it?', 4, 4],
    ['editing_seconds', 120, 2],
    ['Time spent editing (s)', 90, 1.5],
    ['minutes', 7, 7],
    ['First reply time in minutes', 37, null],
    ['First resolution time in minutes', 300, null],
    ['Full call minutes', 12, null],
    ['Wait time before edit (minutes)', 12, null],
    ['edit time', 90_000, null],
    ['Agent handle time, minutes', 9, null],
  ])('under %s, %s is %s minutes of editing', async (name, value, minutes) => {
    const file = folder.file('a.csv', `AI text;${name}\nDear Ms Ito;${value}\nDear Mr Sen;${value}\n`)
    expect((await folder.read(file)).rows.map(({ editMinutes }) => editMinutes)).toEqual([minutes, minutes])
  })
})
