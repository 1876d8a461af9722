import { expect, it } from 'vitest'
import { halfHoursInWords, sessionMinutes } from '../../../shared/domain/time/session-length.ts'

it.each([
  [0, 60, '1 hour'],
  [10, 60, '1 hour'],
  [20, 90, '1½ hours'],
  [30, 120, '2 hours'],
  [90, 270, '4½ hours'],
])('%i outputs take %i minutes: %s', (outputs, minutes, words) => {
  expect(sessionMinutes(outputs)).toBe(minutes)
  expect(halfHoursInWords(minutes)).toBe(words)
})

it('says half an hour', () => {
  expect(halfHoursInWords(30)).toBe('half an hour')
})
