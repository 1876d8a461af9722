import { copyFileSync, mkdtempSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { aWorkflow } from '../helpers/builders.ts'
import { startFakeMessagesApi } from '../helpers/fake-messages-api.ts'
import { aSetUpTest } from '../helpers/model-tests.ts'
import { standIn } from '../helpers/stand-in.ts'
import { createTestApp, type TestApp } from '../helpers/test-app.ts'
import { type Row, seconds } from './measure.ts'

const inputs = 50
const latencyMs = 200
const lanes = 4

/** From the button to the last output committed, through the whole core, against calls that cost nothing else. */
export async function modelTest(folder: string): Promise<Row[]> {
  const api = await startFakeMessagesApi({ latencyMs })
  const app = await createTestApp({
    dataDir: mkdtempSync(join(folder, 'run-')),
    providers: [standIn(api.baseURL)],
  })
  try {
    await app.client.provider.setKey({ provider: 'anthropic', key: 'sk-ant-bench-0123456789' })
    const workflowId = await aWorkflowWithInputs(app)
    const bare = await bareCalls(api.baseURL)
    const took = await fetchAll(app, await lockedTest(app, workflowId))
    // Looking at the disk takes time of its own, so a second run is looked at, and it is not measured.
    const early = await shownTooEarly(app, await lockedTest(app, workflowId))
    const ideal = (2 * inputs * latencyMs) / lanes
    const committed = early === 0 ? 'each committed before it was shown as done' : `${early} SHOWN TOO EARLY`
    return [
      {
        what: `model test, ${inputs} inputs × 2 at ${latencyMs} ms, ${lanes} at a time`,
        measured: `${seconds(took)} against ${seconds(ideal)}; bare calls ${seconds(bare)}; ${committed}`,
        ratio: took / ideal,
        hold: 'at most 1.1 times calls × latency / 4',
        isHeld: took <= ideal * 1.1 && early === 0,
      },
    ]
  } finally {
    await app.dispose()
    await api.close()
  }
}

/** Milliseconds of the same calls with nothing around them: what this computer can do at this moment. */
async function bareCalls(baseURL: string): Promise<number> {
  const body = JSON.stringify({
    model: 'claude-opus-5',
    stream: true,
    messages: [{ content: 'Where is it?' }],
  })
  const startedAt = performance.now()
  const lane = async () => {
    for (let call = 0; call < (2 * inputs) / lanes; call++) {
      await (await fetch(`${baseURL}/v1/messages`, { method: 'POST', body })).text()
    }
  }
  await Promise.all(Array.from({ length: lanes }, lane))
  return performance.now() - startedAt
}

async function aWorkflowWithInputs({ client }: TestApp): Promise<number> {
  const { id: workflowId } = await client.workflows.create(aWorkflow({ model: 'claude-opus-5' }))
  for (let number = 1; number <= inputs; number++) {
    await client.standardInputs.save({
      ...{ workflowId, id: null, rev: null, reference: '', tags: [], mustNotFail: false, checks: [] },
      name: `Case ${number}`,
      text: `A customer asks about case ${number}. ${'She has written before. '.repeat(20)}`,
    })
  }
  return workflowId
}

async function lockedTest({ client }: TestApp, workflowId: number): Promise<number> {
  const { id } = await aSetUpTest(client, [workflowId], 'claude-haiku-4-5')
  await client.modelTests.lock({ id })
  return id
}

/** Milliseconds of a run, its progress read at every event as a window does; `onProgress` gets what it shows. */
async function fetchAll({ client }: TestApp, id: number, onProgress: (done: number) => void = () => {}) {
  const news = await client.events.live()
  const startedAt = performance.now()
  await client.modelTests.startRun({ id, cap: 100 })
  for await (const event of news) {
    if (event.type !== 'changed' || !event.features.includes('modelTests')) continue
    const { run } = await client.modelTests.get({ id })
    onProgress(run.done)
    if (run.state === 'running') continue
    if (run.done !== run.total) throw new Error(`The run ended early: ${run.message}`)
    break
  }
  return performance.now() - startedAt
}

/** How often a run showed more answers as done than a kill at that instant would leave. */
async function shownTooEarly(app: TestApp, id: number): Promise<number> {
  const reports: { done: number; copy: string }[] = []
  await fetchAll(app, id, (done) => void reports.push({ done, copy: copyOf(app.dataDir) }))
  return reports.filter(({ done, copy }) => done > outputsIn(copy, id)).length
}

/** The database files as a kill at this instant would leave them. */
function copyOf(dataDir: string): string {
  const copy = mkdtempSync(join(dataDir, 'copy-'))
  for (const name of ['evenkeel.db', 'evenkeel.db-wal']) copyFileSync(join(dataDir, name), join(copy, name))
  return copy
}

function outputsIn(folder: string, testId: number): number {
  const db = new Database(join(folder, 'evenkeel.db'))
  const outputs = db
    .prepare(
      'SELECT count(*) FROM test_outputs o JOIN test_inputs i ON i.id = o.input_id WHERE i.test_id = ?',
    )
    .pluck()
    .get(testId)
  db.close()
  return Number(outputs)
}
