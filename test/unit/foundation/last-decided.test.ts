import { expect, it } from 'vitest'
import { lastDecidedOn } from '../../../shared/domain/foundation/last-decided.ts'

it.each([
  [null, null, null],
  ['2026-08-06', null, { how: 'written', on: '2026-08-06' }],
  // A check of the wording before says nothing of this one.
  ['2026-08-06', '2026-04-04', { how: 'written', on: '2026-08-06' }],
  ['2026-08-06', '2026-08-06', { how: 'checked', on: '2026-08-06' }],
  ['2026-08-06', '2026-11-02', { how: 'checked', on: '2026-11-02' }],
])('a wording live since %s and checked on %s was last decided: %o', (liveOn, checkedOn, decided) => {
  expect(lastDecidedOn(liveOn, checkedOn)).toEqual(decided)
})
