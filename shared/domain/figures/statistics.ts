import jStat from 'jstat'

/** A range of plausible values, as fractions. */
export type Range = { low: number; high: number }

/**
 * Two means compared. `difference` is current minus reference; a move up to `noise` may be chance. Both in the
 * unit of the values.
 */
export type Comparison = { difference: number; noise: number; verdict: 'higher' | 'lower' | 'about_the_same' }

/**
 * What two figures may differ by and still count as equal: sums of decimal fractions are off by about 1e-16,
 * and no real editing figure is measured to nine decimals.
 */
export const tolerance = 1e-9

const normalQuantile975 = 1.959963984540054

/** The plain mean, or null of no values. */
export function mean(values: readonly number[]): number | null {
  return values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length
}

/** The standard deviation of a sample (divided by n − 1), or null below two values. */
export function sampleDeviation(values: readonly number[]): number | null {
  const centre = mean(values)
  if (centre === null || values.length < 2) return null
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0)
  return Math.sqrt(squares / (values.length - 1))
}

/** The quantile `p` of Student's t distribution; `degrees` need not be whole. */
export function tQuantile(p: number, degrees: number): number {
  return jStat.studentt.inv(p, degrees)
}

/** The 95 % t-interval of the mean, kept within 0 and `max`. Null below two values. */
export function likelyRange(values: readonly number[], options: { max?: number } = {}): Range | null {
  const centre = mean(values)
  const deviation = sampleDeviation(values)
  if (centre === null || deviation === null) return null
  const half = (tQuantile(0.975, values.length - 1) * deviation) / Math.sqrt(values.length)
  return { low: Math.max(0, centre - half), high: Math.min(options.max ?? Infinity, centre + half) }
}

/** The 95 % Wilson score interval of a rate. Null when nothing was counted. */
export function wilson(successes: number, n: number): Range | null {
  if (n === 0) return null
  const rate = successes / n
  const z2 = normalQuantile975 ** 2
  const centre = (rate + z2 / (2 * n)) / (1 + z2 / n)
  const half = (normalQuantile975 / (1 + z2 / n)) * Math.sqrt((rate * (1 - rate)) / n + z2 / (4 * n * n))
  return { low: Math.max(0, centre - half), high: Math.min(1, centre + half) }
}

/** Welch's comparison of two means at 95 %. Null when either sample has fewer than two values. */
export function compareMeans(current: readonly number[], reference: readonly number[]): Comparison | null {
  const a = meanError(current)
  const b = meanError(reference)
  if (!a || !b) return null
  const difference = a.centre - b.centre
  const variance = a.variance + b.variance
  const noise = variance === 0 ? 0 : tQuantile(0.975, welchDegrees(a, b)) * Math.sqrt(variance)
  const isMove = Math.abs(difference) > noise + tolerance
  return { difference, noise, verdict: isMove ? (difference > 0 ? 'higher' : 'lower') : 'about_the_same' }
}

type MeanError = { centre: number; variance: number; n: number }

function meanError(values: readonly number[]): MeanError | null {
  const centre = mean(values)
  const deviation = sampleDeviation(values)
  if (centre === null || deviation === null) return null
  return { centre, variance: deviation ** 2 / values.length, n: values.length }
}

/** Degrees of freedom by Welch and Satterthwaite. */
function welchDegrees(a: MeanError, b: MeanError): number {
  return (a.variance + b.variance) ** 2 / (a.variance ** 2 / (a.n - 1) + b.variance ** 2 / (b.n - 1))
}
