import type { FoundationMatter } from '../../../shared/contract/results.ts'
import { formatDayOfYear } from '../../../shared/domain/format.ts'
import { type Day, daysBetween } from '../../../shared/domain/time/dates.ts'
import { count } from '../../parts/tasks/words.ts'
import type { NextStep } from './step.ts'
import { dayWithWeekday, inWords, words } from './words.ts'

const reasonsNamed = 2

/** The Foundation review as a matter of the card; `lead` is the word before it, "Then" or "The". */
export function foundationStep(
  matter: FoundationMatter,
  today: Day,
  locale: string,
  lead: 'Then' | 'The',
): NextStep {
  const { review, on, state } = matter
  const name = lead === 'Then' ? words.thenTheFoundationReview : words.theFoundationReview
  const isOverdue = on < today && state !== 'begun'
  return {
    title: titleOf(matter, name, today, locale),
    overdue: isOverdue ? words.overdueSince(formatDayOfYear(on, today, locale)) : null,
    detail: state === 'begun' && review ? answeredWords(review) : why(matter, locale),
    progress: state === 'begun' && review ? review.answered / Math.max(1, review.total) : null,
    action: state === 'begun' ? words.goOn : review ? words.openIt : words.prepareIt,
    target: review ? `/foundation-review/${review.id}` : '/foundation-review/new',
    isPrimary: false,
  }
}

function titleOf({ state, on, reasons }: FoundationMatter, name: string, today: Day, locale: string) {
  if (state === 'begun') return words.underWay(name)
  if (state === 'triggered') {
    const n = reasons.length
    return words.forIt(name, n === 1 ? words.somethingCalls : words.thingsCall(inWords(n)))
  }
  const days = daysBetween(today, on)
  if (days < 0) return name
  return `${name}, ${inDays(days)}: ${dayWithWeekday(on, locale)}`
}

function inDays(days: number): string {
  if (days === 0) return 'today'
  return days === 1 ? 'tomorrow' : `in ${inWords(days)} days`
}

const answeredWords = ({ answered, total }: { answered: number; total: number }) =>
  words.ofAnsweredEverythingSaidSo(answered, count(total, 'section'))

/** "It is the quarterly one, and it has reasons of its own: …", the newest reasons by name. */
function why({ cadence, reasons, state, review }: FoundationMatter, locale: string): string {
  const more = reasons.length - reasonsNamed
  const rest = more > 0 ? [words.more(inWords(more))] : []
  const list = new Intl.ListFormat(locale).format([...reasons.slice(0, reasonsNamed), ...rest])
  if (state === 'triggered') return `${list.charAt(0).toUpperCase()}${list.slice(1)}.`
  const what = review ? words.itIsPrepared : words.itIsTheOne(cadence)
  return reasons.length === 0 ? `${what}.` : words.andItHasReasonsOf(what, list)
}
