import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'

export type Random = ReturnType<typeof createRandom>

/** The sample company's dice: the same seed always gives the same company. */
export function createRandom(seed: number) {
  let generator = xoroshiro128plus(seed)
  const integer = (low: number, high: number) => uniformInt(generator, low, high)
  const fraction = () => integer(0, 999_999) / 1_000_000

  return {
    integer,
    /** Goes on as if nothing had been drawn during `act`. */
    async aside(act: () => Promise<unknown>) {
      const before = generator.clone()
      await act()
      generator = before
    },
    chance: (probability: number) => fraction() < probability,
    pick<T>(list: readonly [T, ...T[]]): T {
      return list[integer(0, list.length - 1)] ?? list[0]
    },
    /** About normal around 0 with deviation 1, never beyond 3 (sum of twelve, minus six). */
    normal: () => Array.from({ length: 12 }, fraction).reduce((sum, value) => sum + value, -6),
    shuffled<T>(list: readonly T[]): T[] {
      const copy = [...list]
      for (let at = copy.length - 1; at > 0; at--) {
        const other = integer(0, at)
        const [a, b] = [copy[at], copy[other]]
        if (a !== undefined && b !== undefined) [copy[at], copy[other]] = [b, a]
      }
      return copy
    },
  }
}
