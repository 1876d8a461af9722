import { defaultLines } from '../../shared/domain/figures/status.ts'
import { type FindingInput, findingOf } from '../../shared/domain/findings/finding.ts'
import type { Finding } from '../../shared/domain/findings/finding-types.ts'
import type { FinishedReview } from '../../shared/domain/findings/finished-review.ts'
import { reviewsAround } from './reviews.ts'

const nothingWaits: FindingInput['context'] = {
  secondLookLeft: 0,
  openChange: null,
  worseChange: null,
  foundationReviewOn: null,
  next: { month: '2026-11', due: '2026-12-07' },
}

/** What the last of some reviews says, by the lines of 15 and 20 %. */
export function findingAfter(reviews: readonly FinishedReview[], rest: Partial<FindingInput> = {}): Finding {
  return findingOf({
    month: reviews.at(-1)?.month ?? '2026-10',
    reviews,
    goLiveOn: null,
    lines: defaultLines,
    marks: [],
    rebasedFrom: [],
    context: nothingWaits,
    ...rest,
  })
}

/** A steady October 2026 at 12 %, nine months after the first review. */
export const aFinding = (overrides: Partial<Finding> = {}): Finding => ({
  ...findingAfter(reviewsAround('2026-02', [12, 12, 12, 12, 12, 12, 12, 12, 12])),
  ...overrides,
})
