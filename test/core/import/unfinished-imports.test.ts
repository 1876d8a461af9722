import { describe, expect, it } from 'vitest'
import { aWorkflow, someOutputs, toCsv } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const month = '2026-11'

const undated = (count: number) =>
  toCsv(
    someOutputs(count).map(({ request, aiText, finalText }) => ({
      Request: request,
      'AI text': aiText,
      'Final text': finalText,
    })),
  )

const countIn = async (app: TestApp, workflowId: number) =>
  (await app.client.reviews.pool({ workflowId, month })).outputCount

async function withWorkflow(app: TestApp) {
  const { id } = await app.client.workflows.create(aWorkflow())
  return id
}

describe('an import that does not finish', () => {
  /** Starts a file large enough to be caught in the middle and waits until its first rows are in. */
  async function startLarge(app: TestApp, workflowId: number) {
    const fileIds = [await app.upload('large.csv', undated(4_000))]
    const { guess, dateOrder } = await app.client.imports.preview({ workflowId, fileIds })
    const rest = { mapping: guess, dateOrder, undatedMonth: month, onlyMonth: null }
    const { jobId } = await app.client.imports.start({ workflowId, fileIds, ...rest })
    while ((await app.client.jobs.get({ id: jobId })).done === 0) await new Promise(setImmediate)
    return jobId
  }

  const outputsIn = (app: TestApp) =>
    app.inspect((db) => db.prepare('SELECT count(*) FROM outputs').pluck().get() as number)

  it('because it was cancelled leaves nothing, and can be made again', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const jobId = await startLarge(app, workflowId)
    expect(outputsIn(app)).toBeGreaterThan(0)
    expect(await countIn(app, workflowId)).toBe(0)
    await app.client.jobs.cancel({ id: jobId })
    expect(await app.ended(jobId)).toMatchObject({
      state: 'cancelled',
      importId: null,
      message: 'The import was cancelled.',
    })
    expect(outputsIn(app)).toBe(0)
    expect(await app.client.imports.list({ workflowId })).toEqual([])
    const again = await app.importFile('large.csv', undated(4_000), { workflowId })
    expect(again).toMatchObject({ keptCount: 4_000, alreadyInCount: 0 })
  })

  it('because the app was killed leaves nothing after the next start', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const jobId = await startLarge(app, workflowId)
    await using next = await app.reopenAsKilled()
    await app.client.jobs.cancel({ id: jobId })
    expect(outputsIn(next)).toBe(0)
    expect(await next.client.imports.list({ workflowId })).toEqual([])
    expect(next.inspect((db) => db.prepare('SELECT state FROM imports').pluck().all())).toEqual(['failed'])
    expect(await next.importFile('small.csv', undated(5), { workflowId })).toMatchObject({ keptCount: 5 })
  })

  it('because the app was closed leaves nothing after the next start', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    await startLarge(app, workflowId)
    await app.restart()
    expect(outputsIn(app)).toBe(0)
    expect(await app.client.imports.list({ workflowId })).toEqual([])
  })

  it('takes nothing with it: another import waits its turn, pasting and taking back are refused', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const earlier = await app.client.imports.paste({ workflowId, month, pairs: someOutputs(2, 9_001) })
    const file = await app.upload('first.csv', undated(50))
    const jobId = await startLarge(app, workflowId)
    const pasting = refusal(app.client.imports.paste({ workflowId, month, pairs: someOutputs(50) }))
    const takingBack = refusal(app.client.imports.remove({ id: earlier.id }))
    const other = app.runImport([file], { workflowId })
    expect([await pasting, await takingBack]).toMatchObject([{ code: 'CONFLICT' }, { code: 'CONFLICT' }])
    await app.client.jobs.cancel({ id: jobId })
    expect(await other).toMatchObject({ state: 'done' })
    expect(await countIn(app, workflowId)).toBe(52)
  })
})
