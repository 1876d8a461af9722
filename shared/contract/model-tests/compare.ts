import { z } from 'zod'
import { Id, Instant, optionalText, procedure } from '../base.ts'
import { ById } from './test.ts'

export const Verdict = z.enum(['left', 'right', 'equal', 'both_bad'])
export type PairVerdict = z.infer<typeof Verdict>

/** Two outputs of one input, sides unnamed. Says nothing about which is which. */
export const Pair = z.object({
  id: Id,
  position: z.number().int(),
  workflowName: z.string(),
  inputName: z.string(),
  inputText: z.string(),
  reference: z.string(),
  mustNotFail: z.boolean(),
  left: z.string(),
  right: z.string(),
  leftFailedChecks: z.array(z.string()),
  rightFailedChecks: z.array(z.string()),
  verdict: Verdict.nullable(),
  /** Must-pass failures seen by the judge. */
  leftFails: z.boolean(),
  rightFails: z.boolean(),
  note: z.string(),
  rev: z.number().int(),
})
export type Pair = z.infer<typeof Pair>

export const JudgeState = z.object({
  /** Grows with everything said of a pair. */
  rev: z.number().int(),
  pairs: z.array(z.object({ id: Id, position: z.number().int(), isJudged: z.boolean() })),
  judged: z.number().int(),
  total: z.number().int(),
  /** The pair to go on with. */
  nextPairId: Id.nullable(),
  /** Words of the stop bell; null while it has to go on. Never says which side. */
  bell: z.string().nullable(),
  secondsUsed: z.number().int(),
  /** What Ctrl+Z would take back, in words; null when nothing is left to undo. */
  undoLabel: z.string().nullable(),
  rules: z.array(z.string()),
})
export type JudgeState = z.infer<typeof JudgeState>

/** After a verdict: what is stored of it, without the texts, and how far the judging is. */
export const SavedJudgement = z.object({
  pair: Pair.pick({ id: true, verdict: true, leftFails: true, rightFails: true, note: true, rev: true }),
  state: JudgeState,
  savedAt: Instant,
})
export type SavedJudgement = z.infer<typeof SavedJudgement>

/** The pairs, judged without names. */
export const compare = {
  /** Draws the order of the pairs and hides the names. */
  startJudging: procedure.input(ById).output(JudgeState),
  judging: procedure.input(ById).output(JudgeState),
  pair: procedure.input(z.object({ pairId: Id })).output(Pair),
  /** Autosave of one judgement. CONFLICT when another window judged first. */
  judge: procedure
    .input(
      z.object({
        pairId: Id,
        rev: z.number().int(),
        verdict: Verdict.nullable(),
        leftFails: z.boolean(),
        rightFails: z.boolean(),
        note: optionalText(2000),
        seconds: z.number().int().min(0).max(36_000),
      }),
    )
    .output(SavedJudgement),
  /** Takes back the last verdict or must-pass mark; a note typed since stays. CONFLICT when nothing is left. */
  undoJudgement: procedure.input(ById).output(SavedJudgement.extend({ label: z.string() })),
}
