import { z } from 'zod'
import { measureIds } from '../domain/figures/measures/index.ts'
import { Day, Id, Instant, Nothing, optionalText, procedure, text } from './base.ts'

export const Measure = z.enum(measureIds)
export type Measure = z.infer<typeof Measure>
export const Stage = z.enum(['pilot', 'production', 'retired'])
export type Stage = z.infer<typeof Stage>

export const WorkflowFields = z.object({
  name: text('a name for the workflow', 80),
  purpose: optionalText(),
  processOwner: optionalText(200),
  vendor: optionalText(100),
  model: optionalText(100),
  stage: Stage,
  goLiveOn: Day.nullable(),
  /** The last day it was in use; null while it is. Retiring it and taking it up again need a reason and are logged. */
  retiredOn: Day.nullable().default(null),
  monthlyVolume: z.number().int().min(0).max(10_000_000).nullable(),
  /** Minutes the job takes with no AI; needed by the minutes measure. */
  byHandMinutes: z
    .number({ error: 'Enter minutes as a number, for example 20 or 12.5.' })
    .min(0.1, 'Enter more than 0 minutes.')
    .max(10_000, 'Enter 10,000 minutes at most.')
    .nullable(),
  measure: Measure,
  /**
   * Lines as fractions; editing below the target is On target, above the update line Update suggested. Both null
   * while a measure that has no lines of its own has none found.
   */
  targetLine: z.number().min(0.001).max(1).nullable(),
  updateLine: z.number().min(0.001).max(1).nullable(),
  sampleSize: z.number().int().min(3, 'Draw at least 3 outputs.').max(100, 'Draw 100 outputs at most.'),
})
export type WorkflowFields = z.infer<typeof WorkflowFields>

export const Workflow = WorkflowFields.extend({
  id: Id,
  rev: z.number().int(),
  createdAt: Instant,
  /** True once a sample was drawn: from then on changing how it is measured asks for a reason. */
  hasReviews: z.boolean(),
})
export type Workflow = z.infer<typeof Workflow>

export const Standard = z.object({
  id: Id,
  name: z.string(),
  description: z.string(),
  isMustPass: z.boolean(),
})
export type Standard = z.infer<typeof Standard>

export const StandardsVersion = z.object({
  id: Id,
  workflowId: Id,
  version: z.number().int(),
  createdAt: Instant,
  standards: z.array(Standard),
})
export type StandardsVersion = z.infer<typeof StandardsVersion>

export const StandardInput = z.object({
  name: text('a name for the standard', 60),
  description: optionalText(300),
  isMustPass: z.boolean(),
})
export type StandardInput = z.infer<typeof StandardInput>

const ById = z.object({ id: Id })
const Reason = optionalText(500)

export const workflows = {
  list: procedure.output(z.array(Workflow)),
  get: procedure.input(ById).output(Workflow),
  create: procedure
    .input(WorkflowFields.extend({ standards: z.array(StandardInput).max(9) }))
    .output(Workflow),
  /** A change to measure, lines or by-hand minutes after the first draw needs a reason and is logged. */
  update: procedure
    .input(WorkflowFields.extend({ id: Id, rev: z.number().int(), reason: Reason }))
    .output(Workflow),
  /** For good, confirmed by its name; CONFLICT where anything of it is in the record. */
  remove: procedure.input(z.object({ id: Id, name: z.string().max(200) })).output(Nothing),
}

export const standards = {
  current: procedure.input(z.object({ workflowId: Id })).output(StandardsVersion),
  versions: procedure.input(z.object({ workflowId: Id })).output(z.array(StandardsVersion)),
  /** Writes a new version; marks already given keep theirs. */
  save: procedure
    .input(
      z.object({
        workflowId: Id,
        standards: z
          .array(StandardInput)
          .min(1, 'Keep at least one standard.')
          .max(9, 'Nine standards at most: each has one digit key.'),
        reason: Reason,
      }),
    )
    .output(StandardsVersion),
}
