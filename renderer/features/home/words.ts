import type { Day } from '../../../shared/domain/time/dates.ts'

/** "Good morning, Dana"; `hour` is the local hour, 0 to 23. */
export function greeting(ownerName: string, hour: number): string {
  const part = hour < 5 || hour >= 18 ? 'evening' : hour < 12 ? 'morning' : 'afternoon'
  const firstName = ownerName.trim().split(/\s+/)[0] ?? ''
  return firstName === '' ? `Good ${part}` : `Good ${part}, ${firstName}`
}

/** "Monday 30 November"; with the year: "Saturday 21 November 2026". */
export function dayWithWeekday(day: Day, locale: string, withYear = false): string {
  const options: Intl.DateTimeFormatOptions = {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    timeZone: 'UTC',
  }
  if (withYear) options.year = 'numeric'
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`))
}

/** "Tue 17 Nov" */
export function shortWeekday(day: Day, locale: string): string {
  const options = { weekday: 'short', day: 'numeric', month: 'short', timeZone: 'UTC' } as const
  return new Intl.DateTimeFormat(locale, options).format(new Date(`${day}T00:00:00Z`)).replace(',', '')
}

const numberWords = ['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']

/** "five", and digits above ten. */
export const inWords = (n: number): string => numberWords[n] || String(n)

type Shown = string | number

/** What the screens of this folder say. */
export const words = {
  needsYou: 'Needs you',
  nothingIsWaitingForYou: 'Nothing is waiting for you.',
  showMore: (more: Shown) => `Show ${more} more`,
  outputsReviewed: 'Outputs reviewed',
  sectionsAnswered: 'Sections answered',
  next: 'Next',
  next90Days: 'Next 90 days',
  noDatesYetTheyCome: 'No dates yet. They come with your first workflow.',
  overdue: ' overdue',
  thenTheFoundationReview: 'Then the Foundation review',
  theFoundationReview: 'The Foundation review',
  overdueSince: (on: Shown) => `Overdue since ${on}`,
  goOn: 'Go on',
  openIt: 'Open it',
  prepareIt: 'Prepare it',
  underWay: (name: Shown) => `${name}, under way`,
  forIt: (name: Shown, part: Shown) => `${name}: ${part} for it`,
  somethingCalls: 'something calls',
  thingsCall: (n: Shown) => `${n} things call`,
  ofAnsweredEverythingSaidSo: (answered: Shown, total: Shown) =>
    `${answered} of ${total} answered. Everything said so far is saved.`,
  more: (number: Shown) => `${number} more`,
  itIsPrepared: 'It is prepared',
  itIsTheOne: (cadence: Shown) => `It is the ${cadence} one`,
  andItHasReasonsOf: (what: Shown, list: Shown) => `${what}, and it has reasons of its own: ${list}.`,
  setUpYourFirstWorkflow: 'Set up your first workflow',
  oneJobTheAiDoes: 'One job the AI does for you, for example customer replies. About 5 minutes.',
  setUpAWorkflow: 'Set up a workflow',
  outputOf: (position: Shown, total: Shown) => `Output ${position} of ${total}`,
  usedOf: (secondsUsed: Shown, budgetMinutes: Shown) => `${secondsUsed} used of ${budgetMinutes}`,
  continueAtOutput: (position: Shown) => `Continue at output ${position}`,
  continueTheReview: (month: Shown) => `Continue the ${month} review`,
  beginTheReview: (month: Shown) => `Begin the ${month} review`,
  about: (size: Shown, time: Shown) => `${size}, about ${time}.`,
  theOutputsAreStillTo: (month: Shown) => `The ${month} outputs are still to be brought in.`,
  ofThemStill: (toUpperCase: Shown, slice: Shown) => `${toUpperCase}${slice} of them still`,
  needsIts: 'needs its',
  needTheir: 'need their',
  theReviewIsSkipped: (month: Shown) => `The ${month} review is skipped`,
  theReviewIsDone: (month: Shown) => `The ${month} review is done`,
  nothingToDoUntil: (on: Shown, what: Shown) => `Nothing to do until ${on}: ${what}.`,
  theNextOneIsAbout: (month: Shown) => `The next one is about ${month}.`,
  seeResults: (month: Shown) => `See ${month} results`,
  nothingToReviewYet: 'Nothing to review yet',
  yourFirstWorkflowGoesLive: (month: Shown, dueOn: Shown) =>
    `Your first workflow goes live in ${month}: its review can begin then, and is due ${dueOn}.`,
  seeTheWorkflows: 'See the workflows',
}
