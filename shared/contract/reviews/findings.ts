import { z } from 'zod'
import type { Finding as StoredFinding } from '../../domain/findings/finding-types.ts'
import type { MonthStatus } from '../../domain/findings/status.ts'
import { monthStatusLabels } from '../../domain/findings/status.ts'
import { Instant, whole } from '../base.ts'

export const Status = z.enum(Object.keys(monthStatusLabels) as [MonthStatus, ...MonthStatus[]])
export type Status = z.infer<typeof Status>

/** All that is said of a finished workflow-month. Its shape is the rule's own; the core stores and sends it whole. */
export const Finding = whole<StoredFinding>(z.looseObject({ ruleVersion: z.number().int() }))
export type Finding = StoredFinding

/** Where a finding comes from: the finish itself, rules that came after it, or the owner's wish. */
export const FindingOrigin = z.object({
  cause: z.enum(['finish', 'earlier_month', 'recompute']),
  computedAt: Instant,
})
export type FindingOrigin = z.infer<typeof FindingOrigin>
