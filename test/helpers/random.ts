import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

/** Seeded chance for simulations and invented histories: the same seed gives the same story. */
export type Chance = ReturnType<typeof chanceOf>

export function chanceOf(seed: number) {
  const generator = xoroshiro128plus(seed)
  const whole = (from: number, to: number) => uniformInt(generator, from, to)
  /** Above 0 and below 1. */
  const unit = () => (whole(0, 0x7ffffffe) + 0.5) / 0x7fffffff
  const normal = () => Math.sqrt(-2 * Math.log(unit())) * Math.cos(2 * Math.PI * unit())
  return {
    whole,
    unit,
    isHit: (share: number) => unit() < share,
    oneOf: <Value>(values: readonly [Value, ...Value[]]): Value =>
      values[whole(0, values.length - 1)] ?? values[0],
    /** A log-normal value of a mean (a fraction) whose deviation is `spread` times the mean. */
    logNormal: (mean: number, spread: number) => {
      const variance = Math.log(1 + spread ** 2)
      return Math.exp(Math.log(mean) - variance / 2 + Math.sqrt(variance) * normal())
    },
  }
}
