import { describe, expect, it } from 'vitest'
import type { Rule } from '../../../shared/contract/model-tests/test.ts'
import { type Summary, summarise } from '../../../shared/domain/model-tests/model-test.ts'
import {
  agreementSentence,
  bellSentence,
  steadinessSentence,
  testCaution,
  testSentence,
} from '../../../shared/domain/model-tests/model-test-sentences.ts'

const rule: Rule = { atLeast: 10, of: 12, noMustPassFailure: true }

/** A summary of so many outcomes, the first `fails` of them must-pass failures of the candidate. */
function summaryOf(
  { better = 0, same = 0, bothBad = 0, worse = 0, notJudged = 0, fails = 0 },
  agreed: Rule = rule,
): Summary {
  const outcomes = [
    ...Array.from({ length: better }, () => 'better' as const),
    ...Array.from({ length: same }, () => 'same' as const),
    ...Array.from({ length: bothBad }, () => 'both_bad' as const),
    ...Array.from({ length: worse }, () => 'worse' as const),
    ...Array.from({ length: notJudged }, () => 'not_judged' as const),
  ]
  return summarise(
    outcomes.map((outcome, index) => ({
      inputId: index,
      outcome,
      isIdentical: false,
      candidateFails: index < fails,
      currentFails: false,
    })),
    agreed,
  )
}

describe('testSentence', () => {
  it.each([
    [
      { better: 7, same: 4, worse: 1 },
      'Of 12: 7 better, 4 the same, 1 worse, no must-pass failure. Meets your rule.',
    ],
    [
      { better: 6, same: 3, bothBad: 2, worse: 1 },
      'Of 12: 6 better, 3 the same, 2 both bad, 1 worse, no must-pass failure. Doesn’t meet your rule: better or the same on 9, and it asks for 10; both bad doesn’t count.',
    ],
    [
      { better: 7, same: 2, worse: 3 },
      'Of 12: 7 better, 2 the same, 3 worse, no must-pass failure. Doesn’t meet your rule: better or the same on 9, and it asks for 10.',
    ],
    [
      { better: 11, worse: 1, fails: 1 },
      'Of 12: 11 better, 0 the same, 1 worse, 1 must-pass failure. Doesn’t meet your rule: it allows no must-pass failure.',
    ],
    [
      { better: 11, worse: 1, fails: 2 },
      'Of 12: 11 better, 0 the same, 1 worse, 2 must-pass failures. Doesn’t meet your rule: it allows no must-pass failure.',
    ],
    [
      { better: 10, notJudged: 2 },
      'Of 12: 10 better, 0 the same, 0 worse, 2 not judged, no must-pass failure. Doesn’t meet your rule yet: a must-pass failure could be in the 2 not judged.',
    ],
    [
      { better: 11, notJudged: 1 },
      'Of 12: 11 better, 0 the same, 0 worse, 1 not judged, no must-pass failure. Doesn’t meet your rule yet: a must-pass failure could be in the one not judged.',
    ],
  ])('tells %j', (counts, expected) => {
    expect(testSentence(summaryOf(counts), rule)).toBe(expected)
  })

  it('tells a failure the rule allows', () => {
    const allowing = { ...rule, noMustPassFailure: false }
    expect(testSentence(summaryOf({ better: 10, worse: 2, fails: 1 }, allowing), allowing)).toBe(
      'Of 12: 10 better, 0 the same, 2 worse, 1 must-pass failure. Meets your rule.',
    )
  })
})

describe('testCaution', () => {
  it.each([
    [
      { better: 5, same: 4, bothBad: 3 },
      'The standard inputs fail on both, 3 of 12: mend the wording first. No difference found that is more than chance: that would take about 10 clear wins of 12 without ties.',
    ],
    [
      { better: 8, same: 2, bothBad: 2 },
      'The candidate is better by more than chance on inputs like these: 8 wins, 0 losses.',
    ],
    [
      { better: 7, same: 4, worse: 1 },
      'This means no obvious harm, not proven better: that would take about 10 clear wins of 12 without ties.',
    ],
    [
      { better: 12, same: 7, worse: 1 },
      'The candidate is better by more than chance on inputs like these: 12 wins, 1 loss.',
    ],
    [
      { better: 13, same: 4, worse: 3 },
      'The candidate is better by more than chance on inputs like these: 13 wins, 3 losses.',
    ],
    [
      { better: 1, same: 2, worse: 9 },
      'The candidate is worse by more than chance on inputs like these: 1 win, 9 losses.',
    ],
    [
      { better: 4, same: 10, worse: 6 },
      'This means no obvious harm, not proven better: that would take about 15 clear wins of 20 without ties.',
    ],
    [
      { better: 7, same: 2, worse: 3 },
      'No difference found that is more than chance: that would take about 10 clear wins of 12 without ties.',
    ],
    [{ same: 3, worse: 2 }, 'No difference found that is more than chance: 5 inputs can’t prove either.'],
    [
      { worse: 6, notJudged: 6 },
      'No difference found that is more than chance: that would take about 10 clear wins of 12 without ties.',
    ],
    [
      { worse: 8, notJudged: 4 },
      'The candidate is worse by more than chance on inputs like these: 0 wins, 8 losses.',
    ],
  ])('of %j says what it can and cannot tell', (counts, expected) => {
    expect(testCaution(summaryOf(counts))).toBe(expected)
  })
})

describe('bellSentence', () => {
  it.each([
    ['open', 4, null],
    ['decided', 4, 'You can stop here: the remaining 4 pairs can’t change the outcome by your rule.'],
    ['decided', 1, 'You can stop here: the remaining pair can’t change the outcome by your rule.'],
    ['clear', 4, 'You can stop here: your verdicts are clear enough without the remaining 4 pairs.'],
    ['decided', 0, null],
    ['clear', 0, null],
  ] as const)('when %s with %i left is %j', (state, remaining, expected) => {
    expect(bellSentence(state, remaining)).toBe(expected)
  })
})

describe('steadinessSentence', () => {
  const steady = { first: 'better', second: 'better' } as const
  const unsteady = { first: 'better', second: 'same' } as const
  const unjudged = { first: 'better', second: 'not_judged' } as const
  it.each([
    [[], null],
    [[unjudged], null],
    [[steady, steady], 'You judged 2 pairs twice, sides swapped: the same verdict both times.'],
    [[steady, unjudged], 'You judged 1 pair twice, sides swapped: the same verdict both times.'],
    [
      [steady, unsteady],
      'You judged 2 pairs twice, sides swapped: the same verdict both times on 1 of them.',
    ],
    [[unsteady], 'You judged 1 pair twice, sides swapped: a different verdict the second time.'],
  ])('of %j is %j', (repeats, expected) => {
    expect(steadinessSentence(repeats)).toBe(expected)
  })
})

describe('agreementSentence', () => {
  it.each([
    [9, 10, 2, 'You and the evaluator agreed on 9 of 10; two standards had no steady verdict.'],
    [9, 10, 1, 'You and the evaluator agreed on 9 of 10; one standard had no steady verdict.'],
    [40, 44, 0, 'You and the evaluator agreed on 40 of 44.'],
    [9, 10, 11, 'You and the evaluator agreed on 9 of 10; 11 standards had no steady verdict.'],
    [0, 0, 3, 'Nothing to compare with the evaluator: three standards had no steady verdict.'],
    [0, 0, 0, null],
  ])('of %i in %i with %i unsteady is %j', (agreed, compared, unsteady, expected) => {
    expect(agreementSentence({ agreed, compared, unsteady })).toBe(expected)
  })
})
