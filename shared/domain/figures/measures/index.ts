import type { MeasureRules } from './measure.ts'
import { minutes } from './minutes.ts'
import { text } from './text.ts'

const all = { text, minutes }

export type MeasureId = keyof typeof all

/** Every way to measure editing, by the code it is stored under. The contract knows no others. */
export const measures: Readonly<Record<MeasureId, MeasureRules>> = all
/** The largest share a measure can reach, for a range; empty where there is none. */
export const limitsOf = (measure: MeasureId): { max?: number } => {
  const { most } = measures[measure]
  return most === undefined ? {} : { max: most }
}
export const measureIds = Object.keys(all) as [MeasureId, ...MeasureId[]]
