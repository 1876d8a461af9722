import { expect, test } from 'vitest'
import { poolSentences } from '../../../renderer/features/imports/pool-sentences.ts'
import type { Pool } from '../../../shared/contract/reviews/reviews.ts'

const pool: Pool = {
  ...{ workflowId: 1, month: '2026-09', outputCount: 12, differentCount: 12, withFinalCount: 12 },
  ...{ withMinutesCount: 0, personalDataCount: 0, personalDataKinds: [], sampleSize: 10, reviewId: null },
  ...{ reachesTo: '2026-09-03', goesOnTo: null },
}
const wait = 'What comes in after the draw has no part in it: wait for the rest, or draw from these.'
const goesOnTo = '2026-09-30'

/** A draw stands for its month only where the month is over. */
test.each<[string, Partial<Pool>, string[]]>([
  ['an over month', {}, ['Chance picks 10, so that the result stands for all of them.']],
  [
    'a month just begun',
    { goesOnTo },
    [
      'Chance picks 10 of them.',
      `They reach to 3 September, and the month goes on until 30 September. ${wait}`,
    ],
  ],
  [
    'one whose outputs have no days',
    { goesOnTo, reachesTo: null },
    ['Chance picks 10 of them.', `The month goes on until 30 September. ${wait}`],
  ],
  [
    'one in which most repeat another',
    { goesOnTo, reachesTo: null, outputCount: 40, withFinalCount: 40, differentCount: 27 },
    [
      '27 of them are different; the others repeat one of these, and a repeat counts once.',
      'Chance picks 10 of the 27 different ones.',
      `The month goes on until 30 September. ${wait}`,
    ],
  ],
  [
    'few, in a month just begun',
    { goesOnTo, outputCount: 4, differentCount: 4, withFinalCount: 4 },
    [
      'Fewer than 10, so all of them are reviewed. Add more outputs below for a surer figure.',
      `They reach to 3 September, and the month goes on until 30 September. ${wait}`,
    ],
  ],
])('before the draw of %s', (_of, facts, sentences) => {
  expect(poolSentences({ ...pool, ...facts }, 'text', 'en-GB')).toEqual(sentences)
})
