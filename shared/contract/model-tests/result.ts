import { z } from 'zod'
import { Day, Id, optionalText, procedure, text } from '../base.ts'
import { RollOut } from '../documents.ts'
import { ById, ModelTest, Rule } from './test.ts'

export const TestResult = z.object({
  workflowId: Id,
  workflowName: z.string(),
  inputs: z.number().int(),
  judged: z.number().int(),
  better: z.number().int(),
  same: z.number().int(),
  worse: z.number().int(),
  bothBad: z.number().int(),
  /** Of them counted as same without being shown, since both texts are the same. */
  identical: z.number().int(),
  candidateFailures: z.number().int(),
  currentFailures: z.number().int(),
  isRuleMet: z.boolean(),
  rule: Rule,
  /** Two-sided sign test on the pairs that are not ties; null without any. */
  p: z.number().nullable(),
  wasStoppedEarly: z.boolean(),
  /** The result and what it can and cannot tell. */
  sentence: z.string(),
  caution: z.string(),
  /** How steady the judge was on repeated pairs, in words; null without repeats. */
  steadiness: z.string().nullable(),
  evaluator: z.string().nullable(),
  current: z.object({
    medianMs: z.number().nullable(),
    cost: z.number().nullable(),
    words: z.number().nullable(),
  }),
  candidate: z.object({
    medianMs: z.number().nullable(),
    cost: z.number().nullable(),
    words: z.number().nullable(),
  }),
})
export type TestResult = z.infer<typeof TestResult>

/** One input after the reveal; failures first, then by regression. */
export const RevealedPair = z.object({
  inputId: Id,
  workflowId: Id,
  name: z.string(),
  inputText: z.string(),
  outcome: z.enum(['better', 'same', 'worse', 'both_bad', 'not_judged']),
  isIdentical: z.boolean(),
  currentFails: z.boolean(),
  candidateFails: z.boolean(),
  currentFailedChecks: z.array(z.string()),
  candidateFailedChecks: z.array(z.string()),
  current: z.string(),
  candidate: z.string(),
  note: z.string(),
  currentMs: z.number().nullable(),
  candidateMs: z.number().nullable(),
})
export type RevealedPair = z.infer<typeof RevealedPair>

/** The names, the result, and what was decided. */
export const result = {
  /** Shows the names: when every pair is judged, or earlier with the rest left unjudged. */
  reveal: procedure.input(ById).output(ModelTest),
  result: procedure
    .input(ById)
    .output(z.object({ results: z.array(TestResult), pairs: z.array(RevealedPair) })),
  decide: procedure
    .input(
      ById.extend({
        decision: z.enum(['switch', 'stay', 'test_more']),
        why: text('why', 2000),
        decidedBy: optionalText(200),
        approvedBy: optionalText(200),
        onDate: Day,
        rollOut: RollOut.nullable(),
      }),
    )
    .output(ModelTest),
}
