const languages = ['en', 'de', 'de-AT', 'fr', 'es', 'it', 'nl', 'pt', 'sv', 'da', 'nb', 'pl']
const others: readonly [string, number][] = [
  ['jaenner', 1],
  ['feber', 2],
  ['mrz', 3],
  ['maerz', 3],
  ['sept', 9],
]

let known: readonly [string, number][] | null = null

/** The number of a month by its name or the beginning of it, "0" for any other word. */
export function monthOf(word = ''): string {
  known ??= [...others, ...languages.flatMap(namesIn)]
  const plain = plainWord(word)
  const exact = known.find(([name]) => name === plain)
  if (exact) return String(exact[1])
  const months = new Set(known.filter(([name]) => name.startsWith(plain)).map(([, month]) => month))
  return plain.length >= 3 && months.size === 1 ? String([...months][0]) : '0'
}

function namesIn(language: string): [string, number][] {
  const formats = (['long', 'short'] as const).map(
    (month) => new Intl.DateTimeFormat(language, { month, day: 'numeric', timeZone: 'UTC' }),
  )
  return formats.flatMap((format) =>
    Array.from({ length: 12 }, (_, index): [string, number] => {
      const parts = format.formatToParts(new Date(Date.UTC(2026, index, 15)))
      return [plainWord(parts.find(({ type }) => type === 'month')?.value ?? ''), index + 1]
    }),
  )
}

/** Without accents and full stops: "févr." as "fevr". */
const plainWord = (word: string) =>
  word
    .normalize('NFD')
    .replace(/[\p{M}.]/gu, '')
    .toLowerCase()
