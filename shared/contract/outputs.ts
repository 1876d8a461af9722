import { z } from 'zod'
import { Day, Id, Month, Share } from './base.ts'
import { MinutesSource, RatedBy, Verdict } from './reviews/item-state.ts'
import { Output } from './reviews/reviews.ts'
import { Measure } from './workflows.ts'

const Chosen = z.string().max(300).nullable().default(null)

/** Which reviewed outputs are shown. Standard, type and section are asked of one and the same issue. */
export const OutputFilter = z.object({
  /** Words in any order, in what was asked, written, sent, or said about it. */
  search: z.string().max(200).default(''),
  month: Month.nullable().default(null),
  standard: Chosen,
  type: Chosen,
  /** By its name of today. */
  section: Chosen,
  /** Who handled it, where the import names people. */
  person: Chosen,
  show: z.enum(['all', 'issues', 'flagged', 'not_fit']).default('all'),
})
export type OutputFilter = z.infer<typeof OutputFilter>

export const OutputOrder = z.object({
  by: z.enum(['month', 'editing', 'satisfaction']),
  isAscending: z.boolean(),
})
export type OutputOrder = z.infer<typeof OutputOrder>

export const OutputsAsked = OutputFilter.extend({
  workflowId: Id,
  order: OutputOrder.default({ by: 'month', isAscending: false }),
  offset: z.number().int().min(0),
  limit: z.number().int().min(1).max(200),
})
export type OutputsAsked = z.infer<typeof OutputsAsked>

/** A standard that was not met, and why. */
export const OutputIssue = z.object({
  id: Id,
  standard: z.string(),
  type: z.string(),
  section: z.string().nullable(),
  note: z.string(),
  isMustPass: z.boolean(),
})
export type OutputIssue = z.infer<typeof OutputIssue>

/** A reviewed output in the list of a workflow. */
export const ReviewedOutput = z.object({
  itemId: Id,
  reviewId: Id,
  month: Month,
  position: z.number().int(),
  excerpt: z.string(),
  editing: Share.nullable(),
  satisfaction: z.number().int().nullable(),
  isFitToSend: z.boolean(),
  isFlagged: z.boolean(),
  issues: z.array(OutputIssue),
})
export type ReviewedOutput = z.infer<typeof ReviewedOutput>

export const OutputPage = z.object({
  rows: z.array(ReviewedOutput),
  /** How many the filter leaves, and how many there are. */
  total: z.number().int(),
  all: z.number().int(),
})
export type OutputPage = z.infer<typeof OutputPage>

/** What a workflow's outputs can be narrowed to: months newest first, the rest most frequent first. */
export const OutputChoices = z.object({
  months: z.array(Month),
  standards: z.array(z.string()),
  types: z.array(z.string()),
  sections: z.array(z.string()),
  people: z.array(z.string()),
})
export type OutputChoices = z.infer<typeof OutputChoices>

/** One output as it was judged: its texts, where it comes from and everything that was said about it. */
export const JudgedOutput = z.object({
  output: Output,
  month: Month,
  workflowId: Id,
  workflowName: z.string(),
  reviewId: Id,
  position: z.number().int(),
  measure: Measure,
  byHandMinutes: z.number().nullable(),
  editing: Share.nullable(),
  editMinutes: z.number().nullable(),
  minutesSource: MinutesSource.nullable(),
  wordsChanged: z.number().int().nullable(),
  wordsLonger: z.number().int().nullable(),
  /** In the order of the standards, those of the review. */
  marks: z.array(
    z.object({
      standard: z.string(),
      isMustPass: z.boolean(),
      verdict: Verdict.nullable(),
      type: z.string().nullable(),
      section: z.string().nullable(),
      sectionId: Id.nullable(),
      note: z.string(),
    }),
  ),
  satisfaction: z.number().int().nullable(),
  ratedBy: RatedBy,
  isFlagged: z.boolean(),
  note: z.string(),
  isDone: z.boolean(),
  /** Null while the review is open. */
  finishedOn: Day.nullable(),
  /** Who finished the review; null where that was not on record yet. */
  reviewer: z.string().nullable(),
  file: z.object({ name: z.string(), importedOn: Day }),
})
export type JudgedOutput = z.infer<typeof JudgedOutput>
