import { likelyRange, mean, moveNoise, tolerance } from './statistics.ts'

/** Stored with every figure; raised whenever the same values would give another status. */
export const statusRuleVersion = 1

export type Status = 'on_target' | 'watch' | 'update_suggested' | 'not_enough'

/** The words shown for each status. */
export const statusLabels: Readonly<Record<Status, string>> = {
  on_target: 'On target',
  watch: 'Watch',
  update_suggested: 'Update suggested',
  not_enough: 'Not enough yet',
}

/** A workflow's lines, as fractions: below `target` is on target, above `update` an update is suggested. */
export type Lines = { target: number; update: number }

export const defaultLines: Readonly<Lines> = { target: 0.15, update: 0.2 }

/** How the outputs of a month were chosen. */
export type SampleKind = 'random' | 'by_hand'

/**
 * A month's editing figure. Shares are fractions. `low` and `high` are the likely range of the mean, `noise`
 * the move to another month that may be chance; all three are null below two values or for a hand-picked sample.
 */
export type MonthlyFigure = {
  known: number
  unknown: number
  mean: number | null
  low: number | null
  high: number | null
  noise: number | null
  status: Status
}

const fewestValues = 5

/** The status by the unrounded mean: 20.0 % is still Watch, and so is the mean of ten times 0.2. */
export function statusOf(values: readonly number[], lines: Lines): Status {
  const centre = mean(values)
  if (centre === null || values.length < fewestValues) return 'not_enough'
  // Floating point puts the mean of three 0.2 a hair above 0.2; a figure on a line must not depend on that.
  if (centre > lines.update + tolerance) return 'update_suggested'
  return centre < lines.target - tolerance ? 'on_target' : 'watch'
}

/**
 * The figure of a month from the editing of its outputs (null where unknown). `max` is the most
 * the measure can reach, where there is one. A hand-picked sample gets no range.
 */
export function monthlyFigure(
  values: readonly (number | null)[],
  lines: Lines,
  options: { sample: SampleKind; max?: number | undefined },
): MonthlyFigure {
  const known = values.filter((value) => value !== null)
  const limits = options.max === undefined ? {} : { max: options.max }
  const range = options.sample === 'random' ? likelyRange(known, limits) : null
  return {
    known: known.length,
    unknown: values.length - known.length,
    mean: mean(known),
    low: range?.low ?? null,
    high: range?.high ?? null,
    noise: options.sample === 'random' ? moveNoise(known) : null,
    status: statusOf(known, lines),
  }
}
