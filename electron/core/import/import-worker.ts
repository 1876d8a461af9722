import { once } from 'node:events'
import { parentPort } from 'node:worker_threads'
import { AppError } from '../../../shared/errors.ts'
import { fingerprintsOf } from './fingerprints.ts'
import { previewTable } from './preview.ts'
import { type Batch, readTable } from './read-rows.ts'
import { openOutputs } from './records/open-outputs.ts'
import { toColumns } from './row-columns.ts'
import { readSections } from './sections.ts'
import { readWholeTable } from './whole-table.ts'
import type { Job, WorkerMessage } from './worker-messages.ts'

const port = parentPort
if (!port) throw new Error('The import worker runs only as a worker thread.')

const say = (message: WorkerMessage) => port.postMessage(message)

async function run(job: Job): Promise<WorkerMessage> {
  const name = job.files[0]?.name ?? ''
  if (job.kind === 'preview') {
    return { kind: 'preview', preview: await previewTable(await openOutputs(job.files, job.reading), name) }
  }
  if (job.kind === 'sections') return { kind: 'sections', preview: await readSections(job.files[0]) }
  if (job.kind === 'table') return { kind: 'table', table: await readWholeTable(job.files[0], job.choice) }
  let taken: Promise<unknown> = Promise.resolve()
  const send = async ({ sources, ...batch }: Batch) => {
    // Prepared while the last batch is still being taken.
    const message: WorkerMessage = {
      kind: 'batch',
      ...batch,
      rows: toColumns(batch.rows),
      fingerprints: fingerprintsOf(batch.rows, sources),
    }
    await taken
    taken = once(port as NonNullable<typeof port>, 'message')
    say(message)
  }
  const table = await openOutputs(job.files, job.request)
  const counts = await readTable(table, job.request, name, send)
  await taken
  return { kind: 'done', ...counts }
}

function failure(error: unknown): WorkerMessage {
  if (error instanceof AppError) return { kind: 'refused', message: error.message, problems: error.problems }
  return { kind: 'failed', message: error instanceof Error ? (error.stack ?? error.message) : String(error) }
}

port.on('message', (message: Job | 'next') => {
  if (message !== 'next') void run(message).catch(failure).then(say)
})
