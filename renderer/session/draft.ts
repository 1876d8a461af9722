const quietMs = 400
const longestMs = 2000

export type Draft<Value> = {
  readonly change: (value: Value) => void
  readonly flush: () => void
  readonly isWaiting: () => boolean
}

/** A value on its way to be stored: 400 ms after its last change, 2 s after the first, or at once by `flush`. */
export function createDraft<Value>(store: (value: Value) => void): Draft<Value> {
  let waiting: { value: Value } | null = null
  let quiet: ReturnType<typeof setTimeout> | undefined
  let longest: ReturnType<typeof setTimeout> | undefined

  const flush = () => {
    clearTimeout(quiet)
    clearTimeout(longest)
    longest = undefined
    const ready = waiting
    waiting = null
    if (ready) store(ready.value)
  }

  return {
    change(value) {
      waiting = { value }
      clearTimeout(quiet)
      quiet = setTimeout(flush, quietMs)
      longest ??= setTimeout(flush, longestMs)
    },
    flush,
    isWaiting: () => waiting !== null,
  }
}
