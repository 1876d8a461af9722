import { eventIterator } from '@orpc/contract'
import { z } from 'zod'
import { Nothing, procedure } from './base.ts'
import { TableOutcome } from './imports.ts'

/** Long work: progress in whole steps, and what it made when it is done. */
export const Job = z.object({
  id: z.string(),
  kind: z.enum(['import', 'workbook', 'pack', 'sample', 'model_test']),
  state: z.enum(['running', 'done', 'failed', 'cancelled']),
  done: z.number(),
  total: z.number(),
  /** Plain words when it failed or was cancelled. */
  message: z.string().nullable(),
  /** Set by an import of outputs that finished. */
  importId: z.number().int().nullable(),
  /** Set by any other import that finished. */
  outcome: TableOutcome.nullable(),
  /** Set by an export that finished: GET /files/<fileId>. */
  fileId: z.string().nullable(),
  fileName: z.string().nullable(),
})
export type Job = z.infer<typeof Job>

/** What a call replies whose work goes on as a job. */
export const StartedJob = z.object({ jobId: z.string() })
export type StartedJob = z.infer<typeof StartedJob>

/** A file made for saving; GET /files/<id> with the session's header. */
export const MadeFile = z.object({ fileId: z.string(), name: z.string() })
export type MadeFile = z.infer<typeof MadeFile>

/** Names of what can change; each is also the first part of the query keys that read it. */
export const Feature = z.enum([
  'company',
  'workflows',
  'standards',
  'imports',
  'reviews',
  'results',
  'changes',
  'documents',
  'releases',
  'people',
  'signals',
  'foundationReviews',
  'register',
  'calendar',
  'retiredFacts',
  'standardInputs',
  'modelTests',
  'provider',
  'safety',
  'activity',
  'bin',
  'reports',
  'jobs',
])
export type Feature = z.infer<typeof Feature>

export const AppEvent = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('changed'),
    /** What was written; `withReaders` says whose answers are read from it. */
    features: z.array(Feature),
    /** The window that wrote it, where the reply to it carries all that this window shows. */
    carriedTo: z.string().nullable(),
  }),
  z.object({ type: z.literal('progress'), job: Job }),
])
export type AppEvent = z.infer<typeof AppEvent>

export const jobs = {
  get: procedure.input(z.object({ id: z.string() })).output(Job),
  cancel: procedure.input(z.object({ id: z.string() })).output(Nothing),
}

export const events = {
  live: procedure.output(eventIterator(AppEvent)),
}
