/** What decides where a section stands in a Foundation review. */
export type CardWeight = {
  position: number
  hasVersion: boolean
  /** Whether anybody ever checked its wording. */
  wasChecked: boolean
  issueCount: number
  signalCount: number
  openActions: number
}

/** Published, checked once on its own, and nothing came up about it since: confirmed together with its like. */
export const isQuickCard = ({
  hasVersion,
  wasChecked,
  issueCount,
  signalCount,
  openActions,
}: CardWeight): boolean =>
  hasVersion && wasChecked && issueCount === 0 && signalCount === 0 && openActions === 0

/** Most issues first, then most signals, then as in the Foundation; quick ones last. */
export function byWeight(a: CardWeight, b: CardWeight): number {
  return (
    Number(isQuickCard(a)) - Number(isQuickCard(b)) ||
    b.issueCount - a.issueCount ||
    b.signalCount - a.signalCount ||
    a.position - b.position
  )
}
