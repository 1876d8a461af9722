/** What was seen of the last file, kept for its import: looking into a large one takes seconds. */
export function createLastSeen<Seen>() {
  let last: { key: string; seen: Seen } | null = null
  return {
    /** What `look` found when it was last asked for the same `key`, else what it finds now. */
    async of(key: unknown, look: () => Promise<Seen>): Promise<Seen> {
      const written = JSON.stringify(key)
      if (last?.key === written) return last.seen
      const seen = await look()
      last = { key: written, seen }
      return seen
    },
    forget() {
      last = null
    },
  }
}
