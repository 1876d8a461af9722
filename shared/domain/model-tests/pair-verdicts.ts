/** What can be said of two outputs side by side. */
export const pairVerdicts = ['left', 'equal', 'right', 'both_bad'] as const

export type PairVerdict = (typeof pairVerdicts)[number]

export const verdictWords: Readonly<Record<PairVerdict, string>> = {
  left: 'Left is better',
  equal: 'About equal',
  right: 'Right is better',
  both_bad: 'Both bad',
}

type Judged = {
  readonly verdict: PairVerdict | null
  readonly leftFails: boolean
  readonly rightFails: boolean
}

/** "Must-pass failure, left" for the undo of a judgement; null where only a note was typed. */
export function describeJudgement(before: Judged, after: Judged): string | null {
  if (after.verdict !== before.verdict) {
    return after.verdict === null ? 'Verdict taken away' : verdictWords[after.verdict]
  }
  if (after.leftFails !== before.leftFails) return 'Must-pass failure, left'
  return after.rightFails === before.rightFails ? null : 'Must-pass failure, right'
}
