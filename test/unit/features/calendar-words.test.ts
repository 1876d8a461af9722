import { describe, expect, it } from 'vitest'
import { nextWords, weekdays, weekOf } from '../../../renderer/features/calendar/calendar-words.ts'

describe('a series of reviews in words', () => {
  it.each([
    {
      firstOn: null,
      dueOn: null,
      lastOn: null,
      words: 'Nothing to plan yet: it begins with a Foundation and a workflow in use.',
    },
    { firstOn: '2026-12-08', dueOn: null, lastOn: null, words: 'Next on 8 December 2026.' },
    {
      firstOn: '2026-12-01',
      dueOn: '2026-12-07',
      lastOn: null,
      words: 'Next on 1 December 2026, due 7 December 2026.',
    },
    {
      firstOn: '2026-12-08',
      dueOn: null,
      lastOn: '2027-02-09',
      words:
        'Next on 8 December 2026. The last one in this rhythm is on 9 February 2027; after that it is every three months.',
    },
  ])('$words', ({ words, ...series }) => {
    expect(nextWords(series, 'en-GB')).toBe(words)
  })

  it('names the weekdays from Monday on, in the language of the system', () => {
    expect(weekdays('en-GB').map(({ value, label }) => `${value} ${label}`)).toEqual([
      '1 Monday',
      '2 Tuesday',
      '3 Wednesday',
      '4 Thursday',
      '5 Friday',
      '6 Saturday',
      '7 Sunday',
    ])
    expect(weekdays('de-DE')[0]).toEqual({ value: '1', label: 'Montag' })
  })

  it.each([
    ['1', 1],
    ['-1', -1],
    ['5', null],
    ['', null],
  ])('the week %j is %j', (value, week) => {
    expect(weekOf(value)).toBe(week)
  })
})
