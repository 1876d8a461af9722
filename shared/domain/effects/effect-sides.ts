import type { Measure } from '../../contract/workflows.ts'
import { limitsOf } from '../figures/measures/index.ts'
import { likelyRange, mean, type Range } from '../figures/statistics.ts'
import { compareText, type FinishedReview } from '../findings/finished-review.ts'
import { type Day, lastDayOf, type Month } from '../time/dates.ts'

/** A reviewed output with a value, and the days it may have been written on: its date, or its whole month. */
export type PlacedOutput = {
  id: number
  value: number
  by: string | null
  first: Day
  last: Day
  isDated: boolean
  month: Month
  finishedOn: Day
  measure: Measure
}

/** The outputs of one side of a comparison; the mean is a fraction, the days are those of dated outputs. */
export type Side = {
  n: number
  mean: number | null
  range: Range | null
  from: Day | null
  to: Day | null
  outputIds: number[]
}

/** The outputs an effect may be measured on: random samples, with a value. */
export function placedOutputs(reviews: readonly FinishedReview[]): PlacedOutput[] {
  return reviews
    .filter(({ sample }) => sample === 'random')
    .flatMap(({ outputs, month, finishedOn, measure }) =>
      outputs.flatMap(({ id, value, by, writtenOn }) =>
        value === null
          ? []
          : [
              {
                id,
                value,
                by,
                first: writtenOn ?? `${month}-01`,
                last: writtenOn ?? lastDayOf(month),
                isDated: writtenOn !== null,
                month,
                finishedOn,
                measure,
              },
            ],
      ),
    )
}

/** Whether an output was surely written from `from` on and before `until`; null leaves a side open. */
export const liesIn = ({ first, last }: PlacedOutput, from: Day | null, until: Day | null) =>
  (from === null || first >= from) && (until === null || last < until)

/** The newest first; of one day the one entered last. */
export const newestFirst = (outputs: readonly PlacedOutput[]) =>
  outputs.toSorted((a, b) => compareText(b.last, a.last) || b.id - a.id)

export function sideOf(outputs: readonly PlacedOutput[]): Side {
  const values = outputs.map(({ value }) => value)
  const days = outputs.flatMap(({ isDated, first }) => (isDated ? [first] : [])).sort()
  const [first] = outputs
  return {
    n: values.length,
    mean: mean(values),
    range: likelyRange(values, first ? limitsOf(first.measure) : {}),
    from: days[0] ?? null,
    to: days.at(-1) ?? null,
    outputIds: outputs.map(({ id }) => id),
  }
}
