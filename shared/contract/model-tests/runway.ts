import { z } from 'zod'
import { Day, Id, procedure } from '../base.ts'

/** What a workflow runs on, and how long that is still there. */
export const ModelInUse = z.object({
  workflowId: Id,
  workflowName: z.string(),
  model: z.string(),
  /** Null where no retirement is known. */
  retiresOn: Day.nullable(),
  source: z.enum(['owner', 'provider']).nullable(),
  /** The last day to begin a test, the days it takes and, in seconds, what the owner's own took at the median. */
  runway: z.object({ startBy: Day, testDays: z.number().int(), seconds: z.number().nullable() }).nullable(),
})
export type ModelInUse = z.infer<typeof ModelInUse>

export const runway = { inUse: procedure.output(z.array(ModelInUse)) }
