/** A text cut at every place it says `term`: text, term, text, … – every second piece is the term as written. */
export function splitAt(text: string, term: string): string[] {
  if (term.trim() === '') return [text]
  const spaced = term.trim().split(/\s+/).map(escaped).join('\\s+')
  return text.split(new RegExp(`(${spaced})`, 'giu'))
}

const escaped = (text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
