import type { ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import { isDecided } from '../../../shared/domain/foundation/foundation-answers.ts'
import { answerLabels, words } from './words.ts'

export type CheckGroup = { readonly title: string; readonly cards: readonly ReviewCard[] }

/** The sections by what was said of them, decisions first; groups with none are left out. What is parked has no answer yet. */
export function checkGroups(cards: readonly ReviewCard[]): CheckGroup[] {
  const decided = cards.filter(isDecided)
  const groups = [
    { title: answerLabels.change, cards: decided.filter(({ answer }) => answer === 'change') },
    { title: answerLabels.unsure, cards: decided.filter(({ answer }) => answer === 'unsure') },
    { title: words.notAnswered, cards: cards.filter((card) => !isDecided(card)) },
    { title: answerLabels.yes, cards: decided.filter(({ answer }) => answer === 'yes') },
  ]
  return groups.filter((group) => group.cards.length > 0)
}
