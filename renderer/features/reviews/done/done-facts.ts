import type { DrawMethod, Result, Review } from '../../../../shared/contract/reviews.ts'
import { measures } from '../../../../shared/domain/figures/measures/index.ts'
import {
  formatMinutes,
  formatNumber,
  formatRange,
  formatShare,
  formatWholeShare,
} from '../../../../shared/domain/format.ts'
import { count, sampleWords } from '../../../parts/tasks/words.ts'

export type Fact = { readonly term: string; readonly value: string; readonly detail?: string }

/** The figures of a finished review, each with what it is of. */
export function resultFacts(review: Review, result: Result, locale: string): Fact[] {
  const { figure } = result
  return [
    editingFact(result, locale),
    rangeFact(result, review.draw.method, locale),
    {
      term: 'Outputs',
      value: sampleWords(review.draw.method, result.reviewed, review.draw.poolCount),
      ...(figure.unknown > 0 ? { detail: `editing known for ${figure.known} of ${result.reviewed}` } : {}),
    },
    standardsFact(result, locale),
    satisfactionFact('Satisfaction, users', result.satisfactionUsers, locale),
    satisfactionFact('Satisfaction, your view', result.satisfactionReviewer, locale),
    {
      term: 'Top issue',
      value: result.topIssue ? result.topIssue.type : 'None',
      ...(result.topIssue ? { detail: count(result.topIssue.count, 'time') } : {}),
    },
    { term: 'Replaced', value: String(result.replaced) },
    { term: 'Time used', value: formatMinutes(result.secondsUsed / 60) },
  ].filter((fact) => fact !== null)
}

function editingFact({ figure }: Result, locale: string): Fact {
  if (figure.mean === null) return { term: 'Editing', value: 'Not known' }
  return { term: 'Editing', value: formatShare(figure.mean, locale), detail: measures[figure.measure].unit }
}

/** A likely range assumes a random draw. */
function rangeFact({ figure }: Result, method: DrawMethod, locale: string): Fact | null {
  if (method === 'by_hand' || figure.low === null || figure.high === null) return null
  return { term: 'Likely range', value: formatRange(figure.low, figure.high, locale) }
}

function standardsFact({ standardsMet, standardsJudged, notFitToSend }: Result, locale: string): Fact {
  if (standardsJudged === 0) return { term: 'Standards met', value: 'None judged' }
  const value = formatWholeShare(standardsMet / standardsJudged, locale)
  const unfit = notFitToSend > 0 ? `, ${count(notFitToSend, 'output')} not fit to send` : ''
  return { term: 'Standards met', value, detail: `${standardsMet} of ${standardsJudged}${unfit}` }
}

function satisfactionFact(term: string, mean: number | null, locale: string): Fact | null {
  return mean === null ? null : { term, value: `${formatNumber(mean, 1, locale)} of 5` }
}

const fewIssues = 3

/** One thing to do about it, at most; null when nothing stands out. */
export function suggestionFor(result: Result, method: DrawMethod, locale: string): string | null {
  const { figure, topIssue } = result
  if (figure.status === 'update_suggested') {
    const line = formatWholeShare(figure.updateLine, locale)
    const sample = method === 'random' ? `${count(figure.known, 'output')} is a small sample: ` : ''
    const advice = 'plan an update, or see whether next month says the same.'
    return `Editing is above your ${line} line. ${sample}${advice}`.replace(
      /\. (p)/,
      (_, p: string) => `. ${p.toUpperCase()}`,
    )
  }
  if (topIssue && topIssue.count >= fewIssues) {
    return `“${topIssue.type}” came up ${topIssue.count} times. Start there: one better line in the Foundation can settle several.`
  }
  return null
}
