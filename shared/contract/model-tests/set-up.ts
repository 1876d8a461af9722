import { z } from 'zod'
import { Day, Id, Nothing, optionalText, procedure, text } from '../base.ts'
import { ById, Filling, ModelTest, Rule, SideSetUp } from './test.ts'

const WorkflowSetUp = z.object({
  workflowId: Id,
  current: SideSetUp,
  candidate: SideSetUp,
  filling: Filling,
  rule: Rule.omit({ bothBadIsSame: true }),
})

/** What is compared with what, and by which rule. */
export const setUp = {
  /** Releases a side can start from, and the instructions each would give. */
  starts: procedure
    .input(z.object({ workflowId: Id }))
    .output(z.array(SideSetUp.extend({ liveOn: Day, isLive: z.boolean() }))),
  create: procedure
    .input(
      z.object({
        heldOn: Day,
        reason: text('the reason', 1000),
        workflowIds: z.array(Id).min(1).max(20),
        /** The model to try; the current one until it is said. */
        candidate: optionalText(120).optional(),
      }),
    )
    .output(ModelTest),
  /** Only while it is being set up. */
  update: procedure
    .input(
      ById.extend({
        rev: z.number().int(),
        heldOn: Day,
        reason: text('the reason', 1000),
        useEvaluator: z.boolean(),
        workflows: z.array(WorkflowSetUp).min(1).max(20),
      }),
    )
    .output(ModelTest),
  /** With everything collected; only before judging begins. */
  discard: procedure.input(ById).output(Nothing),
  /** Agrees the rule and freezes set-up and standard inputs; from here on any change is a new test. */
  lock: procedure.input(ById).output(ModelTest),
  /** A new test with the same set-up. */
  copy: procedure.input(ById).output(ModelTest),
}
