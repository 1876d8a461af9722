const token = /\s*("[^"\\]*(?:\\.[^"\\]*)*"|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?|true|false|null|[{}[\],:])/y

/**
 * Where a text stops being JSON: the index of the first token that does not fit, or its length where it
 * breaks off. JSON.parse tells the place only for some errors.
 */
export function findJsonBreak(text: string): number {
  const open: string[] = []
  let allowed = 'value'
  token.lastIndex = 0
  for (let end = 0; end < text.length; end = token.lastIndex) {
    const found = token.exec(text)?.[1]
    if (found === undefined) return end + (/\S/.exec(text.slice(end))?.index ?? text.length - end)
    const next = following(found, allowed, open)
    if (next === null) return token.lastIndex - found.length
    allowed = next
  }
  return text.length
}

/** What may follow a token: a value, a key, a colon, or the end of a value; null when the token does not fit. */
function following(found: string, allowed: string, open: string[]): string | null {
  const isInObject = open.at(-1) === '{'
  if (found === '}' || found === ']') {
    const fits =
      found === '}' ? isInObject && /key|end/.test(allowed) : open.at(-1) === '[' && /value|end/.test(allowed)
    open.pop()
    return fits ? 'end' : null
  }
  if (found === ',') return allowed === 'end' && open.length > 0 ? (isInObject ? 'key' : 'value') : null
  if (found === ':') return allowed === 'colon' ? 'value' : null
  if (allowed === 'key') return found.startsWith('"') ? 'colon' : null
  if (allowed !== 'value') return null
  if (found === '{' || found === '[') open.push(found)
  return found === '{' ? 'key' : found === '[' ? 'value' : 'end'
}
