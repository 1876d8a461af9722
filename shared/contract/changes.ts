import { z } from 'zod'
import { Day, Id, Instant, Month, optionalText, procedure, text } from './base.ts'
import { DateOrder, PreviewColumn, RowProblem } from './imports.ts'

export const ChangeKind = z.enum(['foundation', 'prompt', 'model', 'measure', 'other'])
export type ChangeKind = z.infer<typeof ChangeKind>

/** What a change did, from the figures before and after it (R9). */
export const ChangeVerdict = z.enum([
  'waiting',
  'better',
  'about_the_same',
  'worse',
  'not_comparable',
  'rolled_back',
])
export type ChangeVerdict = z.infer<typeof ChangeVerdict>

/** One side of a comparison: a finished review's editing figure. */
export const MeasuredMonth = z.object({
  month: Month,
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  known: z.number().int(),
})
export type MeasuredMonth = z.infer<typeof MeasuredMonth>

/** A change's effect on one workflow: the last review finished before it against the next one. */
export const ChangeEffect = z.object({
  workflowId: Id,
  workflowName: z.string(),
  before: MeasuredMonth.nullable(),
  after: MeasuredMonth.nullable(),
  /** Figures typed by hand into an imported log. */
  recordedBefore: z.number().nullable(),
  recordedAfter: z.number().nullable(),
  verdict: ChangeVerdict,
  /** The smallest difference of the two means that is more than chance; null where it cannot be told. */
  noise: z.number().nullable(),
  /** Another change of this workflow falls into the same period, so the effect cannot be told apart. */
  isShared: z.boolean(),
  /** The month whose review brings the "after"; null once it is there. */
  dueMonth: Month.nullable(),
})
export type ChangeEffect = z.infer<typeof ChangeEffect>

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
  decidedBy: z.string(),
  approvedBy: z.string(),
  /** The change this one went back on, and the one that went back on this. */
  reverts: Id.nullable(),
  revertedBy: Id.nullable(),
  /** The published version that made it; null where it was written by hand. */
  documentId: Id.nullable(),
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
  decidedBy: optionalText(200).default(''),
  approvedBy: optionalText(200).default(''),
  from: optionalText(20_000),
  to: optionalText(20_000),
  why: text('why it changed', 2000),
})
export type NewChange = z.infer<typeof NewChange>

export const MeasuredChange = Change.extend({ effects: z.array(ChangeEffect) })
export type MeasuredChange = z.infer<typeof MeasuredChange>

/** The columns of an existing change log that Evenkeel understands. */
export const LogField = z.enum([
  'onDate',
  'workflow',
  'kind',
  'what',
  'from',
  'to',
  'why',
  'before',
  'after',
  'decidedBy',
  'approvedBy',
])
export type LogField = z.infer<typeof LogField>
export const LogMapping = z.partialRecord(LogField, z.number().int().min(0))
export type LogMapping = z.infer<typeof LogMapping>

export const changes = {
  list: procedure
    .input(
      z.object({
        workflowId: Id.nullable(),
        kind: ChangeKind.nullable().default(null),
        search: z.string().max(200),
        offset: z.number().int().min(0),
      }),
    )
    .output(z.object({ rows: z.array(MeasuredChange), total: z.number().int() })),
  get: procedure.input(z.object({ number: Id })).output(MeasuredChange),
  /** Changes whose "after" is not there yet, oldest first. */
  waiting: procedure.output(z.array(MeasuredChange)),
  previewLog: procedure.input(z.object({ fileId: z.string(), sheet: z.string().optional() })).output(
    z.object({
      sheets: z.array(z.string()),
      columns: z.array(PreviewColumn),
      rowCount: z.number().int(),
      guess: LogMapping,
      dateOrder: DateOrder,
    }),
  ),
  /** Brings an existing log in; a row that is here already is left out. */
  importLog: procedure
    .input(
      z.object({
        fileId: z.string(),
        sheet: z.string().optional(),
        mapping: LogMapping,
        dateOrder: DateOrder,
      }),
    )
    .output(z.object({ kept: z.number().int(), alreadyIn: z.number().int(), problems: z.array(RowProblem) })),
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
