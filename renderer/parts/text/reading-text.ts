import type { Output } from '../../../shared/contract/reviews/reviews.ts'
import {
  type FoldedSegment,
  foldSame,
  type Segment,
  wordDiff,
} from '../../../shared/domain/text/word-diff.ts'

export type Comparison = {
  /** Everything, as compared. */
  readonly segments: readonly Segment[]
  /** The same with long unchanged passages folded. */
  readonly folded: readonly (Segment | FoldedSegment)[]
}

const longestRequest = 260

/** Whether a request is shown folded until it is asked for. */
export function isLongRequest(request: string): boolean {
  return request.length > longestRequest || request.split('\n').length > 4
}

/**
 * Comparisons of AI and final text, each made once.
 * An output's texts never change, so its id is the key.
 */
export function createComparisons() {
  const made = new Map<number, Comparison>()

  const of = (output: Output): Comparison => {
    const known = made.get(output.id)
    if (known) return known
    const segments = wordDiff(output.aiText, output.finalText ?? '')
    const comparison = { segments, folded: foldSame(segments) }
    made.set(output.id, comparison)
    return comparison
  }

  return {
    of,
    has: (output: Output) => made.has(output.id),
  }
}

export type Comparisons = ReturnType<typeof createComparisons>
