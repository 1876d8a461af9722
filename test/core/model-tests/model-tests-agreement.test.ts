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
const said = (inputId: number, standard: string, outcome: SteadyVerdict['outcome']) => {
  return { inputId, standard, outcome }
}

it.each<[string, Outcome[], SteadyVerdict[], string | null]>([
  ['was not asked', ['better'], [], null],
  [
    'goes by the lead of its standards',
    ['better', 'better', 'both_bad'],
    [
      ...[said(1, 'Tone', 'better'), said(1, 'Facts', 'same')],
      ...[said(2, 'Tone', 'better'), said(2, 'Facts', 'worse')],
      said(3, 'Tone', 'same'),
    ],
    'You and the evaluator agreed on 2 of 3.',
  ],
  [
    'leaves out what was not judged, other workflows and unsteady standards',
    ['not_judged', 'worse'],
    [said(1, 'Tone', 'better'), said(2, 'Tone', 'worse'), said(2, 'Facts', null), said(9, 'Else', null)],
    'You and the evaluator agreed on 1 of 1; one standard had no steady verdict.',
  ],
])('the evaluator %s', (_name, outcomes, verdicts, sentence) => {
  expect(agreementOn(judged(...outcomes), verdicts)).toBe(sentence)
})
