/** The beginning of a text, `longest` characters at most: cut between words where that costs less than half. */
export function firstWordsOf(text: string, longest: number): string {
  const whole = text.trim()
  if (whole.length <= longest) return whole
  const end = whole.slice(0, longest + 1).search(/\s\S*$/)
  return `${whole
    .slice(0, end > longest / 2 ? end : longest)
    .toWellFormed()
    .trimEnd()}…`
}
