/**
 * The text two outputs must share to be exact duplicates: accents encoded alike, white space collapsed and
 * trimmed. A missing final text differs from an empty one.
 */
export function textKey(aiText: string, finalText: string | null): string {
  return JSON.stringify([collapse(aiText), finalText === null ? null : collapse(finalText)])
}

function collapse(text: string): string {
  return text
    .normalize('NFC')
    .replace(/\s{2,}|[^\S ]/g, ' ')
    .trim()
}
