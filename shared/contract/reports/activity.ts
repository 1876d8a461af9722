import { z } from 'zod'
import { activityKindIds } from '../../domain/activity/deeds.ts'
import { Id, Instant, Month, procedure } from '../base.ts'

/** Which entries of the activity log are shown. `who` is a name of `choices`; they were made before `until`. */
export const ActivityFilter = z.object({
  kind: z.enum(activityKindIds).nullable(),
  who: z.string().max(200).nullable(),
  from: z.iso.datetime().nullable(),
  until: z.iso.datetime().nullable(),
  workflowId: Id.nullable(),
  search: z.string().max(200),
})
export type ActivityFilter = z.infer<typeof ActivityFilter>

export const noActivityFilter: ActivityFilter = {
  kind: null,
  who: null,
  from: null,
  until: null,
  workflowId: null,
  search: '',
}

/** One entry of the log. Times and sides of a model test that is still judged are hidden. */
export const ActivityEntry = z.object({
  seq: Id,
  at: Instant,
  who: z.string(),
  /** "Output judged: All met" */
  what: z.string(),
  /** "Proposals, September 2026, output 4"; empty where there is nothing to name. */
  about: z.string(),
  differences: z.array(z.object({ field: z.string(), before: z.string(), after: z.string() })),
  /** How many more differences there are. */
  more: z.number().int(),
  isHidden: z.boolean(),
})
export type ActivityEntry = z.infer<typeof ActivityEntry>

/** What a walk along the whole chain found. `brokenAt` is the first entry that does not fit. */
export const ChainResult = z.object({
  count: z.number().int(),
  hash: z.string(),
  firstAt: Instant.nullable(),
  brokenAt: z.number().int().nullable(),
})
export type ChainResult = z.infer<typeof ChainResult>

/** A month that was closed, and whether the log still holds the entry it was sealed with. */
export const Sealed = z.object({
  month: Month,
  sealedAt: Instant,
  seq: Id,
  hash: z.string(),
  isInLog: z.boolean(),
})
export type Sealed = z.infer<typeof Sealed>

export const activity = {
  list: procedure
    .input(
      ActivityFilter.extend({ offset: z.number().int().min(0), limit: z.number().int().min(1).max(200) }),
    )
    .output(z.object({ rows: z.array(ActivityEntry), total: z.number().int(), all: z.number().int() })),
  /** An entry with all its differences. */
  get: procedure.input(z.object({ seq: Id })).output(ActivityEntry),
  choices: procedure.output(
    z.object({ people: z.array(z.string()), workflows: z.array(z.object({ id: Id, name: z.string() })) }),
  ),
  /** The newest seal of each closed month, newest month first. */
  seals: procedure.output(z.array(Sealed)),
  check: procedure.output(ChainResult),
}
