import { z } from 'zod'
import { Day, Id, Instant, Month, optionalText, procedure, text } from './base.ts'

export const ChangeKind = z.enum(['foundation', 'prompt', 'model', 'measure', 'other'])
export type ChangeKind = z.infer<typeof ChangeKind>

export const Change = z.object({
  /** Also its id: numbers are given once and never reused. */
  number: Id,
  onDate: Day,
  workflowIds: z.array(Id),
  workflowNames: z.array(z.string()),
  kind: ChangeKind,
  what: z.string(),
  from: z.string(),
  to: z.string(),
  why: z.string(),
  /** Written by Evenkeel itself when something changed how a workflow is measured. */
  isAutomatic: z.boolean(),
  recordedAt: Instant,
})
export type Change = z.infer<typeof Change>

export const NewChange = z.object({
  onDate: Day,
  workflowIds: z.array(Id).min(1, 'Choose at least one workflow.'),
  kind: ChangeKind,
  what: text('what changed', 300),
  from: optionalText(20_000),
  to: optionalText(20_000),
  why: text('why it changed', 2000),
})
export type NewChange = z.infer<typeof NewChange>

export const changes = {
  list: procedure
    .input(
      z.object({ workflowId: Id.nullable(), search: z.string().max(200), offset: z.number().int().min(0) }),
    )
    .output(z.object({ rows: z.array(Change), total: z.number().int() })),
  get: procedure.input(z.object({ number: Id })).output(Change),
  create: procedure.input(NewChange).output(Change),
}

/** A file made for saving; GET /files/<id> with the session's header. */
export const MadeFile = z.object({ fileId: z.string(), name: z.string() })

export const exports = {
  /** The review workbook of one month: a job whose result is a file. */
  workbook: procedure
    .input(z.object({ month: Month, withTexts: z.boolean() }))
    .output(z.object({ jobId: z.string() })),
  changeLog: procedure.input(z.object({ format: z.enum(['xlsx', 'csv']) })).output(MadeFile),
  importProblems: procedure.input(z.object({ importId: Id })).output(MadeFile),
}
