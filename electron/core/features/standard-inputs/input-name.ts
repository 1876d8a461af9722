const longestName = 60

/** A short name for an input: its first words, at most 60 characters. */
export function inputName(text: string): string {
  const line = text.slice(0, 1000).replace(/\s+/g, ' ').trim()
  if (line.length <= longestName) return line
  const start = line.slice(0, longestName - 1)
  const end = start.lastIndexOf(' ')
  return `${(end > longestName / 2 ? start.slice(0, end) : start).toWellFormed()}…`
}
