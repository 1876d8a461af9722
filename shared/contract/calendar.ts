import { z } from 'zod'
import { Day, Id, procedure } from './base.ts'
import { MadeFile } from './jobs.ts'

export const SeriesKind = z.enum(['monthly_review', 'foundation_review'])
export type SeriesKind = z.infer<typeof SeriesKind>

/** When a series falls: "the second Tuesday at 09:00", in the computer's time zone. */
export const SeriesTime = z.object({
  /** 1 to 4, or -1 for the last of the month. */
  week: z.union([z.literal(1), z.literal(2), z.literal(3), z.literal(4), z.literal(-1)]),
  /** 1 is Monday, 7 Sunday. */
  weekday: z.number().int().min(1).max(7),
  startsAt: z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'Enter a time, for example 09:00.'),
})
export type SeriesTime = z.infer<typeof SeriesTime>

export const Series = SeriesTime.extend({
  kind: SeriesKind,
  /** Months between two dates. */
  everyMonths: z.union([z.literal(1), z.literal(3)]),
  /** The first date from today on, where a new file begins; null while there is nothing to plan. */
  firstOn: Day.nullable(),
  /** The day by which the review of the first date is due; null where none is. */
  dueOn: Day.nullable(),
  /** The last date where the rhythm changes later; null where it goes on. */
  lastOn: Day.nullable(),
  zone: z.string(),
  uid: z.string(),
  sequence: z.number().int(),
  /** The day its file was last saved. */
  savedOn: Day.nullable(),
  /** Changed since its file was saved: the calendar shows the old dates. */
  isStale: z.boolean(),
})
export type Series = z.infer<typeof Series>

export const calendar = {
  list: procedure.output(z.array(Series)),
  save: procedure.input(SeriesTime.extend({ kind: SeriesKind })).output(Series),
  file: procedure.input(z.object({ kind: SeriesKind })).output(MadeFile),
  /** One Foundation review for the calendars of everybody who is there. CONFLICT once it has begun. */
  invitation: procedure.input(z.object({ reviewId: Id })).output(MadeFile),
}
