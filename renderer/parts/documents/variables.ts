const pattern = /\{\{\s*([^{}\s][^{}\n]{0,79}?)\s*\}\}/g

/** The names of the `{{variables}}` in a prompt, each once, in the order they first appear. */
export function variablesOf(text: string): string[] {
  return [...new Set(Array.from(text.matchAll(pattern), ([, name = '']) => name))]
}
