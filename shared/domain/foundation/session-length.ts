import type { ReviewCard } from '../../contract/foundation-reviews.ts'

/** Minutes of the parts of a session that do not hang on the Foundation. */
export const sessionParts = { opening: 10, actions: 20, closing: 10 } as const

const perSection = 9
const together = 5

/** Minutes the sections take: nine for each to talk about, five for those confirmed together. */
export function sectionMinutes(cards: readonly Pick<ReviewCard, 'isQuick'>[]): number {
  const talk = cards.filter(({ isQuick }) => !isQuick).length
  return talk * perSection + (talk < cards.length ? together : 0)
}

/** Minutes of the whole session. */
export const sessionMinutes = (cards: readonly Pick<ReviewCard, 'isQuick'>[]): number =>
  sectionMinutes(cards) + sessionParts.opening + sessionParts.actions + sessionParts.closing
