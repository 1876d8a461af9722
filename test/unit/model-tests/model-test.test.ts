import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../shared/contract/model-tests/test.ts'
import {
  failsOnBoth,
  type Judgement,
  notWorse,
  type Outcome,
  stopState,
  summarise,
} from '../../../shared/domain/model-tests/model-test.ts'
import { testCaution, testSentence } from '../../../shared/domain/model-tests/model-test-sentences.ts'

const strict: Rule = { atLeast: 10, of: 12, noMustPassFailure: true }
const lenient: Rule = { ...strict, noMustPassFailure: false }
const letters: Record<string, Outcome> = {
  b: 'better',
  s: 'same',
  w: 'worse',
  x: 'both_bad',
  '-': 'not_judged',
}

/** One judgement a letter: i is identical, B and W are outcomes with a candidate's must-pass failure, C a current's. */
function judgementsOf(text: string): Judgement[] {
  return [...text].map((letter, index) => ({
    inputId: index + 1,
    outcome: letter === 'i' ? 'same' : (letters[letter === 'C' ? 'b' : letter.toLowerCase()] ?? 'not_judged'),
    isIdentical: letter === 'i',
    candidateFails: letter === 'B' || letter === 'W' || letter === 'X',
    currentFails: letter === 'C',
  }))
}

const none = {
  better: 0,
  same: 0,
  worse: 0,
  bothBad: 0,
  identical: 0,
  notJudged: 0,
  candidateFailures: 0,
  currentFailures: 0,
}

describe('summarise', () => {
  it.each([
    ['bbbbbbbssssw', { inputs: 12, judged: 12, better: 7, same: 4, worse: 1, isRuleMet: true }],
    ['bbbbbbbssiiw', { inputs: 12, judged: 10, better: 7, same: 4, worse: 1, identical: 2, isRuleMet: true }],
    ['bbbbbbbsxxxw', { inputs: 12, judged: 12, better: 7, same: 1, worse: 1, bothBad: 3, isRuleMet: false }],
    ['bbbbbbbsssxx', { inputs: 12, judged: 12, better: 7, same: 3, bothBad: 2, isRuleMet: true }],
    ['bbbbbbbssxxx', { inputs: 12, judged: 12, better: 7, same: 2, bothBad: 3, isRuleMet: false }],
    ['xxxxxxxxxxxx', { inputs: 12, judged: 12, bothBad: 12, isRuleMet: false }],
    ['bbbbbbbsssww', { inputs: 12, judged: 12, better: 7, same: 3, worse: 2, isRuleMet: true }],
    ['bbbbbbbsswww', { inputs: 12, judged: 12, better: 7, same: 2, worse: 3, isRuleMet: false }],
    [
      'bbbbbbBssssw',
      { inputs: 12, judged: 12, better: 7, same: 4, worse: 1, candidateFailures: 1, isRuleMet: false },
    ],
    [
      'bbbbbbbsssxX',
      {
        inputs: 12,
        judged: 12,
        better: 7,
        same: 3,
        worse: 0,
        bothBad: 2,
        candidateFailures: 1,
        isRuleMet: false,
      },
    ],
    [
      'bbbbbbCssssw',
      { inputs: 12, judged: 12, better: 7, same: 4, worse: 1, currentFailures: 1, isRuleMet: true },
    ],
    [
      'bbbbbbbssss-',
      { inputs: 12, judged: 11, better: 7, same: 4, worse: 0, notJudged: 1, isRuleMet: false },
    ],
    ['bbbbbbbbb', { inputs: 9, judged: 9, better: 9, same: 0, worse: 0, isRuleMet: false }],
    ['', { inputs: 0, judged: 0, isRuleMet: false }],
  ])('counts %s', (text, expected) => {
    const { p: _, ...counted } = summarise(judgementsOf(text), strict)
    expect(counted).toEqual({ ...none, ...expected })
  })

  it.each([
    ['bbbbbbBssssw', true],
    ['bbbbbbbssss-', true],
    ['bbbbbbbss---', false],
  ])('of %s under a rule that allows must-pass failures is met: %s', (text, expected) => {
    expect(summarise(judgementsOf(text), lenient).isRuleMet).toBe(expected)
  })

  it.each([
    ['bbbbbbbbbbww', 0.0386],
    ['bbbbbbbbbbsxiww', 0.0386],
    ['ssiix-', null],
  ])('tests the pairs of %s that are not ties', (text, expected) => {
    const { p } = summarise(judgementsOf(text), strict)
    expect(p === null ? null : Number(p.toFixed(4))).toBe(expected)
  })
})

describe('stopState', () => {
  it.each([
    ['bsbs--------', strict, 'open'],
    ['www---------', strict, 'decided'],
    ['ww----------', strict, 'open'],
    ['W-----------', strict, 'decided'],
    ['B-----------', lenient, 'open'],
    ['bbbbbsssss--', strict, 'open'],
    ['bbbbbsssss--', lenient, 'decided'],
    ['bbbbbssssxw-', lenient, 'open'],
    ['bbbbbsssxxx-', lenient, 'decided'],
    ['bbbbbbbbs---', strict, 'clear'],
    ['bbbbbbbbbb--', lenient, 'decided'],
    ['bbbbbbbsssww', strict, 'decided'],
    ['------------', strict, 'open'],
    ['C-----------', strict, 'open'],
  ] as const)('of %s under %j is %s', (text, rule, expected) => {
    const summary = summarise(judgementsOf(text), rule)
    expect(stopState(summary, summary.notJudged, rule)).toBe(expected)
  })

  it('is decided only when no way to judge the rest changes whether the rule is met, and always then', () => {
    const rules = fc.record({
      atLeast: fc.integer({ min: 1, max: 8 }),
      of: fc.constant(8),
      noMustPassFailure: fc.boolean(),
    })
    const rests = ['b', 's', 'w', 'x', 'B', 'W']
    fc.assert(
      fc.property(fc.stringMatching(/^[bswxiBWC]{0,6}$/), fc.nat(2), rules, (text, remaining, rule) => {
        const ends = remaining === 0 ? [''] : remaining === 1 ? rests : pairsOf(rests)
        const met = new Set(ends.map((end) => summarise(judgementsOf(text + end), rule).isRuleMet))
        const state = stopState(summarise(judgementsOf(text), rule), remaining, rule)
        expect(state === 'decided').toBe(met.size === 1)
      }),
      { numRuns: 2000 },
    )
  })
})

describe('notWorse', () => {
  it('takes both bad for neither, but in a test revealed when it counted as the same', () => {
    const tally = { better: 4, same: 3, worse: 2, bothBad: 1, candidateFailures: 0 }
    expect(notWorse(tally, strict)).toBe(7)
    expect(notWorse(tally, { ...strict, bothBadIsSame: true })).toBe(8)
  })
})

describe('failsOnBoth', () => {
  it.each([
    [0, 0, false],
    [0, 12, false],
    [2, 12, false],
    [3, 12, true],
    [1, 5, true],
    [1, 6, false],
    [2, 10, true],
  ])('of %i both bad among %i is %s', (bothBad, inputs, expected) => {
    expect(failsOnBoth({ bothBad, inputs })).toBe(expected)
  })
})

describe('the result', () => {
  it('agrees with a count of letters, written apart from the rule', () => {
    const rules = fc.record({
      ...{ atLeast: fc.integer({ min: 1, max: 12 }), of: fc.constant(12), noMustPassFailure: fc.boolean() },
    })
    fc.assert(
      fc.property(fc.stringMatching(/^[bswxiBWXC-]{0,12}$/), rules, (text, rule) => {
        const letter = (pattern: RegExp) => text.replaceAll(pattern, '').length
        const [good, failing] = [letter(/[^bBCsi]/g), letter(/[^BWX]/g)]
        const isSafe = !rule.noMustPassFailure || (failing === 0 && !text.includes('-'))
        const summary = summarise(judgementsOf(text), rule)
        expect(summary.isRuleMet).toBe(isSafe && good >= rule.atLeast)
        expect([summary.bothBad, summary.worse]).toEqual([letter(/[^xX]/g), letter(/[^wW]/g)])
        const told = testSentence(summary, rule)
        expect(told.endsWith('Meets your rule.')).toBe(summary.isRuleMet)
        expect(told.includes('both bad')).toBe(summary.bothBad > 0)
        const isMended = testCaution(summary).includes('mend the wording first')
        expect(isMended).toBe(summary.bothBad > 0 && summary.bothBad / text.length >= 0.2)
        const [wins, losses] = [letter(/[^bBC]/g), letter(/[^wW]/g)]
        expect(summary.p === null ? null : summary.p.toFixed(9)).toBe(exactSignTest(wins, losses))
      }),
      { numRuns: 3000 },
    )
  })
})

/** Every way to toss n coins, counted; null without any. */
function exactSignTest(wins: number, losses: number): string | null {
  const n = wins + losses
  if (n === 0) return null
  let atLeastThisUneven = 0
  for (let tosses = 0; tosses < 2 ** n; tosses++) {
    const heads = tosses.toString(2).replaceAll('0', '').length
    if (Math.abs(2 * heads - n) >= Math.abs(wins - losses)) atLeastThisUneven++
  }
  return (atLeastThisUneven / 2 ** n).toFixed(9)
}

function pairsOf(letters: readonly string[]): string[] {
  return letters.flatMap((first) => letters.map((second) => first + second))
}
