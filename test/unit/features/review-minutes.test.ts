import { describe, expect, it } from 'vitest'
import {
  minutesPatch,
  minutesProblem,
  minutesText,
} from '../../../renderer/features/reviews/session/scorecard/minutes.ts'

describe('typed minutes', () => {
  it.each([
    ['', null],
    ['  ', null],
    ['0', null],
    ['6.5', null],
    ['6,5', null],
    ['abc', 'Enter minutes as a number, for example 6 or 6.5.'],
    ['-2', 'Enter minutes as a number, for example 6 or 6.5.'],
    ['10001', 'Enter 10,000 minutes at most.'],
  ])('%j cannot be stored because of %j', (text, problem) => {
    expect(minutesProblem(text, 'en')).toBe(problem)
  })

  it.each([
    ['6.5', 'estimate', null, { editMinutes: 6.5, minutesSource: 'estimate' }],
    ['4', 'person', 3, { editMinutes: 4, minutesSource: 'person' }],
    ['4', 'file', 3, { editMinutes: 4, minutesSource: 'estimate' }],
    ['', 'file', 3, { editMinutes: null, minutesSource: null }],
    ['3', 'file', 3, null],
    ['', 'estimate', null, null],
    ['abc', 'estimate', 3, null],
  ] as const)('%j, known by %s with %s stored, changes %o', (text, source, stored, patch) => {
    expect(minutesPatch(text, source, stored, 'en')).toEqual(patch)
  })

  it.each([
    [null, 'en', ''],
    [6.5, 'en', '6.5'],
    [6.5, 'de', '6,5'],
    [1000, 'en', '1000'],
  ])('%s stored reads in %s as %j', (minutes, locale, text) => {
    expect(minutesText(minutes, locale)).toBe(text)
  })
})
