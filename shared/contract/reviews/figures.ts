import { z } from 'zod'
import { Share } from '../base.ts'
import { Measure } from '../workflows.ts'

/** A month's editing figure with everything it was computed from. Shares are fractions. */
export const Figure = z.object({
  measure: Measure,
  mean: Share.nullable(),
  low: Share.nullable(),
  high: Share.nullable(),
  known: z.number().int(),
  unknown: z.number().int(),
  /** Null where the lines were not found yet. */
  targetLine: Share.nullable(),
  updateLine: Share.nullable(),
  byHandMinutes: z.number().nullable(),
  /** Names of the rules that computed it, so that old figures never change silently. */
  ruleVersion: z.string(),
  standardsVersion: z.number().int(),
})
export type Figure = z.infer<typeof Figure>

export const Result = z.object({
  figure: Figure,
  reviewed: z.number().int(),
  /** Judgements Met of Met + Not met. */
  standardsMet: z.number().int(),
  standardsJudged: z.number().int(),
  /** Outputs with a must-pass standard not met. */
  notFitToSend: z.number().int(),
  satisfactionUsers: z.number().nullable(),
  satisfactionReviewer: z.number().nullable(),
  replaced: z.number().int(),
  flagged: z.number().int(),
  topIssue: z.object({ type: z.string(), count: z.number().int() }).nullable(),
  secondsUsed: z.number().int(),
})
export type Result = z.infer<typeof Result>
