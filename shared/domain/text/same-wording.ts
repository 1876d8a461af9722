/**
 * True when two texts read alike: line ends and white space at the end of a line or of the text are left out
 * of account, as copying between tools alters them. Everything else counts.
 */
export function isSameWording(first: string, second: string): boolean {
  return plain(first) === plain(second)
}

const plain = (text: string) =>
  text
    .replace(/\r\n?/g, '\n')
    .split('\n')
    .map((line) => line.trimEnd())
    .join('\n')
    .trimEnd()

/** True when two texts have the same words and signs in the same order, however they are spaced and broken. */
export const isSameButForSpaces = (first: string, second: string) =>
  evenlySpaced(first) === evenlySpaced(second)

const evenlySpaced = (text: string) =>
  text
    .normalize('NFC')
    .replace(/[\u200B\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim()
