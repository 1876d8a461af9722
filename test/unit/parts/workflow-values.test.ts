import { describe, expect, it } from 'vitest'
import {
  fieldsOf,
  firstLines,
  newWorkflowValues,
  problemsOf,
  valuesOf,
  type WorkflowPart,
  type WorkflowValues,
} from '../../../renderer/parts/workflows/workflow-values.ts'

const every: readonly WorkflowPart[] = ['about', 'measure', 'lines']
const filled: WorkflowValues = {
  ...newWorkflowValues(),
  ...firstLines('minutes', 'en-GB'),
  name: 'Customer replies',
  measure: 'text',
}

describe('a workflow as it is typed', () => {
  it('reads numbers in the owner’s notation and leaves empty ones out', () => {
    const typed = { ...filled, measure: 'minutes', byHandMinutes: '12,5', targetLine: '14,5' } as const
    expect(fieldsOf({ ...typed, name: '  Customer replies ' }, 'de-DE')).toEqual({
      name: 'Customer replies',
      purpose: '',
      processOwner: '',
      vendor: '',
      model: '',
      stage: 'production',
      goLiveOn: null,
      retiredOn: null,
      monthlyVolume: null,
      measure: 'minutes',
      byHandMinutes: 12.5,
      targetLine: 0.145,
      updateLine: 0.2,
      sampleSize: 10,
    })
  })

  it('is typed back as it was read', () => {
    const fields = fieldsOf({ ...filled, byHandMinutes: '12,5', monthlyVolume: '1200' }, 'de-DE')
    const stored = { ...fields, id: 1, rev: 1, createdAt: '2026-11-21T08:00:00.000Z', hasReviews: false }
    expect(valuesOf(stored, 'de-DE')).toEqual({ ...filled, byHandMinutes: '12,5', monthlyVolume: '1200' })
  })

  it('can be saved when it is complete', () => {
    expect(problemsOf(filled, every, 'en-GB')).toEqual({})
  })

  it.each([
    [{ name: ' ' }, { name: 'Enter a name for the workflow.' }],
    [{ measure: '' as const }, { measure: 'Choose yes or no.' }],
    [
      { monthlyVolume: 'lots' },
      { monthlyVolume: 'Enter the outputs a month as a whole number, for example 300.' },
    ],
    [
      { measure: 'minutes' as const },
      { byHandMinutes: 'Enter the minutes the job takes with no AI, for example 20.' },
    ],
    [
      { measure: 'minutes' as const, byHandMinutes: 'ten' },
      { byHandMinutes: 'Enter minutes as a number, for example 20 or 12.5.' },
    ],
    [
      { updateLine: '10' },
      { updateLine: 'The update line is below the target. Enter a line at or above it.' },
    ],
    [
      { targetLine: '', measure: 'minutes' as const, byHandMinutes: '20', updateLine: '' },
      { targetLine: 'Enter the target as a percentage between 0.1 and 100, for example 15.' },
    ],
    [{ targetLine: '', updateLine: '' }, {}],
    [
      { updateLine: '' },
      { updateLine: 'Enter the update line as a percentage between 0.1 and 100, for example 20.' },
    ],
    [
      { targetLine: '' },
      { targetLine: 'Enter the target as a percentage between 0.1 and 100, for example 15.' },
    ],
    [{ sampleSize: '2' }, { sampleSize: 'Draw at least 3 outputs.' }],
    [{ sampleSize: '7.5' }, { sampleSize: 'Enter the outputs to draw as a whole number, for example 10.' }],
  ])('with %j says %j', (typed, problems) => {
    expect(problemsOf({ ...filled, ...typed }, every, 'en-GB')).toEqual(problems)
  })

  it('is judged only by the parts that are shown', () => {
    expect(problemsOf({ ...filled, measure: '', updateLine: '10' }, ['about'], 'en-GB')).toEqual({})
  })
})
