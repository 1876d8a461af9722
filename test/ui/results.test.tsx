import { describe, expect, test } from 'vitest'
import { LatestMonth } from '../../renderer/features/results/LatestMonth.tsx'
import { MonthsTable } from '../../renderer/features/results/MonthsTable.tsx'
import { StatusTable } from '../../renderer/parts/figures/StatusTable.tsx'
import type { TrendPoint } from '../../shared/contract/results.ts'
import { formatPoints } from '../../shared/domain/format.ts'
import { aLine, aResult, someResults } from './helpers/facts.ts'
import { expectAccessible, factsIn, rowsOf, show } from './helpers/show.tsx'

const results = someResults()
const latest = (fields: Partial<TrendPoint> = {}): TrendPoint => ({
  reviewId: 32,
  month: '2026-10',
  finishedOn: '2026-11-05',
  drawMethod: 'random',
  result: aResult(),
  ...fields,
})

describe('the latest month', () => {
  test('every figure stands beside its own name', async () => {
    const { screen } = await show(<LatestMonth point={latest()} results={results} />)
    expect(factsIn(screen.container)).toEqual({
      Editing: '12.3%',
      'Likely range': expect.stringMatching(/^8.*17/),
      'Against month 3': formatPoints(0.023, 'en-GB'),
      'Standards met': '90%',
      'Not fit to send': '1 of 10',
      'Satisfaction, users': '4.2 of 5',
      'Satisfaction, reviewer': '3.1 of 5',
      Outputs: '10, random',
      'Without a figure': '1',
    })
    await expectAccessible(screen.container)
  })

  test('a fall against month 3 has a minus', async () => {
    const below = someResults({ monthThree: { month: '2026-02', mean: 0.2, isProvisional: false } })
    const { screen } = await show(<LatestMonth point={latest()} results={below} />)
    expect(factsIn(screen.container)['Against month 3']).toBe(formatPoints(-0.077, 'en-GB'))
  })

  test.each([
    ['provisional', { monthThree: { month: '2026-02', mean: 0.1, isProvisional: true } }],
    ['this very month', { monthThree: { month: '2026-10', mean: 0.1, isProvisional: false } }],
    ['not there', { monthThree: null }],
    ['by another measure', { measure: 'text' }],
  ] as const)('no difference to a month 3 that is %s', async (_name, fields) => {
    const { screen } = await show(<LatestMonth point={latest()} results={someResults(fields)} />)
    expect(factsIn(screen.container)).not.toHaveProperty('Against month 3')
  })

  test('satisfaction nobody gave is left out, not taken from the other', async () => {
    const result = aResult({ satisfactionUsers: null })
    const { screen } = await show(<LatestMonth point={latest({ result })} results={results} />)
    expect(factsIn(screen.container)).not.toHaveProperty('Satisfaction, users')
    expect(factsIn(screen.container)['Satisfaction, reviewer']).toBe('3.1 of 5')
  })

  test('an unknown figure says so', async () => {
    const result = aResult({}, { mean: null, low: null, high: null })
    const { screen } = await show(<LatestMonth point={latest({ result })} results={results} />)
    expect(factsIn(screen.container).Editing).toBe('Not known')
    expect(factsIn(screen.container)).not.toHaveProperty('Likely range')
  })
})

describe('the run chart as a table', () => {
  test('newest month first, each with its figures', async () => {
    const { screen } = await show(<MonthsTable results={results} />)
    const rows = rowsOf(screen.container)
    expect(rows.map((row) => row[0])).toEqual(['Month', 'October 2026', 'September 2026'])
    expect(rows[1]).toEqual([
      'October 2026',
      'On target',
      '12.3%',
      expect.stringMatching(/^8.*17/),
      '90%',
      '9',
    ])
    expect(rows[2]?.slice(1, 3)).toEqual(['Watch', '18.0%'])
    await expectAccessible(screen.container)
  })

  test('a month opens its own review', async () => {
    const { screen } = await show(<MonthsTable results={results} />)
    const link = screen.getByRole('link', { name: 'October 2026' }).element()
    expect(link.getAttribute('href')).toMatch(/\/review\/32\/done$/)
  })

  test('a month of another measure brings the column that names it', async () => {
    const [first, second] = results.points
    if (!first || !second) throw new Error('two months')
    const older = { ...first, result: aResult({}, { measure: 'text' }) }
    const { screen } = await show(<MonthsTable results={someResults({ points: [older, second] })} />)
    expect(rowsOf(screen.container).map((row) => row[6])).toEqual(['Measure', 'Minutes', 'Text changed'])
  })

  test('outputs chosen by hand are called so', async () => {
    const byHand = someResults({ points: [latest({ drawMethod: 'by_hand' })] })
    const { screen } = await show(<MonthsTable results={byHand} />)
    expect(rowsOf(screen.container)[1]?.[5]).toMatch(/^9 .*hand/)
  })
})

describe('the table of workflows', () => {
  test('status, figure, range, month 3 and the next review', async () => {
    const { screen } = await show(<StatusTable lines={[aLine()]} />)
    const row = rowsOf(screen.container)[1] ?? []
    expect(row.slice(0, 3)).toEqual(['Customer replies', 'On target', '12.3% of time'])
    expect(row[4]).toBe('11.9%')
    expect(row[6]).toBe('7 Dec')
    await expectAccessible(screen.container)
  })

  test('a month 3 that may still move says "so far"', async () => {
    const line = aLine({ monthThree: { month: '2026-10', mean: 0.119, isProvisional: true } })
    const { screen } = await show(<StatusTable lines={[line]} />)
    expect(rowsOf(screen.container)[1]?.[4]).toBe('11.9% so far')
  })

  test('what is not there yet is said, not only drawn', async () => {
    const line = aLine({ latest: null, monthThree: null, nextReviewOn: null, status: null, spark: [] })
    const { screen, text } = await show(<StatusTable lines={[line]} />)
    expect(rowsOf(screen.container)[1]?.[1]).toBe('No result yet')
    expect(text().match(/None yet/g)).toHaveLength(4)
  })

  test('the process owner and the stage where they are asked for', async () => {
    const { screen } = await show(<StatusTable lines={[aLine({ stage: 'pilot' })]} withOwners />)
    expect(rowsOf(screen.container)[1]?.slice(1, 3)).toEqual(['Ana Lind', 'Pilot'])
  })

  test('the small chart says from what to what', async () => {
    const { screen } = await show(<StatusTable lines={[aLine()]} />)
    const label = 'Customer replies: editing over 2 reviews, from 14% in September to 12% in October 2026'
    await expect.element(screen.getByRole('img', { name: label })).toBeInTheDocument()
  })
})
