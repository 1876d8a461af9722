import type { ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { actionsOf } from '../../../../shared/domain/foundation/foundation-answers.ts'
import { addDays, type Day } from '../../../../shared/domain/time/dates.ts'
import { words } from './words.ts'

/** What was said of a section; texts may be unfinished. */
export type CardSaid = Pick<ReviewCard, 'answer' | 'what' | 'who' | 'dueOn' | 'more' | 'isParked'>

/** What is missing, by field: those of a further action begin with "more.1.", as the core names them. */
export type Problems = Readonly<Record<string, string>>

const daysToAct = 14

export const saidOf = ({ answer, what, who, dueOn, more, isParked }: CardSaid): CardSaid => ({
  answer,
  what,
  who,
  dueOn,
  more,
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

/** A further action, due in two weeks until somebody says otherwise. */
export const furtherAction = (today: Day): CardSaid['more'][number] => ({
  what: '',
  who: '',
  dueOn: addDays(today, daysToAct),
})

/** What is still missing before the section is settled. */
export function problemsOf(said: CardSaid): Problems {
  if (said.answer === null) return { answer: words.chooseAnAnswerOrPark }
  const isChange = said.answer === 'change'
  return Object.fromEntries(
    actionsOf(said).flatMap(({ what, who, dueOn, at }) => [
      ...(what.trim() === ''
        ? [[`${at}what`, isChange ? words.enterWhatChanges : words.enterWhatHasToBe] as const]
        : []),
      ...(who.trim() === ''
        ? [[`${at}who`, isChange ? words.enterWhoWritesIt : words.enterWhoFindsOut] as const]
        : []),
      ...(dueOn === null ? [[`${at}dueOn`, words.enterByWhen] as const] : []),
    ]),
  )
}
