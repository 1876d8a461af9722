import { z } from 'zod'
import { Id } from '../base.ts'

export const Verdict = z.enum(['met', 'not_met', 'not_applicable'])
export type Verdict = z.infer<typeof Verdict>

export const Mark = z.object({
  standardId: Id,
  verdict: Verdict.nullable(),
  issueType: z.string().nullable(),
  /** The Foundation section it points to, by its name: of today while the review is open, then as it was said. */
  section: z.string().nullable(),
  /** The key behind the name; null while the company has no section of that name. The core sets it. */
  sectionId: Id.nullable(),
  note: z.string(),
})
export type Mark = z.infer<typeof Mark>

export const RatedBy = z.enum(['user', 'reviewer'])
export type RatedBy = z.infer<typeof RatedBy>
/** Where minutes come from: the file, the person who did the work, or the reviewer's estimate. */
export const MinutesSource = z.enum(['file', 'person', 'estimate'])

/** Everything the owner can say of one output; the unit of autosave, undo and audit. */
export const ItemState = z.object({
  marks: z.array(Mark),
  satisfaction: z.number().int().min(1).max(5).nullable(),
  ratedBy: RatedBy,
  editMinutes: z.number().min(0).max(10_000).nullable(),
  minutesSource: MinutesSource.nullable(),
  isFlagged: z.boolean(),
  note: z.string(),
  isDone: z.boolean(),
})
export type ItemState = z.infer<typeof ItemState>
