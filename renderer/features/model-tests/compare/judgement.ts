import type { Pair, PairVerdict } from '../../../../shared/contract/model-tests/compare.ts'

/** What is said of one pair. */
export type Said = Pick<Pair, 'verdict' | 'leftFails' | 'rightFails' | 'note'>

export type PairSide = 'left' | 'right'

/** One thing to take back: what a pair said before it, with the words for it. */
export type Undoable = { readonly pairId: number; readonly label: string; readonly former: Said }

export const verdictWords: Readonly<Record<PairVerdict, string>> = {
  left: 'Left is better',
  equal: 'About equal',
  right: 'Right is better',
  both_bad: 'Both bad',
}

export const verdicts = ['left', 'equal', 'right', 'both_bad'] as const satisfies readonly PairVerdict[]

const longestStack = 100

export const saidOf = ({ verdict, leftFails, rightFails, note }: Pair): Said => ({
  verdict,
  leftFails,
  rightFails,
  note,
})

/** Marks a side as a must-pass failure, or takes the mark away. */
export const withFailureTurned = (said: Said, side: PairSide): Said =>
  side === 'left' ? { ...said, leftFails: !said.leftFails } : { ...said, rightFails: !said.rightFails }

/** "Must-pass failure, left" for the undo of marking it or of taking the mark away. */
export const failureLabel = (side: PairSide): string => `Must-pass failure, ${side}`

/** The stack with one more thing to take back; the oldest goes when it is full. */
export function pushed(stack: readonly Undoable[], undoable: Undoable): readonly Undoable[] {
  return [...stack, undoable].slice(-longestStack)
}

/** The last thing done, and the stack without it. */
export function popped(stack: readonly Undoable[]): { last: Undoable | null; rest: readonly Undoable[] } {
  return { last: stack.at(-1) ?? null, rest: stack.slice(0, -1) }
}

/** The pair as it was before, with the note typed since. */
export const restored = (said: Said, { verdict, leftFails, rightFails }: Said): Said => ({
  ...said,
  verdict,
  leftFails,
  rightFails,
})
