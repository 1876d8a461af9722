export type Dots = readonly { key: number; x: number; y: number }[]

const size = 6.5

/** Places dots of a row: equal values stack around the middle, so that every output is seen. Lengths are pixels. */
export function dotPlot(places: readonly number[], height: number): Dots {
  const stacks = Map.groupBy(places.toSorted((a, b) => a - b).entries(), ([, x]) => Math.round(x / size))
  return [...stacks.values()].flatMap((stack) =>
    stack.map(([key, x], index) => ({ key, x, y: height / 2 + (index - (stack.length - 1) / 2) * size })),
  )
}
