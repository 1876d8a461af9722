import { z } from 'zod'
import type { HoursAndMoney } from '../../domain/report/hours.ts'
import { Day, Id, Instant, Month, optionalText, procedure, Share, whole } from '../base.ts'
import { Finding, Status } from '../reviews/findings.ts'
import { DrawMethod } from '../reviews/reviews.ts'

export const ReportPeriod = z.object({
  kind: z.enum(['month', 'quarter', 'year', 'since']),
  from: Month,
  to: Month,
})

/** What the reader is asked to decide, by whom and by when. */
export const Decision = z.object({
  what: optionalText(80),
  who: optionalText(60),
  by: Day.nullable(),
})
export type Decision = z.infer<typeof Decision>

/** What stands on the page in the owner's own words. */
export const ReportWords = z.object({ sentence: optionalText(160), decisions: z.array(Decision).max(3) })
export type ReportWords = z.infer<typeof ReportWords>

/** With what hours are counted in money: an hour of the people who correct, and the hours an update takes. */
export const ReportCosts = z.object({
  hourlyCost: z
    .object({
      amount: z.number().min(1, 'Enter at least 1.').max(10_000),
      currency: z.string().regex(/^[A-Z]{3}$/),
    })
    .nullable(),
  updateHours: z.number().min(1, 'Enter at least 1 hour.').max(500, 'Enter 500 hours at most.'),
})
export type ReportCosts = z.infer<typeof ReportCosts>

/** Outputs that people used of those they were offered in a month, where somebody counts it. */
export const Used = z
  .object({
    used: z.number('Enter how many were used.').int().min(0),
    offered: z.number('Enter how many were offered.').int().min(1, 'Enter at least 1.').max(100_000_000),
  })
  .refine(({ used, offered }) => used <= offered, 'No more can be used than were offered.')

/** One workflow: its latest finished month of the period. */
export const ReportLine = z.object({
  workflowId: Id,
  name: z.string(),
  finding: Finding,
  drawMethod: DrawMethod,
  /** Different outputs the sample was drawn from. */
  poolCount: z.number().int(),
  /** The last day it was in use, where that was over by the end of the period; pages kept earlier do not say it. */
  inUseTo: Day.nullable().optional(),
  /** In that month; pages kept earlier do not say it. */
  used: Used.nullable().optional(),
})
export type ReportLine = z.infer<typeof ReportLine>

/** Twelve months of one workflow, oldest first; a month without a review has no mean. */
export const ReportChart = z.object({
  workflowId: Id,
  name: z.string(),
  status: Status,
  months: z.array(z.object({ month: Month, mean: Share.nullable() })),
  range: z.object({ low: Share, high: Share }).nullable(),
  lines: z.object({ target: Share, update: Share }).nullable(),
  monthThree: Share.nullable(),
  /** Reports kept from before know no day. */
  markers: z.array(z.object({ number: z.number().int(), month: Month, onDate: Day.optional() })),
})
export type ReportChart = z.infer<typeof ReportChart>

export const ReportChange = z.object({
  number: Id,
  workflow: z.string(),
  what: z.string(),
  onDate: Day,
  before: Share.nullable(),
  after: Share.nullable(),
  verdict: z.string(),
})
export type ReportChange = z.infer<typeof ReportChange>

/** An entry of the activity log, with the hash over all up to it: the last one, or that a month was closed with. */
export const AuditHead = z.object({ seq: z.number().int(), hash: z.string(), month: Month.optional() })
export type AuditHead = z.infer<typeof AuditHead>

/** Everything on the leadership page. A kept report is this, as it was. */
export const ReportPage = z.object({
  period: ReportPeriod,
  company: z.string(),
  ownerName: z.string(),
  on: Day,
  headline: z.string(),
  words: ReportWords,
  lines: z.array(ReportLine),
  charts: z.array(ReportChart),
  changes: z.array(ReportChange),
  hours: whole<HoursAndMoney | null>(z.looseObject({}).nullable()),
  costs: ReportCosts,
  /** Monthly reviews of the twelve months to the end of the period, and Foundation reviews held in them. */
  held: z.object({ held: z.number(), skipped: z.number(), missed: z.number(), foundation: z.number() }),
  /** Reviewed in all months of the period, second looks included; pages kept earlier do not say it. */
  outputs: z.number().int().optional(),
  replaced: z.number().int(),
  /** The owner's own time in monthly reviews of the period. */
  ownSeconds: z.number().int(),
  next: z.array(
    z.object({ kind: z.enum(['monthly_review', 'foundation_review']), on: Day, month: Month.nullable() }),
  ),
  /** The end of the activity log when the page was saved; null before. */
  audit: AuditHead.nullable(),
})
export type ReportPage = z.infer<typeof ReportPage>

/** A figure of a kept report that is another one today; null where it is gone. */
export const ChangedFigure = z.object({
  name: z.string(),
  month: Month,
  shown: z.string(),
  now: z.string().nullable(),
})
export type ChangedFigure = z.infer<typeof ChangedFigure>

export const KeptReport = z.object({
  id: Id,
  period: ReportPeriod,
  headline: z.string(),
  keptAt: Instant,
  changedSince: z.array(ChangedFigure),
})
export type KeptReport = z.infer<typeof KeptReport>

const keptPerPage = 20

export const reports = {
  /** The periods to choose from; empty while no review is finished. */
  periods: procedure.output(z.array(ReportPeriod)),
  /** The page as it would be saved now. */
  page: procedure.input(ReportPeriod).output(ReportPage),
  saveWords: procedure.input(ReportPeriod.extend(ReportWords.shape)).output(ReportWords),
  setCosts: procedure.input(ReportCosts).output(ReportCosts),
  /** Null where it is not counted any more. */
  setUsed: procedure
    .input(z.object({ workflowId: Id, month: Month, used: Used.nullable() }))
    .output(Used.nullable()),
  /** Where the activity log ended when the last month of the period was closed, or ends now: for print. */
  stamp: procedure.input(ReportPeriod).output(AuditHead),
  /** Keeps the page as it is now, unless it is word for word the one kept last. */
  keep: procedure.input(ReportPeriod.extend({ audit: AuditHead })).output(z.object({ id: Id })),
  list: procedure
    .input(z.object({ offset: z.number().int().min(0) }))
    .output(z.object({ reports: z.array(KeptReport).max(keptPerPage), total: z.number().int() })),
  kept: procedure.input(z.object({ id: Id })).output(KeptReport.extend({ page: ReportPage })),
}
