import { z } from 'zod'
import { Id, procedure } from '../base.ts'
import { MadeFile } from '../jobs.ts'
import { ActivityFilter } from './activity.ts'
import { ReportPeriod } from './reports.ts'

const Started = z.object({ jobId: z.string() })

/** A list as it is on record: all of it, or that of one session. */
export const ListAsked = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('changes') }),
  /** All workflows with what they depend on and their incidents. */
  z.object({ kind: z.literal('register') }),
  z.object({ kind: z.literal('signals') }),
  /** The activity log, as it is filtered. */
  z.object({ kind: z.literal('activity'), filter: ActivityFilter }),
  /** The pre-read before a Foundation review, its record afterwards. */
  z.object({ kind: z.literal('foundation_review'), id: Id }),
  /** The decision record of a model test. CONFLICT while its names are hidden. */
  z.object({ kind: z.literal('model_test'), id: Id }),
])
export type ListAsked = z.infer<typeof ListAsked>

/** CSV of several tables is a .zip of them. */
export const ListFormat = z.enum(['xlsx', 'csv'])

/** Files to save. Long ones are jobs whose result is the file. */
export const exports = {
  /** The workbook of a period: its reviews, and what leads up to its end. INVALID_INPUT without a finished review. */
  workbook: procedure.input(ReportPeriod.extend({ withTexts: z.boolean() })).output(Started),
  /** The page as it is shown (an uploaded file), the workbook and what was decided in the period, as one .zip. */
  reportPack: procedure.input(ReportPeriod.extend({ pageFileId: z.string().max(100) })).output(Started),
  /** All on record as evidence, with the activity log and a check of its chain, as one .zip. */
  evidencePack: procedure.output(Started),
  /** The whole company as one .zip: each table as JSON and CSV, what its columns mean, and the database. */
  everything: procedure.output(Started),
  list: procedure.input(z.object({ list: ListAsked, format: ListFormat })).output(MadeFile),
  /** The same as a job, for a list that can be long: the activity log of years. */
  longList: procedure.input(z.object({ list: ListAsked, format: ListFormat })).output(Started),
  /** The Foundation in force, to be read and edited elsewhere. INVALID_INPUT while there is none. */
  foundation: procedure.input(z.object({ format: z.enum(['docx', 'md']) })).output(MadeFile),
  importProblems: procedure.input(z.object({ importId: Id })).output(MadeFile),
}
