export type Spent<Id> = { readonly id: Id; readonly seconds: number }

/** The seconds of a sitting, by what they were spent on, until a request takes them along. */
export function createSeconds<Id extends number | null>() {
  const untold = new Map<Id, number>()
  const counted = new Map<Id, number>()
  const addTo = (sums: Map<Id, number>, id: Id, seconds: number) =>
    sums.set(id, (sums.get(id) ?? 0) + seconds)
  return {
    add(id: Id, seconds: number) {
      addTo(counted, id, seconds)
      addTo(untold, id, seconds)
    },
    /** Seconds of this sitting, told or not. */
    on: (id: Id) => counted.get(id) ?? 0,
    waiting: () => [...untold.values()].reduce((sum, seconds) => sum + seconds, 0),
    take(): Spent<Id>[] {
      const taken = [...untold].map(([id, seconds]) => ({ id, seconds }))
      untold.clear()
      return taken.filter(({ seconds }) => seconds !== 0)
    },
    /** Not lost where the request failed: they go along with the next one. */
    putBack(taken: readonly Spent<Id>[]) {
      for (const { id, seconds } of taken) addTo(untold, id, seconds)
    },
  }
}

export type Seconds<Id extends number | null> = ReturnType<typeof createSeconds<Id>>
