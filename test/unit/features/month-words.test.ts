import { describe, expect, test } from 'vitest'
import { doneWords, outputWords, sizeWords } from '../../../renderer/parts/tasks/words.ts'
import type { ReviewTask } from '../../../shared/contract/reviews/reviews.ts'

const task = (state: ReviewTask['state'], total = 10, secondLookCount = 0): ReviewTask => ({
  ...{ workflowId: 1, workflowName: 'Replies', state, reviewId: 1, done: total, total, againCount: 0 },
  ...{ secondLookCount, outputCount: 40, obstacle: null, skipReason: null, result: null, status: null },
  secondLook: null,
})

/** What is counted of a month: with its second looks, without what was skipped. */
describe('the size of a month', () => {
  test.each<[ReviewTask[], number, number, string]>([
    [[task('completed'), task('completed')], 20, 0, '2 workflows, 10 outputs each'],
    [
      [task('completed', 30, 20), task('completed')],
      ...[40, 20, '2 workflows, 40 outputs, 20 of them in a second look'],
    ] as [ReviewTask[], number, number, string],
    [[task('completed'), task('skipped')], 10, 0, '1 workflow, 10 outputs'],
    [[task('completed', 1)], 1, 0, '1 workflow, 1 output'],
  ])('is said as Done counts it', (tasks, total, secondLookCount, said) => {
    expect(sizeWords({ tasks, total, secondLookCount })).toBe(said)
  })

  test('stands in the list of the months', () => {
    expect(outputWords(40, { secondLookCount: 20 })).toBe('40 outputs, 20 of them in a second look')
  })
})

test.each<[ReviewTask['state'][], string]>([
  [['completed'], '1 of 1 workflow done'],
  [['completed', 'not_started'], '1 of 2 workflows done'],
  [['completed', 'skipped'], '1 of 2 workflows done, 1 skipped'],
])('how far a month is: %j', (states, said) => {
  expect(doneWords(states.map((state) => task(state)))).toBe(said)
})
