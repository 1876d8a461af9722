import type { Rule } from '../../contract/model-tests/test.ts'
import { clearBound, signTest } from './sign-test.ts'

export type Outcome = 'better' | 'same' | 'worse' | 'both_bad' | 'not_judged'

/**
 * What became of one input, from the candidate's side. `isIdentical`: both texts are the same, so it was never
 * shown. `candidateFails` and `currentFails` are must-pass failures.
 */
export type Judgement = {
  inputId: number
  outcome: Outcome
  isIdentical: boolean
  candidateFails: boolean
  currentFails: boolean
}

/**
 * Counts of one workflow. `same` includes the `identical` pairs and leaves out `bothBad`; `judged` leaves the
 * identical ones out. `p` is the sign test on the pairs that are not ties.
 */
export type Summary = {
  inputs: number
  judged: number
  better: number
  same: number
  worse: number
  bothBad: number
  identical: number
  notJudged: number
  candidateFailures: number
  currentFailures: number
  isRuleMet: boolean
  p: number | null
}

/**
 * Whether judging can end: 'decided' when the rest cannot change whether the rule is met, 'clear' when the
 * verdicts so far are more than chance whenever one stops. Neither says which way.
 */
export type StopState = 'open' | 'decided' | 'clear'

/** What stopping depends on. */
export type Tally = Pick<Summary, 'better' | 'same' | 'worse' | 'bothBad' | 'candidateFailures'>

/**
 * The counts, and whether the rule is met. `rule.atLeast` stands as agreed, however many inputs there are; a rule
 * without must-pass failures is not met while a pair is unjudged.
 */
export function summarise(judgements: readonly Judgement[], rule: Rule): Summary {
  const outcomes = judgements.map(({ outcome, isIdentical }) => (isIdentical ? 'same' : outcome))
  const count = (wanted: Outcome) => outcomes.filter((outcome) => outcome === wanted).length
  const identical = judgements.filter(({ isIdentical }) => isIdentical).length
  const tally = {
    better: count('better'),
    same: count('same'),
    worse: count('worse'),
    bothBad: count('both_bad'),
    candidateFailures: judgements.filter(({ candidateFails }) => candidateFails).length,
  }
  const notJudged = count('not_judged')
  return {
    ...tally,
    inputs: judgements.length,
    judged: judgements.length - notJudged - identical,
    identical,
    notJudged,
    currentFailures: judgements.filter(({ currentFails }) => currentFails).length,
    isRuleMet: isCertainlyMet(tally, notJudged, rule),
    p: signTest(tally.better, tally.worse),
  }
}

/** Whether judging can end with `remaining` pairs left. A must-pass failure can still come on any of them. */
export function stopState(tally: Tally, remaining: number, rule: Rule): StopState {
  if (isCertainlyMet(tally, remaining, rule) || isOutOfReach(tally, remaining, rule)) return 'decided'
  return clearBound(tally.better, tally.worse) ? 'clear' : 'open'
}

/** Inputs on which the candidate is better or the same. A pair where both are bad is neither (R11). */
export function notWorse({ better, same, bothBad }: Tally, { bothBadIsSame = false }: Rule): number {
  return better + same + (bothBadIsSame ? bothBad : 0)
}

/** From one in five on, the inputs fail on both: the wording is to be mended before any model is chosen. */
export function failsOnBoth({ bothBad, inputs }: Pick<Summary, 'bothBad' | 'inputs'>): boolean {
  return bothBad > 0 && bothBad * 5 >= inputs
}

function isCertainlyMet(tally: Tally, remaining: number, rule: Rule): boolean {
  const isSafe = !rule.noMustPassFailure || (tally.candidateFailures === 0 && remaining === 0)
  return isSafe && notWorse(tally, rule) >= rule.atLeast
}

function isOutOfReach(tally: Tally, remaining: number, rule: Rule): boolean {
  const hasFailed = rule.noMustPassFailure && tally.candidateFailures > 0
  return hasFailed || notWorse(tally, rule) + remaining < rule.atLeast
}
