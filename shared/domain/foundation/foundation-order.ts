/** What decides where a section stands in a Foundation review. */
export type CardWeight = {
  position: number
  hasVersion: boolean
  issueCount: number
  signalCount: number
  openActions: number
}

/** Published, and nothing came up about it: confirmed together with its like. */
export const isQuickCard = ({ hasVersion, issueCount, signalCount, openActions }: CardWeight): boolean =>
  hasVersion && issueCount === 0 && signalCount === 0 && openActions === 0

/** Most issues first, then most signals, then as in the Foundation; quick ones last. */
export function byWeight(a: CardWeight, b: CardWeight): number {
  return (
    Number(isQuickCard(a)) - Number(isQuickCard(b)) ||
    b.issueCount - a.issueCount ||
    b.signalCount - a.signalCount ||
    a.position - b.position
  )
}
