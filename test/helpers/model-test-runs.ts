import type { Timeouts } from '../../electron/core/ai/watch.ts'
import type { Clock } from '../../electron/core/clock.ts'
import { createCommands } from '../../electron/core/command.ts'
import { createAudit } from '../../electron/core/db/audit.ts'
import { type Db, openDatabase } from '../../electron/core/db/open.ts'
import { createEvents } from '../../electron/core/events.ts'
import { createRunner } from '../../electron/core/features/model-tests/outputs/runner.ts'
import { createModelTestsRepository } from '../../electron/core/features/model-tests/repository.ts'
import { createProvider } from '../../electron/core/features/provider/service.ts'
import { createFiles } from '../../electron/core/files.ts'
import { createJobs } from '../../electron/core/jobs.ts'
import { createMemoryKeys } from '../../electron/core/key-store.ts'
import { createLog } from '../../electron/core/log.ts'
import { createTopic } from '../../electron/core/topic.ts'
import type { StandardsVersion } from '../../shared/contract/workflows.ts'
import { standIn } from './stand-in.ts'
import { emptyDatabaseIn } from './test-app.ts'

export const runKey = 'sk-ant-canary-0123456789abcdef'

type Options = {
  baseURL: string
  clock: Clock
  durability?: 'full' | 'off'
  timeouts?: Timeouts
  backOffMs?: number
}

export type Runs = Awaited<ReturnType<typeof openRuns>>

/** The runner on a database of its own, recovered as at any start: with time-outs and back-offs of a test. */
export async function openRuns(folder: string, options: Options) {
  const { baseURL, clock, durability = 'off', backOffMs = 5 } = options
  const { timeouts = { quietMs: 1200, totalMs: 20_000 } } = options
  const db = openDatabase(await emptyDatabaseIn(folder), { durability })
  const events = createEvents()
  const jobs = createJobs(events, createLog(folder, clock))
  const commands = createCommands(db, createAudit(db, clock), (features) => events.changed(...features))
  const context = {
    ...{ db, clock, events, jobs, commands, measured: createTopic<readonly number[]>() },
    ...{ files: createFiles(folder), newSeed: () => 1, appVersion: 'test', backUp: async () => {} },
  }
  const keys = createMemoryKeys(runKey)
  const provider = createProvider(context, [{ provider: standIn(baseURL, timeouts), keys }])
  const repository = createModelTestsRepository(db)
  const runner = createRunner(context, repository, {
    provider,
    standards: {
      find: () => twoStandards,
      standard: (id) => twoStandards.standards.find((each) => each.id === id) ?? raise(id),
    },
    workflowName: () => 'Replies',
    backOffMs,
  })
  runner.recover()
  return {
    ...{ db, events, provider, repository, runner, keys },
    async close() {
      await jobs.close()
      db.close()
    },
  }
}

const raise = (id: number): never => {
  throw new Error(`There is no standard ${id}`)
}

const twoStandards: StandardsVersion = {
  id: 1,
  workflowId: 1,
  version: 1,
  createdAt: '2026-11-01T09:00:00.000Z',
  standards: [
    { id: 1, name: 'Accurate', description: 'Every fact is right.', isMustPass: false },
    { id: 2, name: 'Right tone', description: '', isMustPass: false },
  ],
}

export type Plant = {
  inputs?: number
  texts?: readonly string[]
  currentModel?: string
  candidateModel?: string
  maxTokens?: number
  useEvaluator?: boolean
}

/** A locked model test without outputs; its id. */
export function plantTest(db: Db, plant: Plant = {}): number {
  const { currentModel = 'claude-opus-5', candidateModel = 'claude-haiku-4-5', maxTokens = 1000 } = plant
  const {
    inputs = 3,
    texts = Array.from({ length: inputs }, (_, index) => `Where is parcel ${index + 1}?`),
  } = plant
  const side = (model: string) => ({
    ...{ name: model || 'By hand', vendor: '', provider: 'anthropic', model, releaseNumber: null },
    ...{ instructions: 'Answer kindly.', maxTokens },
  })
  const setUp = {
    current: side(currentModel),
    candidate: side(candidateModel),
    rule: { atLeast: 1, of: texts.length, noMustPassFailure: true },
  }
  db.exec(`
    INSERT INTO workflows (id, name, purpose, process_owner, vendor, model, stage, measure, target_line,
      update_line, sample_size, created_at)
      VALUES (1, 'Replies', '', '', '', '', 'production', 'text', 0.1, 0.2, 10, '');
    INSERT INTO standards_versions (id, workflow_id, version, created_at) VALUES (1, 1, 1, '');
    INSERT INTO standards (id, standards_version_id, position, name, description, is_must_pass)
      VALUES (1, 1, 1, 'Accurate', 'Every fact is right.', 0), (2, 1, 2, 'Right tone', '', 0);
    INSERT INTO model_tests (id, held_on, reason, state, created_at, locked_at, use_evaluator)
      VALUES (1, '2026-11-21', 'New model', 'collecting', '', '', ${plant.useEvaluator ? 1 : 0});`)
  db.prepare('INSERT INTO model_test_workflows (test_id, workflow_id, set_up) VALUES (1, 1, ?)').run(
    JSON.stringify(setUp),
  )
  const insert = db.prepare(`
    INSERT INTO test_inputs (test_id, workflow_id, position, name, text, reference, must_not_fail, checks)
    VALUES (1, 1, ?, ?, ?, '', 0, '[]')`)
  texts.forEach((text, index) => void insert.run(index + 1, `Input ${index + 1}`, text))
  return 1
}
