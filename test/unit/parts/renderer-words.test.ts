import { ORPCError } from '@orpc/client'
import { describe, expect, it } from 'vitest'
import { fieldErrorsOf, wordsOf } from '../../../renderer/api/errors.ts'
import { placeOf } from '../../../renderer/shell/places.ts'
import { formatMoment } from '../../../renderer/ui/lib/moments.ts'
import { AppError } from '../../../shared/errors.ts'

const problems = [
  { field: 'name', message: 'Enter a name for the workflow.' },
  { field: 'name', message: 'Keep a name for the workflow to 80 characters.' },
  { row: 4, message: 'This row has no AI text.' },
]

describe('what an error says to the owner', () => {
  it.each([
    [
      'the core refused',
      new ORPCError('INVALID_INPUT', { message: 'Look again.', data: { problems } }),
      problems,
    ],
    ['the renderer knows why', new AppError('UNAVAILABLE', 'Look again.', problems), problems],
    ['the core failed', new ORPCError('INTERNAL_SERVER_ERROR', { message: 'Look again.' }), []],
  ])('is its own message when %s', (_, error, expected) => {
    expect(wordsOf(error)).toMatchObject({ message: 'Look again.', problems: expected })
  })

  it('never shows the text of a fault in the code', () => {
    expect(wordsOf(new TypeError('x is not a function'))).toEqual({
      message: 'That did not work. What you typed stays here. Try again.',
      problems: [],
    })
  })

  it('puts the first problem of each field at that field', () => {
    expect(fieldErrorsOf(new AppError('INVALID_INPUT', 'Look again.', problems))).toEqual({
      name: 'Enter a name for the workflow.',
    })
  })
})

describe('the place a page belongs to', () => {
  it.each([
    ['/', 'Home'],
    ['/reviews/2026-11/collect/2', 'Reviews'],
    ['/review/7/done', 'Reviews'],
    ['/workflows/2/outputs', 'Workflows'],
    ['/outputs/9', 'Workflows'],
    ['/settings', 'Settings'],
    ['/nowhere', undefined],
  ])('of %s is %s', (path, name) => {
    expect(placeOf(path)?.name).toBe(name)
  })
})

describe('a moment', () => {
  const now = new Date(2026, 10, 21, 9, 30)
  it.each([
    [new Date(2026, 10, 21, 8, 12), '08:12'],
    [new Date(2026, 10, 20, 23, 59), '20 November 2026'],
  ])('%s is written %s', (moment, words) => {
    expect(formatMoment(moment.toISOString(), 'en-GB', now)).toBe(words)
  })
})
