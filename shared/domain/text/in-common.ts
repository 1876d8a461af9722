import type { Segment } from './word-diff.ts'
import { wordKeys } from './words.ts'

/** Below this share of common words a comparison would mark nearly everything, and show nothing by it. */
const leastInCommon = 0.2

/** Whether less than a fifth of all words of two compared texts stand in both. Texts without words never do. */
export function hasLittleInCommon(comparison: readonly Segment[]): boolean {
  const wordsOf = (kind: Segment['kind']) =>
    comparison.reduce((sum, each) => sum + (each.kind === kind ? wordKeys(each.text).length : 0), 0)
  const inBoth = 2 * wordsOf('same')
  const all = inBoth + wordsOf('removed') + wordsOf('added')
  return inBoth < all * leastInCommon
}
