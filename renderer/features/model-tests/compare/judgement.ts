import type { Pair } from '../../../../shared/contract/model-tests/compare.ts'
import { words } from './words.ts'

/** What is said of one pair. */
export type Said = Pick<Pair, 'verdict' | 'leftFails' | 'rightFails' | 'note'>

export type PairSide = 'left' | 'right'

export const saidOf = ({ verdict, leftFails, rightFails, note }: Said): Said => ({
  verdict,
  leftFails,
  rightFails,
  note,
})

/** Marks a side as a must-pass failure, or takes the mark away. */
export const withFailureTurned = (said: Said, side: PairSide): Partial<Said> =>
  side === 'left' ? { leftFails: !said.leftFails } : { rightFails: !said.rightFails }

/** "Must-pass failure, left", as it is announced. */
export const failureLabel = (side: PairSide): string => words.mustPassFailure2(side)
