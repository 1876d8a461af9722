import { z } from 'zod'
import { Day, Id, Instant, Month, optionalText, procedure, text } from './base.ts'
import { DateOrder, TableOutcome, TableSource, tablePreview } from './imports.ts'
import { MadeFile } from './jobs.ts'
import { Signal } from './signals.ts'

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
  /** Another measure from here on: figures on its two sides cannot be compared. */
  isMeasureChange: z.boolean(),
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
  /** What came up and led to it; each counts as handled from then on. */
  signalIds: z.array(Id).max(50).default([]),
})
export type NewChange = z.infer<typeof NewChange>

export const MeasuredChange = Change.extend({ effects: z.array(ChangeEffect) })
export type MeasuredChange = z.infer<typeof MeasuredChange>

/** What is left to do by hand in the live tool, and when it was done. */
export const LiveStep = z.enum(['pasted', 'tested'])
export type LiveStep = z.infer<typeof LiveStep>

/** One entry with everything around it. */
export const ChangeDetails = MeasuredChange.extend({
  /** What came up and led to it. */
  signals: z.array(Signal),
  /** The Foundation review that decided it. */
  foundationReview: z.object({ id: Id, heldOn: Day }).nullable(),
  /** Null where nothing has to be changed in a tool. */
  liveSteps: z.record(LiveStep, Instant.nullable()).nullable(),
})
export type ChangeDetails = z.infer<typeof ChangeDetails>

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
  /** `from` and `to` are cut to 500 characters here and in `waiting`; `get` has the whole wordings. */
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
  get: procedure.input(z.object({ number: Id })).output(ChangeDetails),
  tick: procedure.input(z.object({ number: Id, step: LiveStep, isDone: z.boolean() })).output(ChangeDetails),
  /** Changes whose "after" is not there yet, oldest first: the newest 200 of them, and how many there are. */
  waiting: procedure.output(z.object({ rows: z.array(MeasuredChange), total: z.number().int() })),
  previewLog: procedure.input(TableSource).output(tablePreview(LogField)),
  /** Brings an existing log in; a row that is here already is left out. */
  importLog: procedure
    .input(TableSource.extend({ mapping: LogMapping, dateOrder: DateOrder }))
    .output(TableOutcome),
  create: procedure.input(NewChange).output(Change),
}

export const exports = {
  /** The review workbook of one month: a job whose result is a file. */
  workbook: procedure
    .input(z.object({ month: Month, withTexts: z.boolean() }))
    .output(z.object({ jobId: z.string() })),
  changeLog: procedure.input(z.object({ format: z.enum(['xlsx', 'csv']) })).output(MadeFile),
  importProblems: procedure.input(z.object({ importId: Id })).output(MadeFile),
  /** The pre-read before a Foundation review, its record afterwards. */
  foundationReview: procedure.input(z.object({ id: Id })).output(MadeFile),
  /** All workflows with what they depend on and their incidents. */
  register: procedure.output(MadeFile),
}
