/** Words that Python and JavaScript write where JSON has none; a missing number is null. */
const constants: Readonly<Record<string, unknown>> = {
  true: true,
  false: false,
  null: null,
  True: true,
  False: false,
  None: null,
  nan: null,
  NaN: null,
  Infinity: null,
  '-Infinity': null,
  undefined: null,
}
const escapes: Readonly<Record<string, string>> = {
  n: '\n',
  t: '\t',
  r: '\r',
  b: '\b',
  f: '\f',
  '\n': '',
}
const word = /-?[A-Za-z]+|-?\d+(?:\.\d+)?(?:[eE][+-]?\d+)?/y
const deepest = 500

/** A JSON value, also as Python writes one (NaN, None, single quotes). Undefined where the text is neither. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    const values = parseValues(text)
    return values?.length === 1 ? values[0] : undefined
  }
}

/** Every value of a text that holds one after the other; null where something else stands between them. */
export function parseValues(text: string): unknown[] | null {
  const reader = createReader(text)
  const values: unknown[] = []
  try {
    while (!reader.isAtEnd()) values.push(reader.value(0))
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
  return values
}

function createReader(text: string) {
  let at = 0

  function skipSpace() {
    while (at < text.length && /\s/.test(text.charAt(at))) at++
  }

  function take(expected: string): boolean {
    skipSpace()
    if (text[at] !== expected) return false
    at++
    return true
  }

  function string(quote: string): string {
    let value = ''
    for (let from = at; at < text.length; at++) {
      const character = text[at]
      if (character === quote) {
        value += text.slice(from, at++)
        return value
      }
      if (character !== '\\') continue
      value += text.slice(from, at) + escaped()
      from = at + 1
    }
    throw new SyntaxError('open string')
  }

  /** The character an escape stands for; leaves `at` on its last character. */
  function escaped(): string {
    at++
    const kind = text.charAt(at)
    const length = kind === 'u' ? 4 : kind === 'x' ? 2 : 0
    if (length === 0) return escapes[kind] ?? kind
    const code = text.slice(at + 1, at + 1 + length)
    if (!/^[0-9a-f]+$/i.test(code) || code.length < length) throw new SyntaxError('escape')
    at += length
    return String.fromCharCode(Number.parseInt(code, 16))
  }

  function list(depth: number, end: string): unknown[] {
    const items: unknown[] = []
    while (!take(end)) {
      items.push(value(depth + 1))
      if (take(',')) continue
      if (take(end)) break
      throw new SyntaxError('list')
    }
    return items
  }

  function record(depth: number): unknown {
    const entries: [string, unknown][] = []
    while (!take('}')) {
      skipSpace()
      const key = String(value(depth + 1))
      if (!take(':')) throw new SyntaxError('key')
      entries.push([key, value(depth + 1)])
      if (take(',')) continue
      if (take('}')) break
      throw new SyntaxError('object')
    }
    return Object.fromEntries(entries)
  }

  function value(depth: number): unknown {
    if (depth > deepest) throw new SyntaxError('too deep')
    if (take('{')) return record(depth)
    if (take('[')) return list(depth, ']')
    if (take('(')) return list(depth, ')')
    if (take('"')) return string('"')
    if (take("'")) return string("'")
    word.lastIndex = at
    const found = word.exec(text)?.[0]
    if (found === undefined) throw new SyntaxError('value')
    at = word.lastIndex
    if (Object.hasOwn(constants, found)) return constants[found]
    const number = Number(found)
    if (Number.isNaN(number)) throw new SyntaxError('word')
    return number
  }

  return {
    value,
    isAtEnd() {
      skipSpace()
      return at >= text.length
    },
  }
}
