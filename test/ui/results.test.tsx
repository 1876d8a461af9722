import { describe, expect, test } from 'vitest'
import { LatestMonth } from '../../renderer/features/results/LatestMonth.tsx'
import { MonthsTable } from '../../renderer/features/results/MonthsTable.tsx'
import { SameEyes } from '../../renderer/features/results/SameEyes.tsx'
import { StatusTable } from '../../renderer/parts/figures/StatusTable.tsx'
import type { TrendPoint } from '../../shared/contract/results.ts'
import type { Move } from '../../shared/domain/findings/moves.ts'
import { aFinding } from '../helpers/findings.ts'
import { aLevel, aLine, aResult, someQuality, someResults } from './helpers/facts.ts'
import { expectAccessible, factsIn, rowsOf, show } from './helpers/show.tsx'

const results = someResults()
const latest = (fields: Partial<TrendPoint> = {}): TrendPoint => {
  const point = results.points.at(-1)
  if (!point) throw new Error('no month')
  return { ...point, ...fields }
}
const move = (fields: Partial<Move>): Move => ({ ...aFinding().moves.monthThree, ...fields })

describe('the latest month', () => {
  test('every figure stands beside its own name, with what qualifies it', async () => {
    const { screen } = await show(<LatestMonth segments={[]} point={latest()} />)
    expect(factsIn(screen.container)).toMatchObject({
      Editing: '12.0%',
      'Against month 3': '0.0',
      'Met every standard': '7 of 10',
      'Not fit to send': '1 of 10',
      'Satisfaction, users': '4.2',
      'Satisfaction, reviewer': '3.1',
      Outputs: '10',
      'Without a figure': '1',
    })
    await expectAccessible(screen.container)
  })

  test('a mean of one rating says that it is of one', async () => {
    const { text } = await show(<LatestMonth segments={[]} point={latest()} />)
    expect(text()).toContain('of 5, from 1 rating')
    expect(text()).toContain('of 5, from 10 outputs')
  })

  test('a comparison names its reference, and a move is in points with its verdict', async () => {
    const { moves } = aFinding()
    const monthThree = move({ verdict: 'less', difference: -0.077, noise: 0.05, why: null })
    const finding = aFinding({ moves: { ...moves, monthThree } })
    const { screen, text } = await show(<LatestMonth segments={[]} point={latest({ finding })} />)
    expect(factsIn(screen.container)['Against month 3']).toBe('−7.7')
    expect(text()).toContain('points, more than chance')
    expect(factsIn(screen.container)).toHaveProperty('Against September')
  })

  test('a move away from the months before has their level beside it', async () => {
    const { moves } = aFinding()
    const threeMonths = move({
      ...{ verdict: 'less', difference: -0.05, noise: 0.03, why: null, referenceMean: 0.184, referenceN: 50 },
      months: ['2026-07', '2026-08', '2026-09'],
    })
    const finding = aFinding({ moves: { ...moves, threeMonths } })
    const { screen, text } = await show(<LatestMonth segments={[]} point={latest({ finding })} />)
    expect(factsIn(screen.container)['Three months before']).toBe('18.4%')
    expect(text()).toContain('50 outputs')
  })

  test('the usual range is the one the chart draws', async () => {
    const { month } = latest()
    const months = [month]
    const limits = { state: 'locked' as const, centre: 0.15, low: 0.1, high: 0.2, months }
    const signals = [{ month, kind: 'outside', side: 'above' } as const]
    const drawn = await show(<LatestMonth segments={[{ months, limits, signals }]} point={latest()} />)
    expect(factsIn(drawn.screen.container)['Usual range, locked']).toBe('10–20%')
    expect(drawn.text()).toContain('this month outside')
    const begun = await show(
      <LatestMonth segments={[{ months, limits: null, signals: [] }]} point={latest()} />,
    )
    expect(factsIn(begun.screen.container)).not.toHaveProperty('Usual range, locked')
  })

  test('what cannot be compared says why', async () => {
    const { moves } = aFinding()
    const monthThree = move({
      verdict: 'cannot_be_compared',
      difference: null,
      noise: null,
      why: 'not_settled',
    })
    const finding = aFinding({ moves: { ...moves, monthThree } })
    const { screen, text } = await show(<LatestMonth segments={[]} point={latest({ finding })} />)
    expect(factsIn(screen.container)['Against month 3']).toBe('–')
    expect(text()).toContain('month 3 is not settled yet')
  })

  test('satisfaction nobody gave is left out, not taken from the other', async () => {
    const quality = { ...someQuality, userSatisfaction: { mean: null, n: 0 } }
    const { screen } = await show(
      <LatestMonth segments={[]} point={latest({ finding: aFinding({ quality }) })} />,
    )
    expect(factsIn(screen.container)).not.toHaveProperty('Satisfaction, users')
    expect(factsIn(screen.container)['Satisfaction, reviewer']).toBe('3.1')
  })

  test('an unknown figure says so', async () => {
    const figure = { mean: null, range: null, known: 0, unknown: 10 }
    const { screen } = await show(
      <LatestMonth segments={[]} point={latest({ finding: aFinding({ figure }) })} />,
    )
    expect(factsIn(screen.container).Editing).toBe('Not known')
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
      '7 of 10',
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

  test('a month of another measure says with each figure what it is a share of', async () => {
    const [first, second] = results.points
    if (!first || !second) throw new Error('two months')
    const older = { ...first, result: aResult({}, { measure: 'text' }) }
    const { screen } = await show(<MonthsTable results={someResults({ points: [older, second] })} />)
    const editing = rowsOf(screen.container).map((row) => row[2] ?? '')
    expect(editing[1]).toMatch(/% ?of time$/)
    expect(editing[2]).toMatch(/% ?of text$/)
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
    expect(row.slice(0, 3)).toEqual(['Customer replies', 'On target', '12.3% of timetarget 15%'])
    expect(row[4]).toBe('11.9%')
    expect(row[6]).toBe('7 Dec')
    await expectAccessible(screen.container)
  })

  test('an early sign stands beside On target', async () => {
    const line = aLine({ finding: aFinding({ headline: { kind: 'early_sign' } }) })
    const { screen } = await show(<StatusTable lines={[line]} />)
    expect(rowsOf(screen.container)[1]?.[1]).toBe('On targetEarly sign')
  })

  test('a month 3 that may still move says "so far"', async () => {
    const line = aLine({ finding: aFinding({ monthThree: aLevel(0.119, true) }) })
    const { screen } = await show(<StatusTable lines={[line]} />)
    expect(rowsOf(screen.container)[1]?.[4]).toBe('11.9% so far')
  })

  test('what is not there yet is said, not only drawn', async () => {
    const line = aLine({ finding: null, nextReviewOn: null, spark: [] })
    const { screen, text } = await show(<StatusTable lines={[line]} />)
    expect(rowsOf(screen.container)[1]?.[1]).toBe('No result yet')
    expect(text().match(/None yet/g)).toHaveLength(4)
  })

  test('the process owner and the stage where they are asked for', async () => {
    const { screen } = await show(<StatusTable lines={[aLine({ stage: 'pilot' })]} withOwners />)
    expect(rowsOf(screen.container)[1]?.[0]).toBe('Customer repliesAna Lind · Pilot')
  })

  test('a retired workflow has no status, and its course no colour', async () => {
    const line = aLine({ stage: 'retired', finding: aFinding({ status: 'update_due' }) })
    const { screen } = await show(<StatusTable lines={[line]} />)
    expect(rowsOf(screen.container)[1]?.[1]).toBe('Retired')
    expect(screen.container.querySelector('[data-tone]')).toBeNull()
  })

  test('how many outputs each figure is of, where that differs', async () => {
    const { screen } = await show(<StatusTable lines={[aLine()]} withNumbers />)
    expect(rowsOf(screen.container)[1]?.[2]).toBe('12.3% of time9 outputs, target 15%')
  })

  test('which month each figure is of, where that differs', async () => {
    const line = aLine()
    const { finding } = line
    if (!finding) throw new Error('It has one')
    const earlier = aLine({ workflowId: 2, finding: { ...finding, month: '2026-05' } })
    const { screen } = await show(<StatusTable lines={[line, earlier]} />)
    expect(rowsOf(screen.container)[2]?.[2]).toBe('12.3% of timeMay, target 15%')
  })

  test('a month without a review is a gap in its course, and month 3 a line', async () => {
    const spark = [
      { month: '2026-07', mean: 0.1 },
      { month: '2026-09', mean: 0.12 },
      { month: '2026-10', mean: 0.11 },
    ]
    const { screen } = await show(<StatusTable lines={[aLine({ spark })]} />)
    const path = screen.container.querySelector('svg path[d^="M"]')?.getAttribute('d') ?? ''
    expect(path.replace(/[\d. ]/g, '')).toBe('MML')
    expect(screen.container.querySelector('svg line')).not.toBeNull()
  })

  test('the small chart says from what to what', async () => {
    const { screen } = await show(<StatusTable lines={[aLine()]} />)
    const label = 'Customer replies: editing over 2 reviews, from 14% in September to 12% in October 2026'
    await expect.element(screen.getByRole('img', { name: label })).toBeInTheDocument()
  })
})

describe('is it the AI, or is it me', () => {
  const none = { outputs: 0, sameOutputs: 0, marks: 0, sameMarks: 0 }
  const nine = { outputs: 9, sameOutputs: 7, marks: 45, sameMarks: 41 }

  test('says for this workflow and for all how often the same marks were given, and what that can’t tell', async () => {
    const guide = { own: nine, all: { outputs: 20, sameOutputs: 16, marks: 100, sameMarks: 93 } }
    const { screen, text } = await show(<SameEyes workflowId={1} />, { 'reviews/seenAgain': guide })
    await expect.element(screen.getByRole('heading')).toHaveTextContent('Is it the AI, or is it me?')
    expect(text()).toContain(
      'In this workflow, 7 of 9 outputs got the same marks as the first time (likely 45 to 94%)',
    )
    expect(text()).toContain('In all workflows together, 16 of 20 outputs')
    expect(text()).toContain('It can’t tell whether the marks are right')
    await expectAccessible(screen.container)
  })

  test('says nothing before an output came again', async () => {
    const { screen, text } = await show(<SameEyes workflowId={1} />, {
      'reviews/seenAgain': { own: none, all: none },
    })
    await expect.element(screen.getByRole('heading')).not.toBeInTheDocument()
    expect(text()).toBe('')
  })
})
