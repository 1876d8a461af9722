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

type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  wasDue: 'was due',
  writeTheNewWording: 'Write the new wording',
  markAsDone: 'Mark as done',
  edit: 'Edit',
  drop: 'Drop',
  openAgain: 'Open again',
  editingBefore: 'Editing before',
  editingBefore2: (workflowName: Shown, figure: Shown) => `Editing before, ${workflowName}: ${figure}`,
  done: 'Done',
  dropped: 'Dropped',
  by: ' by ',
  change: (changeNumber: Shown) => `change ${changeNumber}`,
  agreed: 'Agreed',
  parked: 'Parked',
  answer: (name: Shown) => `Answer ${name}`,
  change2: (name: Shown) => `Change ${name}`,
  answer2: 'Answer',
  change3: 'Change',
  who: (toLowerCase: Shown) => `Who: ${toLowerCase}`,
  when: (toLowerCase: Shown) => `When: ${toLowerCase}`,
  enterWhyItIsDropped: 'Enter why it is dropped.',
  drop2: (what: Shown) => `Drop “${what}”?`,
  whyItIsDropped: 'Why it is dropped',
  theReviewKeepsItWith: 'The review keeps it, with this reason.',
  keepItOpen: 'Keep it open',
  dropIt: 'Drop it',
  whoDoesItAndBy: 'Who does it, and by when',
  who2: 'Who',
  enterWhoDoesIt: 'Enter who does it.',
  byWhen: 'By when',
  enterByWhen: 'Enter by when.',
  leaveIt: 'Leave it',
  save: 'Save',
  theReviewIsNotFinished: 'The review is not finished yet',
  heldSoFar: 'Held so far',
  foundationReviewsWillStandHere: 'Foundation reviews will stand here',
  goToTheFoundation: 'Go to the Foundation',
  withTheProcessOwnersYou:
    'With the process owners you ask of every section: still true? It starts with the sections of your Foundation.',
  underWay: 'Under way',
  nextFoundationReview: 'Next Foundation review',
  overdue: 'Overdue. ',
  whatBringsItForward: 'What brings it forward',
  goOn: 'Go on',
  setAGoLiveDate: 'Set a go-live date',
  prepareTheFoundationReview: 'Prepare the Foundation review',
  noDateYet: 'No date yet',
  whatCameUpSinceThe: 'What came up since the last one can bring it forward.',
  beingPrepared: 'Being prepared.',
  ofSectionsAnswered: (answered: Shown, total: Shown) => `${answered} of ${total} sections answered.`,
  used: (secondsUsed: Shown) => `${secondsUsed} used`,
  decidedNotDoneYet: 'Decided, not done yet',
  back: 'Back',
  savedAs: (data: Shown) => `Saved as ${data}.`,
  saveAsWorkbook: 'Save as workbook',
  saveAsPdf: 'Save as PDF',
  thePreRead: 'the pre-read',
  theRecord: 'the record',
  open: (names: Shown) => `Open ${names}`,
  saveAsWorkbook2: (names: Shown) => `Save ${names} as workbook`,
  notAnswered: 'Not answered',
  prepareTheReview: 'Prepare the review',
  whenAndWithWhom: 'When, and with whom',
  nobodyNamedYet: 'nobody named yet',
  holdTheSession: 'Hold the session',
  afterThePreparation: 'After the preparation',
  needsASectionOfThe: 'Needs a section of the Foundation',
  aboutOfTo: (time: Shown, talk: Shown, length: Shown) =>
    `About ${time} · ${talk} of ${length} to talk about`,
  checkYourAnswers: 'Check your answers',
  afterTheSession: 'After the session',
  finished: 'Finished',
  everySectionHasAnAnswer: 'Every section has an answer',
  withoutAnAnswer: (open: Shown) => `${open} without an answer`,
  agreeAndClose: 'Agree and close',
  whoAgreedAndWhatComes: 'Who agreed, and what comes of it',
}
