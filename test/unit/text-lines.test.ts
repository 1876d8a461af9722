import { describe, expect, it } from 'vitest'
import { defaultLines } from '../../shared/domain/figures/status.ts'
import {
  contradictionOf,
  contradictionSentence,
  type MeasuredPair,
  textLinesOf,
  textLinesSentence,
  theilSen,
} from '../../shared/domain/figures/text-lines.ts'

const minutes = [0, 5, 10, 10, 15, 20, 20, 25, 30, 40]
const text = [0, 9, 14, 17, 22, 28, 33, 35, 44, 61]
const pairs: MeasuredPair[] = minutes.map((each, index) => ({
  minutes: each / 100,
  text: (text[index] ?? 0) / 100,
}))

describe('text lines from minutes', () => {
  it('agree with scipy.stats.theilslopes (1.17, method joint)', () => {
    const line = theilSen(pairs.map((pair) => ({ x: pair.minutes, y: pair.text })))
    expect(line?.slope).toBeCloseTo(1.4666666666666668, 12)
    expect(line?.intercept).toBeCloseTo(0, 12)
  })

  it('15 % of the time was about 22 % of the text', () => {
    const lines = textLinesOf(pairs, defaultLines)
    expect(lines?.lines.target).toBeCloseTo(0.22, 10)
    expect(lines?.lines.update).toBeCloseTo(0.2933, 4)
    expect(lines && textLinesSentence(lines, defaultLines, 'en-GB')).toBe(
      '15% of the time was about 22% of the text here (rough guide, 10 pairs)',
    )
  })

  it('are not moved by one contradicting pair', () => {
    const odd = [...pairs, { minutes: 0.4, text: 0.02 }]
    expect(textLinesOf(odd, defaultLines)?.lines.target).toBeCloseTo(0.22, 1)
  })

  it.each<[string, MeasuredPair[]]>([
    ['nine pairs', pairs.slice(0, 9)],
    ['one time for all', pairs.map((pair) => ({ ...pair, minutes: 0.2 }))],
    ['times all below the line', pairs.map((pair) => ({ ...pair, minutes: pair.minutes / 10 }))],
    ['less text for more time', pairs.map((pair) => ({ ...pair, text: 0.7 - pair.text }))],
    ['a line above the whole text', pairs.map((pair) => ({ ...pair, text: pair.text * 4 }))],
  ])('give no guide from %s', (_, given) => expect(textLinesOf(given, defaultLines)).toBeNull())
})

describe('contradictions', () => {
  it.each([
    [0.02, 0.42, 'little_text_much_time'],
    [0.6, 0.01, 'much_text_no_time'],
    [0.05, 0.42, null],
    [0.02, 0.1, null],
    [0, 0, null],
  ])('%d of the text, %d of the time', (share, time, expected) =>
    expect(contradictionOf({ text: share, minutes: time })).toBe(expected),
  )

  it('are asked about in words', () => {
    expect(contradictionSentence('little_text_much_time', { text: 0.02, editMinutes: 25 }, 'en-GB')).toBe(
      '2% changed, 25 minutes: research?',
    )
    expect(contradictionSentence('much_text_no_time', { text: 0.6, editMinutes: 1 }, 'en-GB')).toBe(
      '60% changed, 1 minute: is the time right?',
    )
  })
})
