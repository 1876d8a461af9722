import { expect, it } from 'vitest'
import { qualityFacts } from '../../../renderer/parts/figures/finding-facts.ts'
import { type OutputMarks, qualityOf } from '../../../shared/domain/findings/quality.ts'
import { aFinding } from '../../helpers/findings.ts'

/** Ten outputs of which three met them all, one was not fit to send, and one user gave a rating. */
const marks = Array.from(
  { length: 10 },
  (_, index): OutputMarks => ({
    metEvery: index < 3,
    isFit: index !== 9,
    userRating: index === 0 ? 5 : null,
    reviewerRating: null,
  }),
)

it('counts outputs that met every standard, never a share of single marks, and says how many rated', () => {
  const facts = qualityFacts(aFinding({ quality: qualityOf(marks, 'random') }), 'en-GB')
  expect(facts.map(({ term, value, detail }) => `${term}: ${value} ${detail}`)).toEqual([
    'Met every standard: 3 of 10 likely 11–60%',
    'Not fit to send: 1 of 10 likely 2–40%',
    'Satisfaction, users: 5.0 of 5, from 1 rating',
  ])
})
