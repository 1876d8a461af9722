export type Random = (below: number) => number

/** A seeded generator of whole numbers below a bound (mulberry32). */
export function createRandom(seed: number): Random {
  let state = seed >>> 0
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

const tokens = [
  '"',
  '""',
  ',',
  ';',
  '\t',
  '\r',
  '\n',
  '{',
  '}',
  '[',
  ']',
  '\\',
  '\\ud800',
  '<',
  '>',
  '&',
  '</c>',
  '<is>',
  ']]>',
  '<!DOCTYPE x>',
  '&xxe;',
  '__proto__',
  '\uFEFF',
  'NaN',
  '1e999',
  '-',
  '💥',
  '=cmd|1',
  '\0',
]

const mutations: Record<string, (bytes: Buffer, random: Random) => Buffer> = {
  flip: (bytes, random) => {
    const copy = Buffer.from(bytes)
    for (let left = 1 + random(20); left > 0; left--) {
      const at = random(copy.length)
      copy[at] = (copy[at] ?? 0) ^ (1 << random(8))
    }
    return copy
  },
  truncate: (bytes, random) => bytes.subarray(0, random(bytes.length)),
  behead: (bytes, random) => bytes.subarray(random(bytes.length)),
  splice: (bytes, random) => {
    const [from, to, at] = [random(bytes.length), random(bytes.length), random(bytes.length)]
    return Buffer.concat([
      bytes.subarray(0, at),
      bytes.subarray(Math.min(from, to), Math.max(from, to)),
      bytes.subarray(at),
    ])
  },
  remove: (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), bytes.subarray(at + 1 + random(200))])
  },
  duplicate: (bytes, random) => Buffer.concat(Array.from({ length: 2 + random(3) }, () => bytes)),
  nuls: (bytes, random) => {
    const at = random(bytes.length)
    return Buffer.concat([bytes.subarray(0, at), Buffer.alloc(1 + random(64)), bytes.subarray(at)])
  },
  insert: (bytes, random) => {
    let mutated = bytes
    for (let left = 1 + random(6); left > 0; left--) {
      const at = random(mutated.length)
      const token = Buffer.from(tokens[random(tokens.length)] ?? '')
      mutated = Buffer.concat([mutated.subarray(0, at), token, mutated.subarray(at)])
    }
    return mutated
  },
  reencode: (bytes, random) => {
    const text = bytes.toString(random(2) === 0 ? 'utf8' : 'latin1')
    const encoded = Buffer.from(text, random(2) === 0 ? 'utf16le' : 'latin1')
    return random(3) === 0 && encoded.length % 2 === 0 ? encoded.swap16() : encoded
  },
}
const names = Object.keys(mutations)

/** The bytes after one or two random mutations, and their names. */
export function mutate(bytes: Buffer, random: Random): { bytes: Buffer; how: string } {
  let mutated = bytes
  const how: string[] = []
  for (let left = 1 + random(2); left > 0 && mutated.length > 0; left--) {
    const name = names[random(names.length)] ?? 'flip'
    mutated = mutations[name]?.(mutated, random) ?? mutated
    how.push(name)
  }
  return { bytes: mutated, how: how.join('+') }
}
