import { z } from 'zod'
import { Id, procedure } from '../base.ts'
import { MadeFile } from '../jobs.ts'
import { ReportPeriod } from './reports.ts'

const Started = z.object({ jobId: z.string() })

/** Files to save. Long ones are jobs whose result is the file. */
export const exports = {
  /** The workbook of a period: its reviews, and what leads up to its end. INVALID_INPUT without a finished review. */
  workbook: procedure.input(ReportPeriod.extend({ withTexts: z.boolean() })).output(Started),
  changeLog: procedure.input(z.object({ format: z.enum(['xlsx', 'csv']) })).output(MadeFile),
  importProblems: procedure.input(z.object({ importId: Id })).output(MadeFile),
  /** The pre-read before a Foundation review, its record afterwards. */
  foundationReview: procedure.input(z.object({ id: Id })).output(MadeFile),
  /** All workflows with what they depend on and their incidents. */
  register: procedure.output(MadeFile),
}
