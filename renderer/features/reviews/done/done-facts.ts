import type { Finding } from '../../../../shared/contract/reviews/findings.ts'
import type { Review } from '../../../../shared/contract/reviews/reviews.ts'
import { formatMinutes } from '../../../../shared/domain/format.ts'
import { type Fact, qualityFacts } from '../../../parts/figures/finding-facts.ts'
import { sampleWords } from '../../../parts/tasks/words.ts'
import { words } from './words.ts'

/** What stands under the finding of a finished review, each with what it is of. */
export function doneFacts(review: Review, finding: Finding, locale: string): Fact[] {
  const { draw, result, secondsUsed, againCount } = review
  const { unknown, known } = finding.figure
  const replaced = result?.replaced ?? 0
  const sample = [
    finding.secondLook ? words.ofThemInASecondLook(finding.secondLook.added) : '',
    replaced === 0 ? '' : `${replaced} replaced`,
    againCount === 0 ? '' : words.andOfEarlierMonths(againCount),
    unknown === 0 ? '' : words.editingKnownFor(known),
  ].filter((part) => part !== '')
  return [
    ...qualityFacts(finding, locale),
    {
      term: words.outputs,
      value: sampleWords(draw.method, known + unknown, draw.poolCount),
      detail: sample.join(', '),
    },
    { term: words.timeUsed, value: formatMinutes(secondsUsed / 60), detail: '' },
  ]
}
