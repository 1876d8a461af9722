const variable = /\{\{\s*([\p{L}_][\p{L}\p{N}_ .-]{0,60}?)\s*\}\}/gu

/** A stretch of a text; `variable` is the name whose place it takes, null where it stands as it was written. */
export type Piece = { text: string; variable: string | null }

/** The names of the `{{variables}}` in a text, each once, in the order they first appear. */
export const variablesOf = (text: string): string[] => [
  ...new Set(Array.from(text.matchAll(variable), ([, name = '']) => name)),
]

/** The text with these variables filled in, piece by piece; one without a value stays as it is written. */
export function fillIn(text: string, values: ReadonlyMap<string, string>): Piece[] {
  const pieces: Piece[] = []
  let at = 0
  const take = (written: string, name: string | null) => {
    if (written !== '') pieces.push({ text: written, variable: name })
  }
  for (const { 0: written, 1: name = '', index } of text.matchAll(variable)) {
    const value = values.get(name)
    if (value === undefined) continue
    take(text.slice(at, index), null)
    take(value, name)
    at = index + written.length
  }
  take(text.slice(at), null)
  return pieces
}

export const joined = (pieces: readonly Piece[]) => pieces.map(({ text }) => text).join('')
