import { numberedHeadings } from './numbered-headings.ts'

/** A line or paragraph of a document; `level` from 1 to 6 where it is a heading, `titleLevel` for its title. */
export type Block = { level: number | null; text: string }

export const titleLevel = 0

/** Characters; anything longer is a paragraph, whatever its style. */
export const longestHeading = 120

/** Markdown by lines: "# Heading", or a line underlined with = or -. Code between fences is left alone. */
export function markdownBlocks(text: string): Block[] {
  const lines = text.split('\n')
  const blocks: Block[] = []
  let fence: string | null = null
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    const marker = /^ {0,3}(`{3,}|~{3,})/.exec(line)?.[1]?.slice(0, 3)
    if (marker && (fence === null || fence === marker)) fence = fence === null ? marker : null
    const hashes = /^ {0,3}(#{1,6})[ \t]+(.*?)(?:[ \t]+#+)?[ \t]*$/.exec(line)
    if (fence !== null || marker) blocks.push({ level: null, text: line })
    else if (hashes?.[1] && isHeadingText(hashes[2])) {
      blocks.push({ level: hashes[1].length, text: plain(hashes[2] ?? '') })
    } else if (isUnderlined(lines, at)) {
      blocks.push({ level: lines[at + 1]?.trim().startsWith('=') ? 1 : 2, text: plain(line) })
      at++
    } else blocks.push({ level: null, text: line })
  }
  return blocks
}

/**
 * Plain text by lines. Underlined lines, lines in capitals and numbered ones are headings; only where there are
 * none, short lines standing alone above a longer paragraph are.
 */
export function textBlocks(text: string): Block[] {
  const lines = text.split('\n')
  const numbered = numberedHeadings(lines)
  const isStrong = lines.map(
    (_, at) => numbered[at] === null && (isUnderlined(lines, at) || isInCapitals(lines, at)),
  )
  // Below chapters in capitals, "1. Prices" is not a chapter.
  const deeper = isStrong.includes(true) ? 1 : 0
  const isWeak =
    deeper > 0 || numbered.some((level) => level !== null) ? [] : lines.map((_, at) => isAlone(lines, at))
  return lines.flatMap((line, at): Block[] => {
    const level = numbered[at] ?? null
    if (level !== null) return [{ level: Math.min(6, level + deeper), text: line.trim() }]
    if (isStrong[at] || (isWeak[at] && !startsWithHeading(lines, isWeak, at + 1))) {
      return [{ level: 1, text: line.trim() }]
    }
    return isUnderlined(lines, at - 1) ? [] : [{ level: null, text: line }]
  })
}

const isBlank = (line: string | undefined) => line === undefined || line.trim() === ''

const isHeadingText = (text: string | undefined) => !isBlank(text) && (text ?? '').length <= longestHeading

/** Emphasis and links of a heading are markup, not part of a name. */
const plain = (text: string) =>
  text
    .replace(/\[([^\]]+)\]\([^)]*\)/g, '$1')
    .replace(/(\*\*|__|`)(.+?)\1/g, '$2')
    .trim()

function isUnderlined(lines: readonly string[], at: number): boolean {
  const [before, line, rule] = [lines[at - 1], lines[at], lines[at + 1]]
  return (
    isBlank(before) &&
    isHeadingText(line) &&
    /\p{L}/u.test(line ?? '') &&
    /^ {0,3}(={3,}|-{3,})\s*$/.test(rule ?? '')
  )
}

function isInCapitals(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? ''
  const letters = line.match(/\p{L}/gu)?.length ?? 0
  const isCased = line === line.toUpperCase() && line !== line.toLowerCase()
  return isCased && letters >= 3 && line.length <= 80 && isBlank(lines[at - 1]) && !/[.,;!?]$/.test(line)
}

/** "Tone of voice" between blank lines: at most eight words, begun with a capital or a number, no full stop. */
function isAlone(lines: readonly string[], at: number): boolean {
  const line = lines[at]?.trim() ?? ''
  return (
    isBlank(lines[at - 1]) &&
    isBlank(lines[at + 1]) &&
    line.length <= 60 &&
    line.split(/\s+/).length <= 8 &&
    /^(\p{Lu}|\d+[.)]\s)/u.test(line) &&
    !/[.,;:!?…]$/.test(line)
  )
}

/** Whether the next text after a line is such a short line too, or there is none: then neither heads anything. */
function startsWithHeading(lines: readonly string[], isShort: readonly boolean[], from: number): boolean {
  const next = lines.findIndex((line, at) => at >= from && !isBlank(line))
  return next === -1 || isShort[next] === true
}
