import type { Copy } from '../../../shared/contract/safety.ts'
import { holdsWords, notInWords } from '../../../shared/domain/safety-words.ts'
import { locale } from '../../ui/lib/locale.ts'
import { words } from './words.ts'

const isToday = (moment: Date, now = new Date()) => moment.toDateString() === now.toDateString()

/** "16:42" */
const timeOf = (instant: string): string =>
  new Date(instant).toLocaleTimeString(locale, { timeStyle: 'short' })

/** "today 16:42", else "4 March 2026, 16:42". */
export function momentOf(instant: string): string {
  const moment = new Date(instant)
  if (isToday(moment)) return words.today(timeOf(instant))
  const day = moment.toLocaleDateString(locale, { day: 'numeric', month: 'long', year: 'numeric' })
  return words.on(day, timeOf(instant))
}

/** In the middle of a sentence: "4:23 PM today", "4 March 2026, 16:42". */
export const upToMoment = (instant: string): string =>
  isToday(new Date(instant)) ? words.timeToday(timeOf(instant)) : momentOf(instant)

/** A sentence or a line begins with a capital. */
export const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1)

/** What a copy holds; of one that is damaged, that it is. */
export const heldSentence = ({ contents, damage }: Copy): string =>
  damage === null ? holdsWords(contents, locale) : words.damaged(damage)

/** What is not in a copy, with when it was made; null where nobody can say. */
export function notInSentence({ notIn }: Copy): string | null {
  if (!notIn) return null
  if (notIn.entries === 0) return words.nothing
  const what = notInWords(notIn, locale)
  if (notIn.lastAt === null) return what
  const to = momentOf(notIn.lastAt)
  if (notIn.firstAt === null || momentOf(notIn.firstAt) === to) return words.upTo(what, to)
  return words.between(
    what,
    momentOf(notIn.firstAt),
    isToday(new Date(notIn.lastAt)) ? timeOf(notIn.lastAt) : to,
  )
}
