import type { FoundationMatter } from '../../../shared/contract/results.ts'
import { formatDayOfYear } from '../../../shared/domain/format.ts'
import { type Day, daysBetween } from '../../../shared/domain/time/dates.ts'
import { count } from '../../parts/tasks/words.ts'
import type { NextStep } from './step.ts'
import { dayWithWeekday, inWords } from './words.ts'

const reasonsNamed = 2

/** The Foundation review as a matter of the card; `lead` is the word before it, "Then" or "The". */
export function foundationStep(
  matter: FoundationMatter,
  today: Day,
  locale: string,
  lead: 'Then' | 'The',
): NextStep {
  const { review, on, state } = matter
  const name = lead === 'Then' ? 'Then the Foundation review' : 'The Foundation review'
  const isOverdue = on < today && state !== 'begun'
  return {
    title: titleOf(matter, name, today, locale),
    overdue: isOverdue ? `Overdue since ${formatDayOfYear(on, today, locale)}` : null,
    detail: state === 'begun' && review ? answeredWords(review) : why(matter),
    progress: state === 'begun' && review ? review.answered / Math.max(1, review.total) : null,
    action: state === 'begun' ? 'Go on' : review ? 'Open it' : 'Prepare it',
    target: review ? `/foundation-review/${review.id}` : '/foundation-review/new',
    isPrimary: false,
  }
}

function titleOf({ state, on, reasons }: FoundationMatter, name: string, today: Day, locale: string) {
  if (state === 'begun') return `${name}, under way`
  if (state === 'triggered') {
    const n = reasons.length
    return `${name}: ${n === 1 ? 'something calls' : `${inWords(n)} things call`} for it`
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
  `${answered} of ${count(total, 'section')} answered. Everything said so far is saved.`

/** "It is the quarterly one, and it has reasons of its own: …", the newest reasons by name. */
function why({ cadence, reasons, state, review }: FoundationMatter): string {
  const named = reasons.slice(0, reasonsNamed).join(' ')
  const more = reasons.length - reasonsNamed
  const rest = more > 0 ? ` ${more === 1 ? 'One more thing' : `${inWords(more)} more things`} came up.` : ''
  if (state === 'triggered') return `${named}${rest}`
  const what = review ? 'It is prepared' : `It is the ${cadence} one`
  return reasons.length === 0 ? `${what}.` : `${what}, and it has reasons of its own. ${named}${rest}`
}
