/** A piece of text as it can be shown: plain, or a character that is not seen unless it is named. */
export type TextPiece = { readonly text: string; readonly hidden: string | null }

const names: Readonly<Record<string, string>> = {
  '\u00AD': 'soft hyphen',
  '\u200B': 'zero-width space',
  '\u200C': 'zero-width non-joiner',
  '\u200D': 'zero-width joiner',
  '\u200E': 'left-to-right mark',
  '\u200F': 'right-to-left mark',
  '\u202A': 'left-to-right embedding',
  '\u202B': 'right-to-left embedding',
  '\u202C': 'end of direction',
  '\u202D': 'left-to-right override',
  '\u202E': 'right-to-left override',
  '\u2060': 'word joiner',
  '\u2066': 'left-to-right isolate',
  '\u2067': 'right-to-left isolate',
  '\u2068': 'first strong isolate',
  '\u2069': 'end of isolate',
  '\uFEFF': 'byte order mark',
}

// Joiners inside emoji and non-Latin words, and the tags of a flag, are part of ordinary writing.
const joiner = '[\\u200C\\u200D](?!\\p{Extended_Pictographic}|(?!\\p{Script=Latin})\\p{L})'
const tag = '(?<!\\u{1F3F4}[\\u{E0020}-\\u{E007F}]*)[\\u{E0000}-\\u{E007F}]'
const others = '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\u00AD\\u200B\\u200E\\u200F'
const hiddenCharacter = new RegExp(
  `(${joiner}|${tag}|${others}\\u202A-\\u202E\\u2060\\u2066-\\u2069\\uFEFF])`,
  'u',
)

/** The text in pieces, with zero-width, direction, tag and control characters set apart by name. */
export function piecesOf(text: string): TextPiece[] {
  return text
    .split(hiddenCharacter)
    .map((piece, index) => ({ text: piece, hidden: index % 2 === 1 ? nameOf(piece) : null }))
    .filter((piece) => piece.text !== '')
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return names[character] ?? (code >= 0xe0000 ? 'hidden tag character' : 'control character')
}
