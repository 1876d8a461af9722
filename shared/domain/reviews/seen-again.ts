import { wilson } from '../figures/statistics.ts'
import { formatNumber, formatWholeShare } from '../format.ts'

/** An output comes again this many days after its marks at the earliest: sooner, one remembers them. */
export const fewestDaysBetween = 20

/** How many outputs of earlier months a review shows again beside its own. */
export const againCount = (sampleSize: number) => (sampleSize >= 8 ? 2 : sampleSize >= 4 ? 1 : 0)

/** Outputs judged twice by the same standards: how many got the same marks throughout, and their single marks. */
export type SeenAgain = { outputs: number; sameOutputs: number; marks: number; sameMarks: number }

/** "7 of 9 outputs got the same marks as the first time (likely 45 to 94%), and 41 of 45 single marks were the same." */
export function seenAgainSentence(seen: SeenAgain, locale: string): string {
  const number = (value: number) => formatNumber(value, 0, locale)
  const range = wilson(seen.sameOutputs, seen.outputs)
  const likely = range
    ? ` (likely ${number(range.low * 100)} to ${formatWholeShare(range.high, locale)})`
    : ''
  return `${number(seen.sameOutputs)} of ${number(seen.outputs)} outputs got the same marks as the first time${likely}, and ${number(seen.sameMarks)} of ${number(seen.marks)} single marks were the same.`
}

const fewestToTell = 10

/** What the figure is good for, so that it is not read for more. */
export function seenAgainMeaning({ outputs }: Pick<SeenAgain, 'outputs'>): string {
  const few = outputs < fewestToTell ? 'So few tell little yet. ' : ''
  return `${few}Where the same outputs get other marks, a small move of a month can be yours and not the AI’s. It can’t tell whether the marks are right: for that, let somebody else mark a few of the same outputs.`
}
