import { parentPort } from 'node:worker_threads'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { failedChecks } from '../../../shared/domain/model-tests/output-checks.ts'
import type { Task } from './heavy.ts'

function answer(task: Task): unknown {
  return task.kind === 'editing'
    ? measures[task.measure].compute(task.output)
    : failedChecks(task.text, task.checks)
}

parentPort?.on('message', (task: Task) => parentPort?.postMessage(answer(task)))
