import { describe, expect, it } from 'vitest'
import { chartShape } from '../../renderer/features/reports/chart-shape.ts'
import { addMonths } from '../../shared/domain/time/dates.ts'

const size = { top: 0.8, width: 214, height: 76 }

const shapeOf = (monthThree: number) =>
  chartShape(
    {
      ...{ workflowId: 1, name: 'Replies', status: 'watch', range: null, markers: [], monthThree },
      lines: { target: 0.15, update: 0.2 },
      months: Array.from({ length: 12 }, (_, n) => ({ month: addMonths('2025-11', n), mean: monthThree })),
    },
    size,
  )

describe('the label of the month-3 level', () => {
  it.each([0.02, 0.1, 0.16, 0.2, 0.25, 0.35, 0.43, 0.6])('is read beside the others at %d', (level) => {
    const { monthThree, labels } = shapeOf(level)
    const label = monthThree?.label ?? Number.NaN
    for (const other of [labels?.update ?? 0, labels?.target ?? 0])
      expect(Math.abs(label - other)).toBeGreaterThanOrEqual(11)
    expect(label).toBeGreaterThan(0)
    expect(label).toBeLessThan(size.height)
  })
})
