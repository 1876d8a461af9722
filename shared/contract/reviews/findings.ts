import { z } from 'zod'
import type { Finding as StoredFinding } from '../../domain/findings/finding-types.ts'
import type { MonthStatus } from '../../domain/findings/status.ts'
import { monthStatusLabels } from '../../domain/findings/status.ts'
import { Instant, Share, whole } from '../base.ts'

export const Status = z.enum(Object.keys(monthStatusLabels) as [MonthStatus, ...MonthStatus[]])
export type Status = z.infer<typeof Status>

/** All that is said of a finished workflow-month. Its shape is the rule's own; the core stores and sends it whole. */
export const Finding = whole<StoredFinding>(z.looseObject({ ruleVersion: z.number().int() }))
export type Finding = StoredFinding

/**
 * Where a finding comes from: the finish itself, rules that came after it, the owner's wish, a second look, or
 * the first lines of a workflow that had none.
 */
export const FindingOrigin = z.object({
  cause: z.enum(['finish', 'earlier_month', 'recompute', 'second_look', 'lines_found']),
  computedAt: Instant,
})
export type FindingOrigin = z.infer<typeof FindingOrigin>

/** How many outputs have both texts and minutes, and where lines of time lie in text; null while no guide is given. */
export const TextLinesGuide = z.object({
  noted: z.number().int(),
  found: z.object({ lines: z.object({ target: Share, update: Share }), pairs: z.number().int() }).nullable(),
})
export type TextLinesGuide = z.infer<typeof TextLinesGuide>

const count = z.number().int()
const SeenAgain = z.object({ outputs: count, sameOutputs: count, marks: count, sameMarks: count })
/** Of one workflow, and of all. */
export const SeenAgainGuide = z.object({ own: SeenAgain, all: SeenAgain })
