import { existsSync, readFileSync } from 'node:fs'
import fc from 'fast-check'
import { uniformInt } from 'pure-rand/distribution/uniformInt'
import { xoroshiro128plus } from 'pure-rand/generator/xoroshiro128plus'
import { describe, expect, it } from 'vitest'
import { minutesShare, textChange } from '../../../shared/domain/figures/editing.ts'
import { wordKeys } from '../../../shared/domain/text/words.ts'
import { cpuTime } from '../../helpers/cpu-time.ts'

const numbered = (from: number, to: number, word = 'word') =>
  Array.from({ length: to - from }, (_, index) => `${word}${from + index}`)
const text = (...parts: string[][]) => parts.flat().join(' ')

describe('minutesShare', () => {
  it.each([
    [6, 30, 0.2],
    [0, 30, 0],
    [45, 30, 1.5],
    [5, 0, null],
    [-1, 30, null],
  ])('of %d minutes in %d is %s', (edit, byHand, expected) => {
    expect(minutesShare(edit, byHand)).toBe(expected)
  })
})

describe('textChange', () => {
  it.each([
    ['nothing', text(numbered(0, 100)), text(numbered(0, 100)), { changed: 0, longer: 100, share: 0 }],
    [
      'ten of 100 words swapped for others',
      text(numbered(0, 100)),
      text(numbered(0, 45), numbered(0, 10, 'new'), numbered(55, 100)),
      { changed: 10, longer: 100, share: 0.1 },
    ],
    [
      'half of it cut',
      text(numbered(0, 100)),
      text(numbered(0, 50)),
      { changed: 50, longer: 100, share: 0.5 },
    ],
    [
      '20 words added to 100',
      text(numbered(0, 100)),
      text(numbered(0, 60), numbered(0, 20, 'new'), numbered(60, 100)),
      { changed: 20, longer: 120, share: 20 / 120 },
    ],
    [
      'everything rewritten',
      text(numbered(0, 100)),
      text(numbered(0, 80, 'new')),
      { changed: 100, longer: 100, share: 1 },
    ],
    ['everything thrown away', text(numbered(0, 100)), '', { changed: 100, longer: 100, share: 1 }],
    ['two empty texts', '', ' \n', { changed: 0, longer: 0, share: 0 }],
    [
      'its two halves swapped',
      text(numbered(0, 100)),
      text(numbered(50, 100), numbered(0, 50)),
      { changed: 50, longer: 100, share: 0.5 },
    ],
    [
      'a passage of eight words moved',
      text(numbered(0, 100)),
      text(numbered(8, 60), numbered(0, 8), numbered(60, 100)),
      { changed: 8, longer: 100, share: 0.08 },
    ],
    [
      'a passage of seven words moved, which counts twice',
      text(numbered(0, 100)),
      text(numbered(7, 60), numbered(0, 7), numbered(60, 100)),
      { changed: 14, longer: 100, share: 0.14 },
    ],
    [
      'a moved passage repeated and its neighbour cut: one copy is a move, the other is new',
      text(numbered(0, 20), numbered(20, 60)),
      text(numbered(20, 40), numbered(0, 10), numbered(40, 60), numbered(0, 10)),
      { changed: 30, longer: 60, share: 0.5 },
    ],
    [
      'only capitals, punctuation and spacing',
      'Dear Ms Okafor, thank you.',
      'DEAR  Ms Okafor\n\nThank you!',
      { changed: 0, longer: 5, share: 0 },
    ],
    ['one word of Chinese', '我们的产品很好', '我们的服务很好', { changed: 1, longer: 4, share: 0.25 }],
  ])('counts %s', (_, aiText, finalText, expected) => {
    expect(textChange(aiText, finalText)).toEqual(expected)
  })

  it('does not count listed boilerplate', () => {
    const boilerplate = ['Kind regards, Jonas Weber', '', '...']
    const change = textChange('The invoice is sent.', 'The invoice is sent. KIND regards\nJonas Weber', {
      boilerplate,
    })
    expect(change).toEqual({ changed: 0, longer: 4, share: 0 })
    expect(
      textChange('The invoice is sent.', 'The invoice is sent. Kind regards, Jonas', { boilerplate }),
    ).toEqual({
      changed: 3,
      longer: 7,
      share: 3 / 7,
    })
  })

  it('stays between 0 and 1 and is 0 for a text against itself', () => {
    const sentence = fc.array(fc.constantFrom('the', 'fox', 'ran', 'home', 'late', 'again'), {
      maxLength: 60,
    })
    fc.assert(
      fc.property(sentence, sentence, (a, b) => {
        const { changed, longer, share } = textChange(a.join(' '), b.join(' '))
        expect(longer).toBe(Math.max(a.length, b.length))
        expect(changed).toBeGreaterThanOrEqual(b.length - longestCommon(a, b))
        expect(changed).toBeLessThanOrEqual(longer)
        expect(share).toBe(longer === 0 ? 0 : changed / longer)
        expect(textChange(a.join(' '), a.join(' ')).share).toBe(0)
      }),
    )
  })

  it('answers for long and wholly different texts without running away', async () => {
    const common = (seed: number, n: number) => {
      const generator = xoroshiro128plus(seed)
      return Array.from(
        { length: n },
        () => `w${uniformInt(generator, 1, uniformInt(generator, 1, 3000))}`,
      ).join(' ')
    }
    const spent = await cpuTime(() => {
      const distinct = textChange(text(numbered(0, 3000)), text(numbered(0, 3000, 'new')))
      expect(distinct).toEqual({ changed: 3000, longer: 3000, share: 1 })
      expect(textChange(common(1, 3000), common(2, 3000)).longer).toBe(3000)
      expect(textChange('a b '.repeat(25_000), 'b c '.repeat(25_000)).share).toBeCloseTo(0.5, 3)
      expect(textChange(common(1, 50_000), common(2, 50_000)).longer).toBe(50_000)
    })
    // Far above what it takes, so that only what runs away fails.
    expect(spent).toBeLessThan(15_000)
  })
})

const pairsFile = new URL('../../../../shared/data/edited-outputs-editor-1.jsonl', import.meta.url)

describe.skipIf(!existsSync(pairsFile))('textChange on 50 professionally edited texts', () => {
  it('agrees with bounds from the longest common subsequence of words', () => {
    const pairs = readFileSync(pairsFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '')
      .map((line) => JSON.parse(line) as { ai_output: string; final_version: string })
    expect(pairs.length).toBe(50)
    for (const pair of pairs) {
      const a = plainWords(pair.ai_output)
      const b = plainWords(pair.final_version)
      const common = longestCommon(a, b)
      const { changed, longer, share } = textChange(pair.ai_output, pair.final_version)
      expect(wordKeys(pair.ai_output)).toEqual(a)
      expect(longer).toBe(Math.max(a.length, b.length))
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
      expect(changed).toBeGreaterThanOrEqual(b.length - common)
      expect(changed).toBeLessThanOrEqual(Math.min(longer, a.length + b.length - 2 * common))
      if (!hasMovedPassage(a, b)) expect(changed).toBeGreaterThanOrEqual(longer - common)
    }
  })
})

if (!existsSync(pairsFile)) console.warn(`Skipped: the edited texts are not at ${pairsFile.pathname}.`)

/** Words by a plain pattern, independent of the segmenter. */
function plainWords(content: string): string[] {
  return (
    content
      .toLowerCase()
      .replaceAll('’', "'")
      .match(/[\p{L}\p{N}]+(?:['.,][\p{L}\p{N}]+)*/gu) ?? []
  )
}

/** True when some eight words in a row of `a` stand at another distance from the start in `b` as well. */
function hasMovedPassage(a: readonly string[], b: readonly string[]): boolean {
  const joined = ` ${b.join(' ')} `
  return a.some((_, at) => {
    const passage = a.slice(at, at + 8)
    return (
      passage.length === 8 &&
      joined.split(` ${passage.join(' ')} `).length > 1 &&
      b.indexOf(passage[0] ?? '') < at
    )
  })
}

function longestCommon(a: readonly string[], b: readonly string[]): number {
  let row = new Array<number>(b.length + 1).fill(0)
  for (const word of a) {
    const next = [0]
    b.forEach((other, index) => {
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    })
    row = next
  }
  return row.at(-1) ?? 0
}
