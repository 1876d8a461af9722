import type { ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { addDays, type Day } from '../../../../shared/domain/time/dates.ts'
import { words } from './words.ts'

/** What was said of a section; texts may be unfinished. */
export type CardSaid = Pick<ReviewCard, 'answer' | 'what' | 'who' | 'dueOn' | 'isParked'>

export type Problems = Partial<Record<'answer' | 'what' | 'who' | 'dueOn', string>>

const daysToAct = 14

export const saidOf = ({ answer, what, who, dueOn, isParked }: CardSaid): CardSaid => ({
  answer,
  what,
  who,
  dueOn,
  isParked,
})

/** An answer takes the card off the parked ones; what has to be done is due in two weeks until somebody says otherwise. */
export function withAnswer(
  said: Pick<CardSaid, 'dueOn'>,
  answer: 'yes' | 'change' | 'unsure',
  today: Day,
): Pick<CardSaid, 'answer' | 'dueOn' | 'isParked'> {
  const dueOn = answer === 'yes' ? said.dueOn : (said.dueOn ?? addDays(today, daysToAct))
  return { answer, dueOn, isParked: false }
}

/** What is still missing before the section is settled, by field. */
export function problemsOf({ answer, what, who, dueOn }: CardSaid): Problems {
  if (answer === null) return { answer: words.chooseAnAnswerOrPark }
  if (answer === 'yes') return {}
  const isChange = answer === 'change'
  return {
    ...(what.trim() === '' && {
      what: isChange ? words.enterWhatChanges : words.enterWhatHasToBe,
    }),
    ...(who.trim() === '' && { who: isChange ? words.enterWhoWritesIt : words.enterWhoFindsOut }),
    ...(dueOn === null && { dueOn: words.enterByWhen }),
  }
}
