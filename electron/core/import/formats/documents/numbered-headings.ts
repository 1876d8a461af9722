const numberedLine =
  /^(?:§\s*|(?:chapter|section|kapitel|abschnitt|chapitre|capítulo|capitolo|hoofdstuk)\s+)?(\d{1,2}(?:\.\d{1,2}){0,5})(?:[.):]|\s[-–—])?\s+\p{L}/iu
const longest = 80

type Numbered = { at: number; parts: number[] }

/**
 * The level of each line that is a numbered heading ("2. Prices", "2.1 Discounts", "Chapter 3: Tone"), null for all
 * others. The numbers must count on through the document, and text must stand between two of them: a list is none.
 */
export function numberedHeadings(lines: readonly string[]): (number | null)[] {
  const levels = lines.map((): number | null => null)
  const candidates = lines.flatMap((line, at) => asNumbered(lines, line, at))
  const counted = candidates.filter((each, at) => !isListItem(lines, each, candidates[at + 1]))
  const followed = inOrder(counted)
  if (followed.length < 2) return levels
  for (const { at, parts } of followed) levels[at] = parts.length
  return levels
}

function asNumbered(lines: readonly string[], line: string, at: number): Numbered[] {
  const text = line.trim()
  const number = numberedLine.exec(text)?.[1]
  const isAfterText = at > 0 && (lines[at - 1] ?? '').trim() !== ''
  if (number === undefined || isAfterText || text.length > longest || /[.,;!?…]$/.test(text)) return []
  return [{ at, parts: number.split('.').map(Number) }]
}

/** Nothing but the next number of the same depth below it. */
function isListItem(lines: readonly string[], { at, parts }: Numbered, next: Numbered | undefined): boolean {
  const below = lines.findIndex((line, index) => index > at && line.trim() !== '')
  if (below === -1) return true
  return next?.at === below && next.parts.length === parts.length
}

/** Those that count on from "1": the next number at a depth, the first one deeper, or back at a higher depth. */
function inOrder(numbered: readonly Numbered[]): Numbered[] {
  const taken: Numbered[] = []
  let last: number[] = []
  for (const each of numbered) {
    const { parts } = each
    const depth = parts.length
    const isSameAbove = parts.slice(0, -1).every((part, index) => part === last[index])
    const before = depth <= last.length ? (last[depth - 1] ?? 0) : 0
    if (depth > last.length + 1 || !isSameAbove || parts.at(-1) !== before + 1) continue
    taken.push(each)
    last = parts
  }
  return taken
}
