import type { Range } from '../figures/statistics.ts'
import type { Finding } from '../findings/finding-types.ts'

/** A workflow as far as its hours depend on it; `volume` is outputs a month, `byHandMinutes` per output. */
export type WorkedWorkflow = {
  name: string
  volume: number | null
  byHandMinutes: number | null
  finding: Finding
}

/** Hours a month with their 95 % range; null where a range cannot be given. */
export type Hours = { mean: number; range: Range | null }

/** Why a workflow is in no figure of hours. */
export type LeftOut = { name: string; why: 'text' | 'no_volume' | 'no_figure' }

/**
 * What correcting takes at the volume of each workflow. `rise` sums only rises against month 3 that are more than
 * chance; `payback` is in months, for an update of `updateHours` that brings editing back to month 3. Its range is
 * open above (`high` null) where the rise may be next to nothing.
 */
export type HoursAndMoney = {
  editing: Hours
  counted: { name: string; volume: number; byHandMinutes: number }[]
  leftOut: LeftOut[]
  rise: (Hours & { names: string[] }) | null
  payback: { mean: number; low: number; high: number | null; updateHours: number } | null
}

/** Hours a month of a share of the work: outputs a month × minutes by hand × share. */
const hoursOf = (volume: number, byHandMinutes: number, share: number) =>
  (volume * byHandMinutes * share) / 60

/** Null where no workflow is measured in time with its volume known. */
export function hoursAndMoney(
  workflows: readonly WorkedWorkflow[],
  { updateHours }: { updateHours: number },
): HoursAndMoney | null {
  const counted: (WorkedWorkflow & { volume: number; byHandMinutes: number })[] = []
  const leftOut: LeftOut[] = []
  for (const workflow of workflows) {
    const { name, volume, byHandMinutes, finding } = workflow
    if (finding.measure !== 'minutes') leftOut.push({ name, why: 'text' })
    else if (finding.figure.mean === null || byHandMinutes === null) leftOut.push({ name, why: 'no_figure' })
    else if (volume === null || volume === 0) leftOut.push({ name, why: 'no_volume' })
    else counted.push({ ...workflow, volume, byHandMinutes })
  }
  if (counted.length === 0) return null
  const rise = riseOf(counted)
  return {
    editing: total(
      counted.map(({ volume, byHandMinutes, finding: { figure } }) => {
        const of = (share: number) => hoursOf(volume, byHandMinutes, share)
        const { mean, range } = figure
        return { mean: of(mean ?? 0), range: range && { low: of(range.low), high: of(range.high) } }
      }),
    ),
    counted: counted.map(({ name, volume, byHandMinutes }) => ({ name, volume, byHandMinutes })),
    leftOut,
    rise,
    payback: paybackOf(rise, updateHours),
  }
}

function riseOf(
  counted: readonly (WorkedWorkflow & { volume: number; byHandMinutes: number })[],
): HoursAndMoney['rise'] {
  const risen = counted.flatMap(({ name, volume, byHandMinutes, finding }) => {
    const { verdict, difference, noise } = finding.moves.monthThree
    if (verdict !== 'more' || difference === null || noise === null) return []
    const of = (share: number) => hoursOf(volume, byHandMinutes, share)
    const range = { low: of(difference - noise), high: of(difference + noise) }
    return [{ name, mean: of(difference), range }]
  })
  return risen.length === 0 ? null : { ...total(risen), names: risen.map(({ name }) => name) }
}

function paybackOf(rise: Hours | null, updateHours: number): HoursAndMoney['payback'] {
  if (!rise || rise.mean <= 0) return null
  const { low, high } = rise.range ?? { low: 0, high: rise.mean }
  return {
    mean: updateHours / rise.mean,
    low: updateHours / high,
    high: low > 0 ? updateHours / low : null,
    updateHours,
  }
}

/**
 * Independent figures added up: the half-widths of their ranges add as squares (propagation of uncertainty), each
 * side for itself, clamped at 0. One without a range leaves the sum without one.
 */
function total(parts: readonly Hours[]): Hours {
  const mean = parts.reduce((sum, part) => sum + part.mean, 0)
  const half = (side: 'low' | 'high') =>
    Math.hypot(...parts.map((part) => (part.range ? part.range[side] - part.mean : Number.NaN)))
  const [below, above] = [half('low'), half('high')]
  if (Number.isNaN(below) || Number.isNaN(above)) return { mean, range: null }
  return { mean, range: { low: Math.max(0, mean - below), high: mean + above } }
}
