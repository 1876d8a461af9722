import { expect, it } from 'vitest'
import { heldWords } from '../../../renderer/features/people/held-words.ts'

it('what hangs on a person is listed by what they are to it, days as they are written here', () => {
  const holds = [
    { kind: 'workflow', id: 1, name: 'Customer replies' },
    { kind: 'section', id: 2, name: 'Tone' },
    { kind: 'section', id: 3, name: 'Terms' },
    { kind: 'review', id: 4, name: '2026-12-04' },
  ] as const
  expect(heldWords(holds, 'en-GB')).toEqual([
    { term: 'Owns', names: ['Customer replies'] },
    { term: 'Checks', names: ['Tone', 'Terms'] },
    { term: 'Takes part in the Foundation review of', names: ['4 December 2026'] },
  ])
  expect(heldWords([], 'en-GB')).toEqual([])
})
