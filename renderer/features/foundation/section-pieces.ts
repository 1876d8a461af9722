import { words } from './words.ts'
/** A section as it will be made; `key` stays while it is renamed or merged. */
export type SectionPiece = { key: number; name: string; text: string; isLeftOut: boolean }

/** The sections a file would make, all of them chosen. */
export function piecesOf(sections: readonly { name: string; text: string }[]): SectionPiece[] {
  return sections.map(({ name, text }, key) => ({ key, name, text, isLeftOut: false }))
}

/**
 * The pieces with one of them made part of the one above it, its name kept as a heading of the text. What is
 * left out is passed over; the first piece stays as it is.
 */
export function mergedUp(pieces: readonly SectionPiece[], key: number): SectionPiece[] {
  const index = pieces.findIndex((piece) => piece.key === key)
  const above = pieces.slice(0, Math.max(0, index)).findLast((piece) => !piece.isLeftOut)
  const piece = pieces[index]
  if (!piece || !above) return [...pieces]
  const text = [above.text, piece.name, piece.text].filter((part) => part.trim() !== '').join('\n\n')
  return pieces.filter((each) => each !== piece).map((each) => (each === above ? { ...above, text } : each))
}

/** What keeps the chosen sections from being brought in, by key: names that are missing or used twice. */
export function problemsOf(pieces: readonly SectionPiece[], taken: readonly string[]): Map<number, string> {
  const problems = new Map<number, string>()
  const used = new Set(taken.map(nameKey))
  for (const { key, name, isLeftOut } of pieces) {
    if (isLeftOut) continue
    if (name.trim() === '') problems.set(key, words.enterANameForThis)
    else if (used.has(nameKey(name))) problems.set(key, words.anotherSectionHasThisName)
    used.add(nameKey(name))
  }
  return problems
}

const nameKey = (name: string) => name.trim().toLowerCase()
