import type { Pair } from '../../../../shared/contract/model-tests/compare.ts'
import { hasLittleInCommon } from '../../../../shared/domain/text/in-common.ts'
import { type Segment, wordDiff } from '../../../../shared/domain/text/word-diff.ts'
import { wordKeys } from '../../../../shared/domain/text/words.ts'

/** A piece of one side; `isOnlyHere` where the other side has something else or nothing. */
export type SidePiece = { readonly text: string; readonly isOnlyHere: boolean }

export type SideText = { readonly pieces: readonly SidePiece[]; readonly words: number }

export type Sides = {
  readonly left: SideText
  readonly right: SideText
  /** True where so little is in both that nothing is set apart. */
  readonly areUnlike: boolean
}

/** Two texts side by side, each whole, with what differs set apart on both, unless nearly everything does. */
export function compareSides(left: string, right: string): Sides {
  const segments = wordDiff(left, right)
  const areUnlike = hasLittleInCommon(segments)
  const sideOf = (text: string, own: 'removed' | 'added') => ({
    pieces: areUnlike ? whole(text) : piecesOf(segments, own),
    words: wordKeys(text).length,
  })
  return { left: sideOf(left, 'removed'), right: sideOf(right, 'added'), areUnlike }
}

const whole = (text: string): SidePiece[] => (text === '' ? [] : [{ text, isOnlyHere: false }])

function piecesOf(segments: readonly Segment[], own: 'removed' | 'added'): SidePiece[] {
  return segments
    .filter(({ kind }) => kind === 'same' || kind === own)
    .map(({ kind, text }) => ({ text, isOnlyHere: kind === own && text.trim() !== '' }))
}

/** Comparisons of pairs, each made once: the texts of a pair never change. */
export function createSidesBook() {
  const made = new Map<number, Sides>()
  return {
    has: ({ id }: Pair) => made.has(id),
    of({ id, left, right }: Pair): Sides {
      const known = made.get(id)
      if (known) return known
      const sides = compareSides(left, right)
      made.set(id, sides)
      return sides
    },
  }
}
