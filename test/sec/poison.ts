/** What a program reads, not a person: dates, zones, languages, names of states, codes, numbers. */
const forPrograms = [
  /^\d{4}-\d{2}(-\d{2})?([T ][\d:.]+(Z|[+-][\d:]+)?)?$/,
  /^[a-z][a-zA-Z0-9]*([_:.-][a-z0-9]+)*$/,
  /^[A-Z]+(_[A-Z]+)*$/,
  /^[0-9a-f-]{16,}$/,
  /^[\d.,:%+-]*$/,
  /^[A-Z][A-Za-z_]+(\/[A-Za-z_-]+)+$|^UTC$/,
  /^[a-z]{2}(-[A-Z]{2})?$/,
  /^\/[^ ]*$/,
]

const isForPeople = (text: string) => !forPrograms.some((form) => form.test(text))

/** How many texts for people a reply of the core holds. */
function countTexts(value: unknown): number {
  if (typeof value === 'string') return isForPeople(value) ? 1 : 0
  if (typeof value !== 'object' || value === null) return 0
  return Object.values(value).reduce((sum: number, part: unknown) => sum + countTexts(part), 0)
}

/**
 * A reply of the core in which every text for people is followed by payloads, all of them between them; and how many
 * texts there were.
 */
export function poisoned(reply: unknown, payloads: readonly string[]): { reply: unknown; texts: number } {
  const texts = countTexts(reply)
  const each = Math.min(20, Math.ceil(payloads.length / Math.max(texts, 1)))
  let next = 0
  const take = () => {
    next += 1
    return payloads[(next - 1) % payloads.length]
  }
  const poison = (value: unknown): unknown => {
    if (typeof value === 'string') {
      return isForPeople(value) ? [value, ...Array.from({ length: each }, take)].join(' ') : value
    }
    if (Array.isArray(value)) return value.map(poison)
    if (typeof value !== 'object' || value === null) return value
    return Object.fromEntries(Object.entries(value).map(([key, part]) => [key, poison(part)]))
  }
  return { reply: poison(reply), texts }
}
