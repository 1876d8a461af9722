import { z } from 'zod'
import type { EffectOfWorkflow } from '../domain/effects/standing.ts'
import { Day, Id, Instant, Month, optionalText, procedure, Share, text, whole } from './base.ts'
import { DateOrder, TableSource, tablePreview } from './imports.ts'
import { StartedJob } from './jobs.ts'
import { Signal } from './signals.ts'

export const ChangeKind = z.enum(['foundation', 'prompt', 'model', 'measure', 'other'])
export type ChangeKind = z.infer<typeof ChangeKind>

/** A finished review's editing figure. */
export const MeasuredMonth = z.object({
  month: Month,
  mean: z.number(),
  low: z.number().nullable(),
  high: z.number().nullable(),
  known: z.number().int(),
})
export type MeasuredMonth = z.infer<typeof MeasuredMonth>

/** What came of a change in one workflow. Its shape is the rule's own (R9). */
export const ChangeEffect = whole<EffectOfWorkflow>(z.looseObject({ workflowId: Id }))
export type ChangeEffect = EffectOfWorkflow

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
  /** Writes down how things were: no change, so no effect. */
  isStartingPoint: z.boolean(),
  /** A change dated ahead that nobody has said is live, or that was called off; `onDate` is its day. */
  plan: z.enum(['planned', 'called_off']).nullable(),
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
  /** The change this one goes back on; where it restores an earlier wording that is found anyway. */
  reverts: Id.nullable().default(null),
})
export type NewChange = z.infer<typeof NewChange>

export const MeasuredChange = Change.extend({ effects: z.array(ChangeEffect) })
export type MeasuredChange = z.infer<typeof MeasuredChange>

/** What is left to do by hand in the live tool, and when it was done. */
export const LiveStep = z.enum(['pasted', 'tested'])
export type LiveStep = z.infer<typeof LiveStep>

/** What stands beside an effect on the change's own page. */
export const EffectContext = z.object({
  workflowId: Id,
  /** Of the newest finished month; null where the lines are not found yet. */
  lines: z.object({ target: Share, update: Share }).nullable(),
  /** The outputs after, against the month-3 level. */
  againstMonthThree: z.enum(['better', 'about_the_same', 'worse']).nullable(),
})
export type EffectContext = z.infer<typeof EffectContext>

/** A reviewed output on one side of an effect. */
export const EffectOutput = z.object({
  id: Id,
  itemId: Id,
  writtenOn: Day.nullable(),
  month: Month,
  excerpt: z.string(),
  editing: Share.nullable(),
})
export type EffectOutput = z.infer<typeof EffectOutput>

/** What a change did in one workflow, as far as it can be told today. */
export const ToldChange = z.object({
  number: Id,
  onDate: Day,
  what: z.string(),
  kind: ChangeKind,
  workflowId: Id,
  workflowName: z.string(),
  effect: ChangeEffect,
})
export type ToldChange = z.infer<typeof ToldChange>

/** One entry with everything around it. */
export const ChangeDetails = MeasuredChange.extend({
  /** What came up and led to it. */
  signals: z.array(Signal),
  /** The Foundation review that decided it. */
  foundationReview: z.object({ id: Id, heldOn: Day }).nullable(),
  /** Null where nothing has to be changed in a tool. */
  liveSteps: z.record(LiveStep, Instant.nullable()).nullable(),
  contexts: z.array(EffectContext),
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
  /** The outputs behind the newest look at a change's effect on a workflow. */
  outputs: procedure
    .input(z.object({ number: Id, workflowId: Id }))
    .output(z.object({ before: z.array(EffectOutput), after: z.array(EffectOutput) })),
  /** Closes an effect, so that later reviews say nothing more of it, or opens a closed one again. */
  keep: procedure
    .input(z.object({ number: Id, workflowId: Id, isKept: z.boolean().default(true) }))
    .output(ChangeDetails),
  /** A planned change is live since a day; where its wording is kept, that is the next version from then on. */
  goLive: procedure.input(z.object({ number: Id, liveOn: Day })).output(ChangeDetails),
  replan: procedure.input(z.object({ number: Id, onDate: Day })).output(ChangeDetails),
  callOff: procedure.input(z.object({ number: Id })).output(ChangeDetails),
  /** Every effect there is a look at, the newest change first. */
  told: procedure.output(z.array(ToldChange)),
  /** Changes whose effect still waits for a review, oldest first: the newest 200 of them, and how many there are. */
  waiting: procedure.output(z.object({ rows: z.array(MeasuredChange), total: z.number().int() })),
  previewLog: procedure.input(TableSource).output(tablePreview(LogField)),
  /** Brings an existing log in; a row that is here already is left out. */
  importLog: procedure
    .input(TableSource.extend({ mapping: LogMapping, dateOrder: DateOrder }))
    .output(StartedJob),
  create: procedure.input(NewChange).output(Change),
}
