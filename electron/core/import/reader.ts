import type {
  ImportedRow,
  ImportPreview,
  ReadingChoice,
  RowProblem,
} from '../../../shared/contract/imports.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Fingerprints } from './fingerprints.ts'
import { limits } from './limits.ts'
import type { Batch, ReadRequest } from './read-rows.ts'
import { quoted } from './refuse.ts'
import { fromColumns } from './row-columns.ts'
import type { SectionsPreview } from './sections.ts'
import type { SourceFile } from './table.ts'
import type { TableChoice, WholeTable } from './whole-table.ts'
import type { Job, WorkerMessage } from './worker-messages.ts'
import { restWorker, takeWorker } from './workers.ts'

export type { SourceFile } from './table.ts'

export type ReadHandlers = {
  onRows: (rows: ImportedRow[], fingerprints: Fingerprints) => void | Promise<void>
  onProblems: (problems: RowProblem[]) => void
  onProgress: (done: number, total: number) => void
  signal?: AbortSignal
}

export type ImportReader = {
  preview: (
    files: readonly SourceFile[],
    reading?: ReadingChoice,
    signal?: AbortSignal,
  ) => Promise<ImportPreview>
  read: (
    files: readonly SourceFile[],
    request: ReadRequest,
    handlers: ReadHandlers,
  ) => Promise<{ rowCount: number; keptCount: number }>
  /** A Foundation document split at its headings. */
  sections: (file: SourceFile, signal?: AbortSignal) => Promise<SectionsPreview>
  /** A small table as a whole. */
  table: (file: SourceFile, choice?: TableChoice, signal?: AbortSignal) => Promise<WholeTable>
}

/**
 * Reads users' files in a worker, one call at a time in each. `workerUrl` is import-worker, as source or bundled.
 * Refusals are AppError INVALID_INPUT, an aborted call is CANCELLED.
 */
export function createImportReader({ workerUrl }: { workerUrl: URL }): ImportReader {
  return {
    async preview(files, reading = {}, signal) {
      const job: Job = { kind: 'preview', files, reading }
      const message = await runJob(workerUrl, job, signal, async () => undefined)
      if (message.kind === 'preview') return message.preview
      throw failure(message)
    },
    async sections(file, signal) {
      const job: Job = { kind: 'sections', files: [file] }
      const message = await runJob(workerUrl, job, signal, async () => undefined)
      if (message.kind === 'sections') return message.preview
      throw failure(message)
    },
    async table(file, choice = {}, signal) {
      const job: Job = { kind: 'table', files: [file], choice }
      const message = await runJob(workerUrl, job, signal, async () => undefined)
      if (message.kind === 'table') return message.table
      throw failure(message)
    },
    async read(files, request, handlers) {
      const message = await runJob(workerUrl, { kind: 'read', files, request }, handlers.signal, (batch) =>
        deliver(batch, handlers),
      )
      if (message.kind === 'done') return { rowCount: message.rowCount, keptCount: message.keptCount }
      throw failure(message)
    },
  }
}

type ReadBatch = Omit<Batch, 'sources'> & { fingerprints: Fingerprints }

async function deliver(batch: ReadBatch, handlers: ReadHandlers): Promise<void> {
  if (batch.rows.length > 0) await handlers.onRows(batch.rows, batch.fingerprints)
  if (batch.problems.length > 0) handlers.onProblems(batch.problems)
  handlers.onProgress(batch.done, batch.total)
}

/** Runs one job to its last message. Only the worker's own time counts against the limit of seconds. */
async function runJob(
  workerUrl: URL,
  job: Job,
  signal: AbortSignal | undefined,
  onBatch: (batch: ReadBatch) => Promise<void>,
): Promise<WorkerMessage> {
  if (signal?.aborted) throw cancelled()
  const worker = takeWorker(workerUrl)
  const watch = createStopwatch(limits.seconds * 1000)
  const { promise, resolve, reject } = Promise.withResolvers<WorkerMessage>()
  const abort = () => reject(cancelled())
  signal?.addEventListener('abort', abort, { once: true })
  const failed = (error: Error) => reject(workerFailure(error, job))
  const ended = () => reject(new Error('The import worker ended without a result.'))
  const heard = (message: WorkerMessage) => {
    if (message.kind !== 'batch') return resolve(message)
    watch.stop()
    onBatch({ ...message, rows: fromColumns(message.rows) }).then(() => {
      watch.start(() => reject(tooSlow(job)))
      worker.postMessage('next')
    }, reject)
  }
  worker.on('error', failed).on('exit', ended).on('message', heard)
  watch.start(() => reject(tooSlow(job)))
  worker.postMessage(job)
  let isReady = false
  try {
    const message = await promise
    // One that stopped in the middle of a file may still hold some of it: the next job must not hear of that.
    isReady = message.kind !== 'refused' && message.kind !== 'failed'
    return message
  } finally {
    watch.stop()
    signal?.removeEventListener('abort', abort)
    worker.off('error', failed).off('exit', ended).off('message', heard)
    if (isReady) restWorker(workerUrl, worker)
    else await worker.terminate()
  }
}

function createStopwatch(milliseconds: number) {
  let left = milliseconds
  let startedAt = 0
  let timer: NodeJS.Timeout | undefined
  return {
    start(onElapsed: () => void) {
      startedAt = performance.now()
      timer = setTimeout(onElapsed, Math.max(0, left))
    },
    stop() {
      if (timer) left -= performance.now() - startedAt
      clearTimeout(timer)
      timer = undefined
    },
  }
}

function failure(message: WorkerMessage): Error {
  if (message.kind === 'refused') return new AppError('INVALID_INPUT', message.message, message.problems)
  return new Error(message.kind === 'failed' ? message.message : `Unexpected message: ${message.kind}`)
}

function workerFailure(error: Error & { code?: string }, job: Job): Error {
  if (error.code !== 'ERR_WORKER_OUT_OF_MEMORY') return error
  return new AppError(
    'INVALID_INPUT',
    `${fileName(job)} needs more memory than Evenkeel sets aside for one file. Split it, or keep only the columns you need.`,
  )
}

function tooSlow(job: Job): AppError {
  return new AppError(
    'INVALID_INPUT',
    `${fileName(job)} took longer than ${limits.seconds} seconds to read, so reading was stopped. Split it, or save it as CSV.`,
  )
}

function cancelled(): AppError {
  return new AppError('CANCELLED', 'The import was cancelled.')
}

function fileName(job: Job): string {
  return quoted(job.files[0]?.name ?? 'The file')
}
