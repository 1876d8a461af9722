import type { Rule } from '../../contract/model-tests/test.ts'
import { failsOnBoth, notWorse, type Outcome, type StopState, type Summary } from './model-test.ts'
import { clearBound, winsNeeded } from './sign-test.ts'

/** A pair judged twice: both outcomes from the candidate's side, so that the same means the same. */
export type RepeatedJudgement = { first: Outcome; second: Outcome }

/** "Of 12: 7 better, 4 the same, 1 worse, no must-pass failure. Meets your rule." */
export function testSentence(summary: Summary, rule: Rule): string {
  const parts = [
    `${summary.better} better`,
    `${summary.same} the same`,
    ...(summary.bothBad > 0 ? [`${summary.bothBad} both bad`] : []),
    `${summary.worse} worse`,
    ...(summary.notJudged > 0 ? [`${summary.notJudged} not judged`] : []),
    failures(summary.candidateFailures),
  ]
  return `Of ${summary.inputs}: ${parts.join(', ')}. ${ruleSentence(summary, rule)}`
}

function ruleSentence(summary: Summary, rule: Rule): string {
  if (summary.isRuleMet) return 'Meets your rule.'
  if (rule.noMustPassFailure && summary.candidateFailures > 0) {
    return 'Doesn’t meet your rule: it allows no must-pass failure.'
  }
  const good = notWorse(summary, rule)
  if (good < rule.atLeast) {
    const leftOut = summary.bothBad > 0 && !rule.bothBadIsSame ? '; both bad doesn’t count' : ''
    return `Doesn’t meet your rule: better or the same on ${good}, and it asks for ${rule.atLeast}${leftOut}.`
  }
  const left = summary.notJudged === 1 ? 'the one' : `the ${summary.notJudged}`
  return `Doesn’t meet your rule yet: a must-pass failure could be in ${left} not judged.`
}

/** What the result can and cannot tell, after what is to be done first where the inputs fail on both. */
export function testCaution(summary: Summary): string {
  if (!failsOnBoth(summary)) return proofSentence(summary)
  const { bothBad, inputs } = summary
  return `The standard inputs fail on both, ${bothBad} of ${inputs}: mend the wording first. ${proofSentence(summary)}`
}

/** After an early stop only the bound that allows one counts as proof. */
function proofSentence(summary: Summary): string {
  const { better, worse, inputs, p, notJudged } = summary
  const isProven = notJudged > 0 ? clearBound(better, worse) : p !== null && p <= 0.05
  if (isProven) {
    const side = better > worse ? 'better' : 'worse'
    return `The candidate is ${side} by more than chance on inputs like these: ${count(better, 'win')}, ${losses(worse)}.`
  }
  const needed = winsNeeded(inputs)
  const proof =
    needed === null
      ? `${count(inputs, 'input')} can’t prove either`
      : `that would take about ${needed} clear wins of ${inputs} without ties`
  if (summary.isRuleMet) return `This means no obvious harm, not proven better: ${proof}.`
  return `No difference found that is more than chance: ${proof}.`
}

/** The words of the stop bell: that judging can end, never which way. Null while it has to go on. */
export function bellSentence(state: StopState, remaining: number): string | null {
  if (state === 'open' || remaining === 0) return null
  const rest = remaining === 1 ? 'the remaining pair' : `the remaining ${remaining} pairs`
  if (state === 'decided') return `You can stop here: ${rest} can’t change the outcome by your rule.`
  return `You can stop here: your verdicts are clear enough without ${rest}.`
}

/** How steady the judge was on pairs shown twice. Null when none was judged both times. */
export function steadinessSentence(repeats: readonly RepeatedJudgement[]): string | null {
  const judged = repeats.filter(({ first, second }) => first !== 'not_judged' && second !== 'not_judged')
  if (judged.length === 0) return null
  const steady = judged.filter(({ first, second }) => first === second).length
  const start = `You judged ${count(judged.length, 'pair')} twice, sides swapped:`
  if (steady === judged.length) return `${start} the same verdict both times.`
  if (steady === 0) return `${start} a different verdict the second time.`
  return `${start} the same verdict both times on ${steady} of them.`
}

/**
 * "You and the evaluator agreed on 9 of 10; two standards had no steady verdict." Plain agreement, since kappa
 * means little on few pairs. `unsteady` standards are not among the `compared`. Null when there is neither.
 */
export function agreementSentence({
  agreed,
  compared,
  unsteady,
}: {
  agreed: number
  compared: number
  unsteady: number
}): string | null {
  const standards = `${numberWord(unsteady)} ${unsteady === 1 ? 'standard' : 'standards'} had no steady verdict.`
  if (compared === 0) return unsteady === 0 ? null : `Nothing to compare with the evaluator: ${standards}`
  const agreement = `You and the evaluator agreed on ${agreed} of ${compared}`
  return unsteady === 0 ? `${agreement}.` : `${agreement}; ${standards}`
}

function failures(n: number): string {
  return n === 0 ? 'no must-pass failure' : count(n, 'must-pass failure')
}

function losses(n: number): string {
  return n === 1 ? '1 loss' : `${n} losses`
}

function count(n: number, noun: string): string {
  return `${n} ${noun}${n === 1 ? '' : 's'}`
}

function numberWord(n: number): string {
  const words = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten']
  return words[n] ?? String(n)
}
