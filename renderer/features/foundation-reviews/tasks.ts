import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import type { TaskState } from '../../../shared/contract/reviews/reviews.ts'
import { formatDay, formatMinutes } from '../../../shared/domain/format.ts'
import { isDecided } from '../../../shared/domain/foundation/foundation-answers.ts'
import { sessionMinutes } from '../../../shared/domain/foundation/session-length.ts'
import { count } from '../../parts/figures/words.ts'
import { progressWords, reviewPath, words } from './words.ts'

/** A row of the task list. `path` is null where there is nowhere to go yet, `here` where it is on this very page. */
export type TaskRow = {
  readonly title: string
  readonly detail: string
  readonly state: TaskState
  readonly path: string | null
}

/** Prepare, hold, check and close a Foundation review; null before it is prepared. */
export function taskRows(review: FoundationReview | null, locale: string): TaskRow[] {
  return [
    prepareRow(review, locale),
    sessionRow(review, locale),
    checkRow(review, locale),
    doneRow(review, locale),
  ]
}

function prepareRow(review: FoundationReview | null, locale: string): TaskRow {
  const title = words.prepareTheReview
  if (review === null) return { title, detail: words.whenAndWithWhom, state: 'not_started', path: 'here' }
  const { heldOn, attendees } = review
  const who =
    attendees.length === 0 ? words.nobodyNamedYet : count(attendees.length, 'person', locale, 'people')
  return {
    title,
    detail: `${formatDay(heldOn, locale)} · ${who}`,
    state: attendees.length === 0 && review.state === 'preparing' ? 'in_progress' : 'completed',
    path: review.state === 'finished' ? `${reviewPath(review.id)}/done` : 'here',
  }
}

function sessionRow(review: FoundationReview | null, locale: string): TaskRow {
  const title = words.holdTheSession
  if (review === null) {
    return { title, detail: words.afterThePreparation, state: 'cannot_start', path: null }
  }
  const talk = review.cards.filter(({ isQuick }) => !isQuick).length
  const path = `${reviewPath(review.id)}/session`
  if (review.cards.length === 0) {
    return {
      title,
      detail: words.needsASectionOfThe,
      state: 'cannot_start',
      path: '/foundation',
    }
  }
  if (review.state === 'preparing') {
    const detail = words.aboutOfTo(
      formatMinutes(sessionMinutes(review.cards)),
      talk,
      count(review.cards.length, 'section', locale),
    )
    return { title, detail, state: 'not_started', path }
  }
  if (review.state === 'finished') {
    const detail = `${formatMinutes(review.secondsUsed / 60)} used`
    return { title, detail, state: 'completed', path: `${reviewPath(review.id)}/done` }
  }
  const isAnswered = review.cards.every(isDecided)
  return {
    title,
    detail: progressWords(review, locale),
    state: isAnswered ? 'completed' : 'in_progress',
    path,
  }
}

function checkRow(review: FoundationReview | null, locale: string): TaskRow {
  const title = words.checkYourAnswers
  if (review === null || review.state === 'preparing') {
    return { title, detail: words.afterTheSession, state: 'cannot_start', path: null }
  }
  if (review.state === 'finished') {
    return { title, detail: words.finished, state: 'completed', path: `${reviewPath(review.id)}/done` }
  }
  const open = review.cards.filter((card) => !isDecided(card)).length
  return {
    title,
    detail:
      open === 0 ? words.everySectionHasAnAnswer : words.withoutAnAnswer(count(open, 'section', locale)),
    state: 'not_started',
    path: `${reviewPath(review.id)}/check`,
  }
}

function doneRow(review: FoundationReview | null, locale: string): TaskRow {
  const title = words.agreeAndClose
  if (review?.state !== 'finished') {
    return { title, detail: words.whoAgreedAndWhatComes, state: 'cannot_start', path: null }
  }
  const { attendees } = review
  const agreed = attendees.filter(({ agreedOn }) => agreedOn !== null).length
  const state = agreed === attendees.length ? 'completed' : agreed === 0 ? 'not_started' : 'in_progress'
  return {
    title,
    detail: `${agreed} of ${count(attendees.length, 'person', locale, 'people')} agreed`,
    state,
    path: `${reviewPath(review.id)}/done`,
  }
}
