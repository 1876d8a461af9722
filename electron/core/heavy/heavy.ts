import { once } from 'node:events'
import type { Check } from '../../../shared/contract/standard-inputs.ts'
import type { Measure } from '../../../shared/contract/workflows.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import type { Editing, Measurable } from '../../../shared/domain/figures/measures/measure.ts'
import { failedChecks } from '../../../shared/domain/model-tests/output-checks.ts'
import { restWorker, takeWorker } from '../import/workers.ts'

export type Task =
  | { kind: 'editing'; measure: Measure; output: Measurable }
  | { kind: 'checks'; text: string; checks: readonly Check[] }

/** Bundled, the worker stands beside its caller under the same name. */
const workerUrl = new URL(
  import.meta.url.endsWith('.ts') ? './heavy-worker.ts' : './heavy-worker.js',
  import.meta.url,
)
/** Characters of two texts that are compared, and of a text times its patterns that is searched, within 20 ms. */
const comparedInPlace = 10_000
const searchedInPlace = 2_000

/** The editing of an output, of whatever length, without holding up anybody who waits. */
export async function editingOf(measure: Measure, output: Measurable): Promise<Editing> {
  const characters = output.aiText.length + (output.finalText?.length ?? 0)
  if (characters <= comparedInPlace) return measures[measure].compute(output)
  return inWorker<Editing>({ kind: 'editing', measure, output })
}

/** The checks that a text fails, in words, whatever the patterns, without holding up anybody who waits. */
export async function checksFailedBy(text: string, checks: readonly Check[]): Promise<string[]> {
  const patterns = checks.filter(({ kind }) => kind === 'matches').length
  if (text.length * patterns <= searchedInPlace) return failedChecks(text, checks)
  return inWorker<string[]>({ kind: 'checks', text, checks })
}

async function inWorker<Answer>(task: Task): Promise<Answer> {
  const worker = takeWorker(workerUrl)
  try {
    worker.postMessage(task)
    const [answer] = await once(worker, 'message')
    restWorker(workerUrl, worker)
    return answer as Answer
  } catch (error) {
    await worker.terminate()
    throw error
  }
}
