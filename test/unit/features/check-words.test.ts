import { describe, expect, it } from 'vitest'
import { editingWords, minutesWords } from '../../../renderer/features/reviews/check/check-groups.ts'
import type { ReviewItem } from '../../../shared/contract/reviews/reviews.ts'

const item: ReviewItem = {
  id: 1,
  rev: 1,
  position: 1,
  marks: [],
  satisfaction: null,
  ratedBy: 'reviewer',
  editMinutes: null,
  minutesSource: null,
  isFlagged: false,
  note: '',
  isDone: true,
  editing: null,
  wordsChanged: null,
  wordsLonger: null,
  output: {
    id: 1,
    request: null,
    aiText: '',
    finalText: null,
    occurredOn: null,
    externalId: null,
    person: null,
    copies: 1,
  },
}

describe('editing in Check your answers', () => {
  it.each([
    [null, 'Not provided'],
    [0, '0.0%'],
    [0.325, '32.5%'],
  ])('shows the figure %s as %s', (editing, words) => {
    expect(editingWords({ ...item, editing }, 'en')).toBe(words)
  })

  it.each([
    ['minutes', 6, 'estimate', '6 min, estimate'],
    ['minutes', 6.5, 'person', '6.5 min, told'],
    ['minutes', 0, 'file', '0 min, from the file'],
    ['minutes', null, null, null],
    ['text', 6, 'estimate', null],
  ] as const)(
    'measured by %s with %s minutes by %s, says %s below',
    (measure, editMinutes, minutesSource, words) => {
      expect(minutesWords({ ...item, editMinutes, minutesSource }, { measure }, 'en')).toBe(words)
    },
  )
})
