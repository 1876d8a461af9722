import { describe, expect, it } from 'vitest'
import { chartShape } from '../../renderer/features/reports/chart-shape.ts'
import { addMonths } from '../../shared/domain/time/dates.ts'

const from = '2025-11'

/** What is drawn of twelve months with these lines, and changes in these months (0 is the first). */
const shapeOf = ({ target = 0.15, update = 0.2, top = 0.4, height = 120, width = 214, changes = [0] } = {}) =>
  chartShape(
    {
      ...{ workflowId: 1, name: 'Replies', status: 'watch', range: null, monthThree: 0.16 },
      markers: changes.map((at, index) => ({ month: addMonths(from, at), number: 97 + index })),
      lines: { target, update },
      months: Array.from({ length: 12 }, (_, n) => ({ month: addMonths(from, n), mean: 0.16 })),
    },
    { top, width, height },
  )

describe('the labels of a report chart', () => {
  const lines = [
    [0.01, 0.02],
    [0.05, 0.1],
    [0.15, 0.2],
    [0.2, 0.26],
    [0.3, 0.39],
    [0.35, 0.4],
    [0.7, 0.8],
  ] as const
  const sizes = [
    [0.4, 120],
    [0.4, 76],
    [0.8, 120],
    [0.8, 76],
    [1, 76],
  ] as const
  const cases = lines.flatMap(([target, update]) =>
    sizes.flatMap(([top, height]) => (update <= top ? [{ target, update, top, height }] : [])),
  )

  it.each(cases)('are apart, and below the changes: %o', (given) => {
    const { labels } = shapeOf(given)
    if (!labels) throw new Error('It has lines')
    expect(labels.target - labels.update).toBeGreaterThanOrEqual(11)
    // A letter is about nine high, a badge ends 21 below the upper edge.
    expect(labels.update - 9).toBeGreaterThan(21)
    expect(labels.target).toBeLessThan(given.height - 20)
  })

  it.each([[[0, 1]], [[0, 1, 2, 3]], [[3, 4, 11]], [[0, 2, 4, 6, 8, 10]], [[0, 5, 11]]])(
    'changes in the months %o are all named, in badges that do not touch',
    (changes) => {
      for (const width of [214, 331, 682]) {
        const { markers } = shapeOf({ changes, width })
        expect(markers.flatMap(({ numbers }) => numbers)).toEqual(changes.map((_, index) => 97 + index))
        for (const [index, badge] of markers.entries()) {
          const next = markers[index + 1]
          if (next) expect(next.x - next.width / 2).toBeGreaterThan(badge.x + badge.width / 2)
        }
      }
    },
  )

  it('each change of a month is named, before or after its dot as its day is', () => {
    const months = Array.from({ length: 12 }, (_, n) => ({ month: addMonths(from, n), mean: 0.16 }))
    const { markers, pieces } = chartShape(
      {
        ...{ workflowId: 1, name: 'Replies', status: 'watch', range: null, monthThree: null, lines: null },
        months,
        markers: [
          { number: 2, month: '2026-05', onDate: '2026-05-03' },
          { number: 3, month: '2026-05', onDate: '2026-05-05' },
          { number: 4, month: '2026-07', onDate: '2026-07-30' },
          { number: 5, month: '2026-09' },
        ],
      },
      { top: 0.4, width: 682, height: 120 },
    )
    expect(markers.map(({ numbers }) => numbers)).toEqual([[2, 3], [4], [5]])
    const dot = (month: string) => pieces[0]?.[months.findIndex((each) => each.month === month)]?.x ?? 0
    const [may, july, september] = markers.map(({ x }) => x)
    expect(may).toBeLessThan(dot('2026-05'))
    expect(july).toBeGreaterThan(dot('2026-07'))
    expect(september).toBe(dot('2026-09'))
  })
})
