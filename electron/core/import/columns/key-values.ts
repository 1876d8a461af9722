const examined = 1_000
const longest = 80
/** One word with a digit in it. */
const key = /^(?=\S*\d)\S+$/
const isMixed = (value: string) => /^[\p{L}\d#/_.:-]+$/u.test(value) && /\p{L}/u.test(value)
/** A number with its unit is an amount: "340ms", "12min", "3.5h". */
const amount = /^[\d.,:]+\p{L}{1,4}$/u
/** "2026-W10", "2026-Q1", "v1.2" */
const period = /^(\d{4}-?[WQKH]\d{1,2}|[WQK]\d{1,2}[-/]?\d{4}|v\d[\d.]*)$/i

/** Watches whether the values of a column tell its rows apart, as IDs do. */
export function createKeyObserver() {
  const seen = new Set<string>()
  let isKey = true
  let mixed = 0
  /** In step with 0, 1, 2, … and with 1, 2, 3, … */
  const running = [0, 0]

  return {
    /** Every cell, also an empty one: a row without a value is told apart by nothing. */
    add(value: string) {
      if (!isKey) return
      if (value === '' || value.length > longest || !key.test(value) || seen.has(value)) {
        isKey = false
        return
      }
      if (seen.size >= examined) return
      for (const start of [0, 1])
        if (value === String(seen.size + start)) running[start] = (running[start] ?? 0) + 1
      seen.add(value)
      if (isMixed(value) && !amount.test(value) && !period.test(value)) mixed++
    },
    /** 1, 2, 3, … counts the rows of one file and names nothing. */
    kind(): 'mixed' | 'plain' | null {
      if (!isKey || seen.size < 2 || running.includes(seen.size)) return null
      return mixed === seen.size ? 'mixed' : 'plain'
    },
  }
}
