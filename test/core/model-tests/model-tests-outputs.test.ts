import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { toCsv } from '../../helpers/builders.ts'
import { aCollectedTest, aSetUpTest, aTestedWorkflow } from '../../helpers/model-tests.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'
import { readBack } from '../export/workbook-reader.ts'

async function firstCell({ client }: TestApp, id: number) {
  const [row] = await client.modelTests.grid({ id })
  if (!row) throw new Error('The test has no inputs')
  return row
}

async function sheetsOf(app: TestApp, fileId: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'evenkeel-test-')), 'made.xlsx')
  writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()))
  const { sheets } = await readBack(path)
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]))
}

describe('collecting outputs', () => {
  it('keeps what is pasted but for its line ends, and can take it back', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aSetUpTest(client, [await aTestedWorkflow(app, 2)])
    await client.modelTests.lock({ id })
    const { inputId } = await firstCell(app, id)
    const side = 'current'
    expect(await refusal(client.modelTests.paste({ inputId, side, text: ' \r\n' }))).toMatchObject({
      code: 'INVALID_INPUT',
    })
    const cell = { hasOutput: true, source: 'paste', words: 3, problem: null }
    expect(await client.modelTests.paste({ inputId, side, text: 'First' })).toMatchObject({ words: 1 })
    expect(await client.modelTests.paste({ inputId, side, text: '  One,\r\ntwo\rthree ' })).toEqual({
      ...cell,
      warning: null,
    })
    expect(app.inspect((db) => db.prepare('SELECT text FROM test_outputs').pluck().all())).toEqual([
      '  One,\ntwo\nthree ',
    ])
    expect(await firstCell(app, id)).toMatchObject({ current: cell, candidate: { hasOutput: false } })
    expect(await client.modelTests.get({ id })).toMatchObject({ collected: 1, expected: 4 })
    await client.modelTests.clearOutput({ inputId, side })
    expect(await client.modelTests.get({ id })).toMatchObject({ collected: 0 })
  })

  it('warns of the other side’s text and of a text too long to be one output', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aSetUpTest(client, [await aTestedWorkflow(app, 2)])
    await client.modelTests.lock({ id })
    const { inputId } = await firstCell(app, id)
    await client.modelTests.paste({ inputId, side: 'current', text: 'The same.' })
    const pasted = await client.modelTests.paste({ inputId, side: 'candidate', text: 'The same. \r\n' })
    expect(pasted.warning).toBe(
      'This is the same text as the other side’s output. Check that it came from this side.',
    )
    const long = await client.modelTests.paste({ inputId, side: 'candidate', text: 'word '.repeat(50_001) })
    expect(long).toMatchObject({
      words: 50_001,
      problem: 'This has more than 50,000 words. Check that it is only one output.',
    })
  })

  it('takes each workflow’s rows from one sheet', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflowIds = [await aTestedWorkflow(app, 2), await aTestedWorkflow(app, 2, { name: 'Offers' })]
    const { id } = await aSetUpTest(client, workflowIds)
    await client.modelTests.lock({ id })
    const { fileId: sheetId } = await client.modelTests.sheet({ id, side: 'candidate' })
    const { Outputs = [] } = await sheetsOf(app, sheetId)
    const rows = Outputs.slice(-4).map(([workflow, number, name, input]) => ({
      Workflow: String(workflow),
      Number: Number(number),
      Name: String(name),
      Input: String(input),
      Output: `${workflow} ${name}`,
    }))
    const fileId = await app.upload('outputs.csv', toCsv(rows))
    const { guess } = await client.modelTests.previewOutputs({ id, fileId })
    const choice = { input: guess.input ?? 0, output: guess.output ?? 0, milliseconds: null, model: null }
    for (const workflowId of workflowIds) {
      const imported = client.modelTests.importOutputs({
        id,
        workflowId,
        side: 'candidate',
        fileId,
        ...choice,
      })
      const whole = {
        kept: 2,
        alreadyIn: 0,
        replaced: 0,
        notReplaced: 0,
        missing: [],
        problems: [],
        warning: null,
      }
      expect(await app.outcomeOf(imported)).toEqual(whole)
    }
    const texts = app.inspect((db) =>
      db.prepare('SELECT text FROM test_outputs ORDER BY input_id').pluck().all(),
    )
    expect(texts).toEqual([
      'Customer replies case 1',
      'Customer replies case 2',
      'Offers case 1',
      'Offers case 2',
    ])
  })

  it('has to be complete before judging', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aCollectedTest(client, [await aTestedWorkflow(app, 3)])
    const [first, second] = await client.modelTests.grid({ id })
    if (!first || !second) throw new Error('Three inputs are there')
    await client.modelTests.clearOutput({ inputId: first.inputId, side: 'candidate' })
    expect(await refusal(client.modelTests.startJudging({ id }))).toMatchObject({
      code: 'CONFLICT',
      message:
        'Customer replies, input 1 “case 1” has no output from one of the sides yet. Add it, then judge.',
    })
    await client.modelTests.clearOutput({ inputId: second.inputId, side: 'current' })
    expect(await refusal(client.modelTests.startJudging({ id }))).toMatchObject({
      message:
        'Customer replies, input 1 “case 1” and one more have no output from one of the sides yet. Add them, then judge.',
    })
  })

  it.each([
    [
      'refusal',
      'The model refused to answer. It counts as its answer when you compare; remove it here to fetch it again or to paste another.',
    ],
    [
      'max_tokens',
      'The answer was cut at the limit of 4096 tokens. Raise it under “Models and longest answers” to fetch it again, or compare it as it is.',
    ],
    ['end_turn', null],
  ])('says what is wrong with an answer that ended in %s', async (stopReason, problem) => {
    await using app = await createTestApp()
    const { id } = await aCollectedTest(app.client, [await aTestedWorkflow(app, 1)])
    await app.close()
    const db = new Database(join(app.dataDir, 'evenkeel.db'))
    db.prepare('UPDATE test_outputs SET stop_reason = ?').run(stopReason)
    db.close()
    await app.restart()
    expect(await firstCell(app, id)).toMatchObject({ current: { problem }, candidate: { problem } })
  })

  it('says of an output that could not be fetched why, until another one is there', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aSetUpTest(client, [await aTestedWorkflow(app, 1)])
    await client.modelTests.lock({ id })
    const { inputId } = await firstCell(app, id)
    await app.close()
    const db = new Database(join(app.dataDir, 'evenkeel.db'))
    const call = db.prepare(`
      INSERT INTO api_calls (test_id, input_id, purpose, target, state)
      VALUES (?, ?, 'output', 'current', 'failed')`)
    const request = db.prepare(`
      INSERT INTO sent_requests (call_id, test_id, purpose, sent_at, host, model, characters, outcome, message)
      VALUES (?, ?, 'output', '', '', '', 1, 'failed', ?)`)
    const { lastInsertRowid } = call.run(id, inputId)
    for (const message of ['It was busy.', 'It does not know this model.']) {
      request.run(lastInsertRowid, id, message)
    }
    db.close()
    await app.restart()
    const problem = 'It does not know this model.'
    expect(await firstCell(app, id)).toMatchObject({
      current: { hasOutput: false, problem },
      candidate: { hasOutput: false, problem: null },
    })
    await client.modelTests.paste({ inputId, side: 'current', text: 'An answer.' })
    expect(await firstCell(app, id)).toMatchObject({ current: { hasOutput: true, problem: null } })
  })
})
