/** What stands in a document for its pages, not for its reader. */
export type LeftOut = { contents: number; pages: number; versions: number }

const contentsName =
  /^(?:#+\s*|\*+\s*|\d+[.)]?\s+)*(?:table of contents|contents|inhalt(?:sverzeichnis)?|sommaire|table des matières|índice|indice|inhoud(?:sopgave)?|innehåll)\W*$/i
const pageNumber =
  /^\s*(?:(?:page|seite|pagina|página|sida|side)\s*\d+(?:\s*(?:of|von|de|di|van|av|af|\/)\s*\d+)?|[-–—]\s*\d{1,4}\s*[-–—])\s*$/i
/** "Prices ......... 3", "Prices	3" or a link to a heading. */
const entry =
  /(?:\.{3,}|…+|\t|(?:\s\.){3,}| {2,})\s*\d{1,4}\s*$|^\s*(?:[-*+]|\d+[.)])?\s*\[[^\]]+\]\(#[^)]*\)\s*$/
/** What Evenkeel writes below the names of a Foundation that is saved as a document. */
const versionLine =
  /^_?(?:Version \d+, in force since .+|As it was in force on .+ stands under its name|Not written yet)\._?$/

export const isContentsName = (text: string) => contentsName.test(text.trim())

/** The lines that are the document's, and how much was left out: contents, page numbers, its own lines of versions. */
export function withoutPages<Line>(
  lines: readonly Line[],
  textOf: (line: Line) => string,
): { lines: Line[]; leftOut: LeftOut } {
  const leftOut: LeftOut = { contents: 0, pages: 0, versions: 0 }
  const texts = lines.map((line) => textOf(line).replaceAll('\f', ''))
  const isContents = contentsOf(texts)
  if (isContents.includes(true)) leftOut.contents++
  const kept = lines.filter((_, at) => {
    const text = texts[at] ?? ''
    // A number alone is a page where the page ends there.
    const isPage = pageNumber.test(text) || (/^\s*\d{1,4}\s*$/.test(text) && besideBreak(lines, at, textOf))
    const isVersion = versionLine.test(text.trim())
    if (isPage) leftOut.pages++
    else if (isVersion) leftOut.versions++
    return !isPage && !isVersion && !isContents[at]
  })
  return { lines: kept, leftOut }
}

function besideBreak<Line>(lines: readonly Line[], at: number, textOf: (line: Line) => string): boolean {
  return [lines[at], lines[at + 1]].some((line) => line !== undefined && textOf(line).includes('\f'))
}

/** A line called "Contents" and the lines below it that name a page, a place or a later heading. */
function contentsOf(texts: readonly string[]): boolean[] {
  const marks = texts.map(() => false)
  const start = texts.findIndex((text) => isContentsName(text))
  if (start === -1) return marks
  const rest = texts.slice(start + 1).map(nameOf)
  const last = new Map(rest.map((name, at) => [name, at]))
  let end = start
  for (let at = start + 1; at < texts.length; at++) {
    const [text = '', name = ''] = [texts[at], rest[at - start - 1]]
    const isNamedLater = name !== '' && (last.get(name) ?? 0) > at - start - 1
    if (text.trim() !== '' && !/^[=-]{3,}$/.test(text.trim()) && !entry.test(text) && !isNamedLater) break
    if (text.trim() !== '') end = at
  }
  if (end > start) marks.fill(true, start, end + 1)
  return marks
}

/** The words of a heading, however it is marked and numbered. */
const nameOf = (text: string) =>
  text
    .replace(/^[\s#*+-]*(?:\d+(?:\.\d+)*[.)]?\s+)?/, '')
    .trim()
    .toLowerCase()

/** Said above the preview. */
export function leftOutWarnings({ contents, pages, versions }: LeftOut): string[] {
  const warnings: string[] = []
  if (contents > 0) warnings.push('The table of contents was left out.')
  if (pages > 0) {
    warnings.push(pages === 1 ? 'One page number was left out.' : `${pages} page numbers were left out.`)
  }
  if (versions > 0) warnings.push('The lines that Evenkeel writes about versions were left out.')
  return warnings
}
