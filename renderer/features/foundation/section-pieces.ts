import {
  foldedTo,
  joined,
  type OutlineSection,
  withDistinctNames,
} from '../../../shared/domain/foundation/outline.ts'
import { words } from './words.ts'

/** A section as it will be made; `key` stays while it is renamed, moved or merged. */
export type SectionPiece = OutlineSection & { key: number; isLeftOut: boolean }
/** Where a document is split. */
export type SplitAt = 'chapters' | 'every'

const fewSections = 25

/** The sections a file makes, all of them chosen. */
export function piecesOf(sections: readonly OutlineSection[], splitAt: SplitAt): SectionPiece[] {
  const split = splitAt === 'chapters' ? foldedTo(sections, 1) : sections
  return withDistinctNames(split).map((section, key) => ({ ...section, key, isLeftOut: false }))
}

/** As the Foundation is split that is there already; a document of very many headings by its chapters. */
export function firstSplit(sections: readonly OutlineSection[], taken: readonly string[]): SplitAt {
  const known = new Set(taken.map(nameKey))
  const likeness = (splitAt: SplitAt) => {
    const pieces = piecesOf(sections, splitAt)
    const found = pieces.filter(({ name }) => known.has(nameKey(name))).length
    return (2 * found) / (pieces.length + taken.length)
  }
  const [chapters, every] = [likeness('chapters'), likeness('every')]
  if (chapters !== every) return chapters > every ? 'chapters' : 'every'
  return sections.length <= fewSections ? 'every' : 'chapters'
}

/**
 * The pieces with one of them made part of the one above it, its name kept as a heading of the text. What is
 * left out is passed over; the first piece stays as it is.
 */
export function mergedUp(pieces: readonly SectionPiece[], key: number): SectionPiece[] {
  const above = aboveOf(pieces, key)
  const piece = pieces.find((each) => each.key === key)
  if (!piece || !above) return [...pieces]
  const text = joined([above.text, piece.name, piece.text])
  return pieces.filter((each) => each !== piece).map((each) => (each === above ? { ...above, text } : each))
}

/** The chosen piece that another one would be merged with. */
export function aboveOf(pieces: readonly SectionPiece[], key: number): SectionPiece | undefined {
  const index = pieces.findIndex((piece) => piece.key === key)
  return pieces.slice(0, Math.max(0, index)).findLast((piece) => !piece.isLeftOut)
}

const longestName = 120

/** The paragraphs of a text: what stands between empty lines. */
export const paragraphsOf = (text: string) => text.split(/\n[^\S\n]*\n+/).filter((part) => part.trim() !== '')

/** A piece ends before its paragraph `at`; a short line there is the name of the new piece. */
export function splitBefore(pieces: readonly SectionPiece[], key: number, at: number): SectionPiece[] {
  const newKey = Math.max(...pieces.map((piece) => piece.key)) + 1
  return pieces.flatMap((piece) => {
    if (piece.key !== key) return [piece]
    const paragraphs = paragraphsOf(piece.text)
    const [first = '', ...rest] = paragraphs.slice(at)
    const isName = first.length <= longestName && !first.includes('\n') && rest.length > 0
    const below = {
      name: isName ? first.trim() : '',
      text: joined(isName ? rest : [first, ...rest]),
      level: piece.level,
    }
    return [
      { ...piece, text: joined(paragraphs.slice(0, at)) },
      { ...below, key: newKey, isLeftOut: false },
    ]
  })
}

/** A piece with all that is below it, put before the one above or after the one that follows. */
export function moved(pieces: readonly SectionPiece[], key: number, by: -1 | 1): SectionPiece[] {
  const from = pieces.findIndex((piece) => piece.key === key)
  const level = pieces[from]?.level ?? 1
  const end = endOf(pieces, from)
  const block = pieces.slice(from, end)
  if (by === 1) {
    const after = endOf(pieces, end)
    return [...pieces.slice(0, from), ...pieces.slice(end, after), ...block, ...pieces.slice(after)]
  }
  const before = pieces.slice(0, from).findLastIndex((piece) => piece.level <= level)
  const to = before === -1 ? 0 : before
  return [...pieces.slice(0, to), ...block, ...pieces.slice(to, from), ...pieces.slice(end)]
}

/** Where the pieces below one end. */
function endOf(pieces: readonly SectionPiece[], from: number): number {
  const level = pieces[from]?.level ?? 1
  const next = pieces.findIndex((piece, index) => index > from && piece.level <= level)
  return next === -1 ? pieces.length : next
}

/** How many pieces stand below one. */
export const countBelow = (pieces: readonly SectionPiece[], index: number) => endOf(pieces, index) - index - 1

/** The pieces that are not folded away under one above them. */
export function unfolded(pieces: readonly SectionPiece[], folded: ReadonlySet<number>): SectionPiece[] {
  let hiddenBelow = Number.POSITIVE_INFINITY
  return pieces.filter(({ key, level }) => {
    if (level > hiddenBelow) return false
    hiddenBelow = folded.has(key) ? level : Number.POSITIVE_INFINITY
    return true
  })
}

/** What keeps the chosen sections from being brought in, by key: names that are missing or used twice. */
export function problemsOf(pieces: readonly SectionPiece[]): Map<number, string> {
  const problems = new Map<number, string>()
  const used = new Set<string>()
  for (const { key, name, isLeftOut } of pieces) {
    if (isLeftOut) continue
    if (name.trim() === '') problems.set(key, words.enterANameForThis)
    else if (used.has(nameKey(name))) problems.set(key, words.anotherSectionHasThisName)
    used.add(nameKey(name))
  }
  return problems
}

const nameKey = (name: string) => name.trim().toLowerCase()
