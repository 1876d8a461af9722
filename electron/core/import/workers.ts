import { Worker } from 'node:worker_threads'
import { limits } from './limits.ts'

/** How long a worker without work is kept: starting one takes longer than reading a small file. */
const restMs = 60_000

const resting = new Map<string, Worker>()

/** A worker that waits for its job: the one that rests, or a new one. */
export function takeWorker(url: URL): Worker {
  const rested = resting.get(url.href)
  resting.delete(url.href)
  rested?.ref()
  return rested ?? startWorker(url)
}

/** Keeps a worker that has ended its job for the next one. */
export function restWorker(url: URL, worker: Worker): void {
  if (resting.has(url.href)) return void worker.terminate()
  resting.set(url.href, worker)
  // A worker that rests keeps nobody from ending.
  worker.unref()
  setTimeout(() => {
    if (resting.get(url.href) !== worker) return
    resting.delete(url.href)
    void worker.terminate()
  }, restMs).unref()
}

function startWorker(url: URL): Worker {
  const worker = new Worker(url, {
    resourceLimits: { maxOldGenerationSizeMb: limits.workerMegabytes, maxYoungGenerationSizeMb: 48 },
  })
  // Whose job fails hears of it; of one that rests, nobody needs to.
  worker.on('error', () => {})
  worker.once('exit', () => {
    if (resting.get(url.href) === worker) resting.delete(url.href)
  })
  return worker
}
