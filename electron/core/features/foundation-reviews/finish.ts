import type { ReviewCard } from '../../../../shared/contract/foundation-reviews.ts'
import { formatDay } from '../../../../shared/domain/format.ts'
import {
  actionsOf,
  isDecided,
  missingInAnswers,
} from '../../../../shared/domain/foundation/foundation-answers.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Documents } from '../documents/service.ts'
import type { People } from '../people/service.ts'
import type { ReviewRow } from './rows.ts'

/** Throws INVALID_INPUT with everything that keeps a review from being finished. */
export function assertFinishable(
  review: Pick<ReviewRow, 'held_on'>,
  cards: readonly ReviewCard[],
  around: { today: Day; nextOn: Day | null; locale: string; people: Pick<People, 'assertHere'> },
): void {
  const heldOn = review.held_on
  const day = formatDay(heldOn, around.locale)
  if (!cards.some(isDecided)) {
    throw new AppError('INVALID_INPUT', 'No section is answered yet. Answer at least one, then finish.')
  }
  const problems = missingInAnswers(cards, heldOn)
  if (heldOn > around.today) {
    const message = `The review is dated ${day}. Finish it on or after that day, or change the date.`
    problems.push({ field: 'heldOn', message })
  }
  if (around.nextOn !== null && around.nextOn <= heldOn) {
    problems.push({ field: 'nextOn', message: `The next review comes after ${day}. Enter a later date.` })
  }
  const [first] = problems
  if (first) throw new AppError('INVALID_INPUT', first.message, problems)
  const options = { locale: around.locale, advice: 'Enter who does it.' }
  for (const card of cards.filter(isDecided)) {
    for (const { who, at } of actionsOf(card))
      around.people.assertHere(who, `cards.${card.sectionId}.${at}who`, options)
  }
}

type Confirmed = { heldOn: Day; attendees: readonly { name: string }[]; ownerName: string }

/** Records that a section is still true, in the name of its verifier if present. In the caller's transaction. */
export function confirmSection(
  documents: Pick<Documents, 'find' | 'confirm'>,
  { sectionId, version }: ReviewCard,
  { heldOn, attendees, ownerName }: Confirmed,
): void {
  if (!version) throw new Error(`Section ${sectionId} has nothing to confirm`)
  const { verifier } = documents.find(sectionId)
  const isHere = attendees.some(({ name }) => name.toLowerCase() === verifier.toLowerCase())
  const by = isHere ? verifier : ownerName || 'Foundation review'
  documents.confirm(sectionId, version.id, { on: heldOn, by })
}
