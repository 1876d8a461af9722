import { words } from './words.ts'
/** A piece of text as it can be shown: plain, or a character that is not seen unless it is named. */
export type TextPiece = { readonly text: string; readonly hidden: string | null }

const names: Readonly<Record<string, string>> = {
  '\u00AD': words.softHyphen,
  '\u200B': words.zeroWidthSpace,
  '\u200C': words.zeroWidthNonJoiner,
  '\u200D': words.zeroWidthJoiner,
  '\u200E': words.leftToRightMark,
  '\u200F': words.rightToLeftMark,
  '\u202A': words.leftToRightEmbedding,
  '\u202B': words.rightToLeftEmbedding,
  '\u202C': words.endOfDirection,
  '\u202D': words.leftToRightOverride,
  '\u202E': words.rightToLeftOverride,
  '\u2060': words.wordJoiner,
  '\u2066': words.leftToRightIsolate,
  '\u2067': words.rightToLeftIsolate,
  '\u2068': words.firstStrongIsolate,
  '\u2069': words.endOfIsolate,
  '\uFEFF': words.byteOrderMark,
}

// Joiners inside emoji and non-Latin words, and the tags of a flag, are part of ordinary writing.
const joiner = '[\\u200C\\u200D](?!\\p{Extended_Pictographic}|(?!\\p{Script=Latin})\\p{L})'
const tag = '(?<!\\u{1F3F4}[\\u{E0020}-\\u{E007F}]*)[\\u{E0000}-\\u{E007F}]'
const others = '[\\u0000-\\u0008\\u000B\\u000C\\u000E-\\u001F\\u007F\\u00AD\\u200B\\u200E\\u200F'
const hiddenCharacter = new RegExp(words.u202AU202eU2060U2066U2069(joiner, tag, others), 'u')

/** The text in pieces, with zero-width, direction, tag and control characters set apart by name. */
export function piecesOf(text: string): TextPiece[] {
  return text
    .split(hiddenCharacter)
    .map((piece, index) => ({ text: piece, hidden: index % 2 === 1 ? nameOf(piece) : null }))
    .filter((piece) => piece.text !== '')
}

function nameOf(character: string): string {
  const code = character.codePointAt(0) ?? 0
  return names[character] ?? (code >= 0xe0000 ? words.hiddenTagCharacter : words.controlCharacter)
}
