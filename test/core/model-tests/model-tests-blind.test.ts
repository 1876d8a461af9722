import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import {
  aSetUpTest,
  aTestedWorkflow,
  pasteAll,
  saysCandidate,
  saysCurrent,
} from '../../helpers/model-tests.ts'
import { type Client, createTestApp, refusal, temporaryFolder } from '../../helpers/test-app.ts'

const decision = {
  decision: 'stay',
  why: 'No.',
  decidedBy: '',
  approvedBy: '',
  onDate: '2026-11-21',
} as const

/** A test of which judging has begun; `isExchanged` swaps what the two sides say and where they stand. */
async function aJudgedApp(isExchanged: boolean) {
  const dataDir = temporaryFolder()
  const first = await createTestApp({ dataDir })
  const { id } = await aSetUpTest(first.client, [await aTestedWorkflow(first)])
  await first.client.modelTests.lock({ id })
  const texts = { current: saysCurrent, candidate: saysCandidate }
  await pasteAll(
    first.client,
    id,
    isExchanged ? { current: texts.candidate, candidate: texts.current } : texts,
  )
  await first.client.modelTests.startJudging({ id })
  await first.close()
  const db = new Database(join(dataDir, 'evenkeel.db'))
  // Chance draws another order in each company: both get the same one, which the exchange turns round.
  const isOdd = isExchanged ? 1 : 0
  db.prepare(
    'UPDATE test_pairs SET is_current_left = (position + :isOdd) % 2, is_repeat = position > 12',
  ).run({ isOdd })
  const inputs = db.prepare<[], number>('SELECT id FROM test_inputs ORDER BY id').pluck().all()
  const pairs = db.prepare<[], number>('SELECT id FROM test_pairs ORDER BY position').pluck().all()
  const place = db.prepare('UPDATE test_pairs SET input_id = ? WHERE id = ?')
  pairs.forEach((pairId, index) => void place.run(inputs[index % inputs.length], pairId))
  db.close()
  return { app: await createTestApp({ dataDir }), id }
}

/** Every reply that somebody can get while the names are hidden, judging as it goes. */
async function everyReply(client: Client, id: number, fetch: (path: string) => Promise<Response>) {
  const stop = new AbortController()
  // Which ones come; how many arrive before the end is up to the stream.
  const events = new Set<string>()
  const live = await client.events.live(undefined, { signal: stop.signal })
  const listening = (async () => {
    for await (const event of live) events.add(JSON.stringify(event))
  })().catch(() => undefined)
  const replies: unknown[] = []
  const note = async (call: Promise<unknown>) => {
    const refused = call.then(undefined, () => undefined)
    const answer = await refusal(call)
    replies.push(answer === 'accepted' ? await refused : answer)
  }
  const around = async () => {
    await note(client.modelTests.list())
    await note(client.modelTests.get({ id }))
    await note(client.modelTests.judging({ id }))
    await note(client.modelTests.sendPlan({ id }))
    await note(client.results.home())
    await note(client.provider.sent({ offset: 0 }))
  }
  await around()
  const { pairs } = await client.modelTests.judging({ id })
  for (const { id: pairId, position } of pairs) {
    await note(client.modelTests.pair({ pairId }))
    const fails = { leftFails: position === 2, rightFails: position === 3 }
    const verdict = position === 4 ? 'left' : position === 5 ? 'right' : 'equal'
    await note(client.modelTests.judge({ pairId, rev: 1, verdict, ...fails, note: '', seconds: 1 }))
    await note(client.modelTests.judge({ pairId, rev: 1, verdict, ...fails, note: '', seconds: 1 }))
    await around()
  }
  await note(client.modelTests.undoJudgement({ id }))
  const side = 'candidate'
  await note(client.modelTests.grid({ id }))
  await note(client.modelTests.paste({ inputId: 1, side, text: saysCandidate('case 1') }))
  await note(client.modelTests.clearOutput({ inputId: 1, side }))
  await note(client.modelTests.sheet({ id, side }))
  await note(client.modelTests.result({ id }))
  await note(client.exports.list({ list: { kind: 'model_test', id }, format: 'xlsx' }))
  await note(client.modelTests.lock({ id }))
  await note(client.modelTests.startJudging({ id }))
  await note(client.modelTests.startRun({ id, cap: null }))
  await note(client.modelTests.decide({ id, ...decision, rollOut: null }))
  await note(client.modelTests.copy({ id }))
  replies.push((await fetch('/files/1')).status)
  stop.abort()
  await listening
  return { replies, events }
}

describe('while the names are hidden', () => {
  it('not one reply differs when the sides are exchanged', async () => {
    const answers: unknown[] = []
    for (const isExchanged of [false, true]) {
      const { app, id } = await aJudgedApp(isExchanged)
      answers.push(await everyReply(app.client, id, app.fetch))
      await app.dispose()
    }
    const [one, exchanged] = answers
    expect(JSON.stringify(one)).toContain(saysCandidate('case 1'))
    expect(one).toEqual(exchanged)
  })

  it.each([
    ['grid', (client: Client, id: number) => client.modelTests.grid({ id })],
    ['paste', (client: Client) => client.modelTests.paste({ inputId: 1, side: 'current', text: 'Else' })],
    ['clearOutput', (client: Client) => client.modelTests.clearOutput({ inputId: 1, side: 'current' })],
    ['sheet', (client: Client, id: number) => client.modelTests.sheet({ id, side: 'current' })],
    [
      'previewOutputs',
      (client: Client, id: number) => client.modelTests.previewOutputs({ id, fileId: 'none' }),
    ],
    [
      'countOutputs',
      (client: Client, id: number) => {
        const columns = { input: 0, output: 1, milliseconds: null, model: null }
        return client.modelTests.countOutputs({
          ...{ id, workflowId: 1, side: 'current', fileId: 'none' },
          ...columns,
        })
      },
    ],
    ['result', (client: Client, id: number) => client.modelTests.result({ id })],
    [
      'record',
      (client: Client, id: number) =>
        client.exports.list({ list: { kind: 'model_test', id }, format: 'xlsx' }),
    ],
    ['decide', (client: Client, id: number) => client.modelTests.decide({ id, ...decision, rollOut: null })],
  ])('%s is refused', async (_name, call) => {
    const { app, id } = await aJudgedApp(false)
    expect(await refusal(call(app.client, id))).toMatchObject({ code: 'CONFLICT' })
    await app.dispose()
  })

  it('left and right are up to chance, either side as often as the other', async () => {
    const orders = new Set<string>()
    for (let run = 0; run < 3; run++) {
      await using app = await createTestApp()
      const { id } = await aSetUpTest(app.client, [await aTestedWorkflow(app)])
      await app.client.modelTests.lock({ id })
      await pasteAll(app.client, id)
      await app.client.modelTests.startJudging({ id })
      const left = app.inspect((db) =>
        db
          .prepare<[], number>('SELECT is_current_left FROM test_pairs WHERE is_repeat = 0 ORDER BY position')
          .pluck()
          .all(),
      )
      expect(left.reduce((sum, each) => sum + each, 0)).toBe(6)
      orders.add(left.join(''))
    }
    expect(orders.size).toBeGreaterThan(1)
  })
})
