import type { MeasuredMonth } from '../../../shared/contract/changes.ts'
import type {
  Answer,
  FoundationReview,
  FoundationReviewSummary,
  ReviewCard,
} from '../../../shared/contract/foundation-reviews.ts'
import {
  formatDay,
  formatMinutes,
  formatMonth,
  formatRange,
  formatShare,
} from '../../../shared/domain/format.ts'
import { isDecided } from '../../../shared/domain/foundation/foundation-answers.ts'
import { count } from '../../parts/figures/words.ts'

/** Where the parts of a review live in the app. */
export const reviewPath = (id: number | 'new') => `/foundation-review/${id}`
export const listPath = '/reviews/foundation'

export const answerLabels: Readonly<Record<Answer, string>> = {
  yes: 'Still true',
  change: 'Needs change',
  unsure: 'Not sure',
}

export const notProvided = 'Not provided'

/** "9 sections · 2 changes · 1 not sure". */
export function outcomeWords(
  { total, changes, unsure }: Pick<FoundationReviewSummary, 'total' | 'changes' | 'unsure'>,
  locale: string,
): string {
  return [
    count(total, 'section', locale),
    changes === 0 ? 'no changes' : count(changes, 'change', locale),
    ...(unsure === 0 ? [] : [`${unsure} not sure`]),
  ].join(' · ')
}

/** "3 issues · 1 signal"; empty where there is nothing to talk about. */
export function reasonsToTalk(
  { issueCount, signals }: Pick<ReviewCard, 'issueCount' | 'signals'>,
  locale: string,
): string {
  return [
    ...(issueCount === 0 ? [] : [count(issueCount, 'issue', locale)]),
    ...(signals.length === 0 ? [] : [count(signals.length, 'signal', locale)]),
  ].join(' · ')
}

/** "since 9 September 2026", or from the beginning where there was no review before. */
export function sinceWords(since: string | null, locale: string): string {
  return since === null ? 'so far' : `since ${formatDay(since, locale)}`
}

/** "17.8% in October 2026 (likely 11–25%, 10 outputs)". */
export function figureWords(figure: MeasuredMonth | null, locale: string): string {
  if (figure === null) return 'no finished review yet'
  const { mean, month, low, high, known } = figure
  const range = low === null || high === null ? '' : `likely ${formatRange(low, high, locale)}, `
  return `${formatShare(mean, locale)} in ${formatMonth(month, locale)} (${range}${count(known, 'output', locale)})`
}

/** "4 of 9 sections answered · 52 min used". */
export function progressWords({ cards, secondsUsed }: FoundationReview, locale: string): string {
  const answered = cards.filter(isDecided).length
  const used = secondsUsed < 60 ? [] : [`${formatMinutes(secondsUsed / 60)} used`]
  return [`${answered} of ${count(cards.length, 'section', locale)} answered`, ...used].join(' · ')
}

/** "Jonas Weber, Mei Tanaka and Dana Whitfield". */
export function namesInWords(names: readonly string[]): string {
  return new Intl.ListFormat('en-GB', { type: 'conjunction' }).format(names)
}

/** "9 sections: 6 still true, 2 need a change, 1 not sure." What has no answer is said too. */
export function decidedSentence({ cards }: Pick<FoundationReview, 'cards'>, locale: string): string {
  const answers = cards.map((card) => (isDecided(card) ? card.answer : null))
  const many = (answer: Answer | null) => answers.filter((each) => each === answer).length
  const parts = [
    { n: many('yes'), words: 'still true' },
    { n: many('change'), words: many('change') === 1 ? 'needs a change' : 'need a change' },
    { n: many('unsure'), words: 'not sure' },
    { n: many(null), words: 'not answered' },
  ].filter(({ n }) => n > 0)
  return `${count(cards.length, 'section', locale)}: ${parts.map(({ n, words }) => `${n} ${words}`).join(', ')}.`
}
