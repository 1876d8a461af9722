import { expect, it } from 'vitest'
import { agreementOn } from '../../../electron/core/features/model-tests/compare/agreement.ts'
import type { SteadyVerdict } from '../../../electron/core/features/model-tests/compare/evaluator.ts'
import type { Outcome } from '../../../shared/domain/model-tests/model-test.ts'

const judged = (...outcomes: Outcome[]) =>
  outcomes.map((outcome, index) => ({
    inputId: index + 1,
    outcome,
    isIdentical: false,
    candidateFails: false,
    currentFails: false,
  }))
const [tone, facts, other] = [1, 2, 3]
const said = (inputId: number, standardId: number, outcome: SteadyVerdict['outcome']) => {
  return { inputId, standardId, outcome }
}

it.each<[string, Outcome[], SteadyVerdict[], string | null]>([
  ['was not asked', ['better'], [], null],
  [
    'goes by the lead of its standards, and leaves out both bad',
    ['better', 'better', 'both_bad'],
    [
      ...[said(1, tone, 'better'), said(1, facts, 'same')],
      ...[said(2, tone, 'better'), said(2, facts, 'worse')],
      said(3, tone, 'same'),
    ],
    'You and the evaluator agreed on 1 of 2.',
  ],
  [
    'leaves out what was not judged, other workflows and unsteady standards',
    ['not_judged', 'worse'],
    [said(1, tone, 'better'), said(2, tone, 'worse'), said(2, facts, null), said(9, other, null)],
    'You and the evaluator agreed on 1 of 1; one standard had no steady verdict.',
  ],
])('the evaluator %s', (_name, outcomes, verdicts, sentence) => {
  expect(agreementOn(judged(...outcomes), verdicts)).toBe(sentence)
})
