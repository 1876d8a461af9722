/**
 * The text two outputs must share to be exact duplicates: accents encoded alike, white space collapsed and
 * trimmed. A missing final text differs from an empty one.
 */
export function textKey(aiText: string, finalText: string | null): string {
  return JSON.stringify([collapse(aiText), finalText === null ? null : collapse(finalText)])
}

/** Nothing but printable ASCII and single spaces: most texts are so, and need no other look. */
const isPlain = (text: string) => !/[^ -~]| {2}/.test(text)

function collapse(text: string): string {
  if (isPlain(text)) return text.trim()
  return text
    .normalize('NFC')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}
