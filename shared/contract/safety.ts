import { z } from 'zod'
import { type BinKind, binKinds } from '../domain/bin-words.ts'
import { Day, Id, Instant, Nothing, procedure, text } from './base.ts'

/** What a copy of the company holds, as its owner would say it. */
export const Contents = z.object({
  company: z.string().nullable(),
  workflows: z.number().int(),
  outputs: z.number().int(),
  finishedMonths: z.number().int(),
  /** The review that was begun and not finished: how many of its outputs were done. */
  open: z
    .object({ workflow: z.string(), month: z.string(), done: z.number().int(), total: z.number().int() })
    .nullable(),
  /** When its newest entry was made. */
  lastAt: Instant.nullable(),
})
export type Contents = z.infer<typeof Contents>

/** What was done after a copy was made: work by its kind, and all entries of the log. */
export const Work = z.object({
  entries: z.number().int(),
  outputs: z.number().int(),
  reviews: z.number().int(),
  files: z.number().int(),
  changes: z.number().int(),
  /** Entries that are known to have been made, and not what they say. */
  unread: z.number().int(),
  firstAt: Instant.nullable(),
  lastAt: Instant.nullable(),
})
export type Work = z.infer<typeof Work>

/**
 * Something to go on from. `at` is when it was made; `isOther` where it is known to be of another company than the one
 * of this data folder.
 */
export const Copy = z.object({
  id: z.string(),
  kind: z.enum(['backup', 'second', 'readable', 'put_aside', 'file']),
  at: Instant,
  reason: z.string(),
  contents: Contents.nullable(),
  /** What is known to be wrong with it, a sentence; null where nothing is. */
  damage: z.string().nullable(),
  /** Done since and not in it; null where nobody can say. */
  notIn: Work.nullable(),
  isOther: z.boolean(),
  /** Where it lies. */
  folder: z.string(),
})
export type Copy = z.infer<typeof Copy>

export const problemKinds = [
  'damaged',
  'missing',
  'older',
  'foreign',
  'misfit',
  'not-ours',
  'from-future',
  'locked',
  'full',
  'unreadable',
  'read-only',
  'failed-migration',
  'unexpected',
] as const

/** Why the owner's company could not be opened, and what there is to go on from. */
export const Recovery = z.object({
  kind: z.enum(problemKinds),
  message: z.string(),
  dataFolder: z.string(),
  /** Copies are still being read and checked. */
  isLooking: z.boolean(),
  /** The name of the company of this data folder, where a copy says it. */
  company: z.string().nullable(),
  /** The newest copy of that company that passed its check just now. */
  offer: Copy.nullable(),
  others: z.array(Copy),
  hasSecondCopy: z.boolean(),
  /** The newest entry known to have been saved. */
  lastWorkAt: Instant.nullable(),
  /** The file itself is sound: it can be used as it is. */
  canKeepFile: z.boolean(),
})
export type Recovery = z.infer<typeof Recovery>

const Chosen = z.object({ id: text('the copy', 500) })

export const safety = {
  /** Null while the company is open. */
  recovery: procedure.output(Recovery.nullable()),
  /** Opens the company again, now that something was put right. */
  retry: procedure.output(Nothing),
  /** Uses the sound file that does not fit the backups, and keeps all backups. */
  keepFile: procedure.output(Nothing),
  /** Everything to go on from, newest first. */
  copies: procedure.output(z.array(Copy)),
  /** Puts the present aside, whole, and goes on from a copy. */
  restore: procedure.input(Chosen).output(Nothing),
  /** Reads and checks a backup file that was uploaded, so that it can be gone on from. */
  addFile: procedure.input(z.object({ fileId: z.string() })).output(Copy),
  /** Where second copies go, and where they could. */
  second: procedure.output(z.object({ folder: z.string().nullable(), suggestion: z.string().nullable() })),
  chooseSecond: procedure.input(z.object({ folder: z.string().trim().max(1000).nullable() })).output(Nothing),
  openFolder: procedure.output(Nothing),
}

/** Something that was deleted and can be put back whole. */
export const BinEntry = z.object({
  id: Id,
  kind: z.enum(Object.keys(binKinds) as [BinKind, ...BinKind[]]),
  name: z.string(),
  /** What went with it, in words; '' where nothing did. */
  contents: z.string(),
  deletedAt: Instant,
  /** The owner of that day; '' where nobody was named. */
  deletedBy: z.string(),
  /** From this day on it can be gone. */
  leavesOn: Day,
})
export type BinEntry = z.infer<typeof BinEntry>

export const bin = {
  /** Newest first. */
  list: procedure.output(z.array(BinEntry)),
  /** CONFLICT where something has taken its place since. */
  putBack: procedure.input(z.object({ id: Id })).output(Nothing),
  /** Deletes for good what is in it now, after a backup. */
  empty: procedure.output(Nothing),
}
