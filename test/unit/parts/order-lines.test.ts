import { describe, expect, it } from 'vitest'
import {
  mostPressingFirst,
  sameNumber,
  sortLines,
  sparkScale,
} from '../../../renderer/parts/figures/order-lines.ts'
import { aFinding } from '../../helpers/findings.ts'
import { aLine } from '../../ui/helpers/facts.ts'

const figure = (mean: number | null, known = 10) => ({ mean, range: null, known, unknown: 0 })
const names = (lines: readonly { name: string }[]) => lines.map(({ name }) => name)
const lines = [
  aLine({
    name: 'Zebra',
    finding: aFinding({ status: 'on_target', figure: figure(0.1) }),
    nextReviewOn: '2026-12-07',
  }),
  aLine({
    name: 'Älg',
    finding: aFinding({ status: 'update_due', figure: figure(0.3) }),
    nextReviewOn: null,
  }),
  aLine({ name: 'Bear', finding: null, nextReviewOn: '2026-11-07' }),
  aLine({ name: 'Crow', stage: 'retired', finding: aFinding({ status: 'update_due', figure: figure(0.4) }) }),
  aLine({ name: 'Deer', finding: aFinding({ status: 'watch', figure: figure(null) }) }),
]

describe('the rows of a table of workflows', () => {
  it('stand with what needs the owner first, and a retired one last whatever its last status', () => {
    expect(names(mostPressingFirst(lines))).toEqual(['Älg', 'Deer', 'Bear', 'Zebra', 'Crow'])
  })

  it.each([
    ['name', true, ['Älg', 'Bear', 'Crow', 'Deer', 'Zebra']],
    ['editing', false, ['Crow', 'Älg', 'Zebra', 'Bear', 'Deer']],
    ['editing', true, ['Zebra', 'Älg', 'Crow', 'Bear', 'Deer']],
  ] as const)('sorted by %s, ascending %s, with what is not known last', (by, isAscending, expected) => {
    expect(names(sortLines(lines, { by, isAscending }, 'de'))).toEqual(expected)
  })

  it('have one scale: months to the newest of all, shares to the highest', () => {
    const spark = (...points: [string, number][]) => points.map(([month, mean]) => ({ month, mean }))
    const scale = sparkScale([
      aLine({ spark: spark(['2026-08', 0.1], ['2026-10', 0.55]) }),
      aLine({ spark: spark(['2026-09', 0.2]) }),
    ])
    expect(scale).toEqual({ months: ['2026-08', '2026-09', '2026-10'], top: 0.55 })
    expect(sparkScale([])).toEqual({ months: [], top: 0.3 })
  })

  it('say the number of outputs once where it is the same', () => {
    expect(sameNumber(lines)).toBe(10)
    expect(sameNumber([...lines, aLine({ finding: aFinding({ figure: figure(0.2, 9) }) })])).toBeNull()
    expect(sameNumber([])).toBeNull()
  })
})
