import { describe, expect, it } from 'vitest'
import type { Side } from '../../../shared/contract/model-tests/test.ts'
import { noActivityFilter } from '../../../shared/contract/reports/activity.ts'
import { toCsv } from '../../helpers/builders.ts'
import { aSetUpTest, aTestedWorkflow } from '../../helpers/model-tests.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

type Row = { Input: string; Output: string; Ms?: string }

async function aLockedTest(app: TestApp, n: number) {
  const workflowId = await aTestedWorkflow(app, n)
  const { id } = await aSetUpTest(app.client, [workflowId])
  await app.client.modelTests.lock({ id })
  const grid = await app.client.modelTests.grid({ id })
  const inputId = (name: string) => grid.find((row) => row.name === name)?.inputId ?? 0
  return { id, workflowId, inputId }
}

/** A file as it is looked at: what it would come to, and bringing it in. */
async function aFile(app: TestApp, test: { id: number; workflowId: number }, rows: Row[], side: Side) {
  const fileId = await app.upload('outputs.csv', toCsv(rows))
  const columns = { input: 0, output: 1, milliseconds: rows[0]?.Ms === undefined ? null : 2, model: null }
  const choice = { id: test.id, workflowId: test.workflowId, side, fileId, ...columns }
  return {
    count: () => app.client.modelTests.countOutputs(choice),
    bringIn: (replace?: number[]) =>
      app.outcomeOf(app.client.modelTests.importOutputs({ ...choice, ...(replace ? { replace } : {}) })),
  }
}

const stored = (app: TestApp) =>
  app.inspect((db) =>
    db
      .prepare('SELECT text, source, milliseconds FROM test_outputs WHERE side = ? ORDER BY input_id')
      .raw()
      .all('candidate'),
  )

describe('a file for outputs that are here', () => {
  const rows: Row[] = [
    { Input: 'case 1', Output: 'Of the file 1.' },
    { Input: 'case 2', Output: 'Pasted 2. \r\n' },
    { Input: 'case 3', Output: 'Of the file 3.' },
    { Input: 'case 4', Output: 'Of the file 4.' },
    { Input: 'case 1', Output: 'Again 1.' },
  ]
  async function aTestWithPasted(app: TestApp) {
    const test = await aLockedTest(app, 4)
    for (const n of [1, 2, 3]) {
      const inputId = test.inputId(`case ${n}`)
      await app.client.modelTests.paste({ inputId, side: 'candidate', text: `Pasted ${n}.` })
    }
    return test
  }

  it('says how many are here and keeps every one of them unless it is asked', async () => {
    await using app = await createTestApp()
    const test = await aTestWithPasted(app)
    const file = await aFile(app, test, rows, 'candidate')
    expect(await file.count()).toEqual({
      ...{ inputs: 4, repeats: 1, same: 1 },
      there: [
        { inputId: test.inputId('case 1'), name: 'case 1' },
        { inputId: test.inputId('case 3'), name: 'case 3' },
      ],
    })
    expect(await file.bringIn()).toMatchObject({ kept: 1, alreadyIn: 1, replaced: 0, notReplaced: 2 })
    expect(stored(app)).toEqual([
      ['Pasted 1.', 'paste', null],
      ['Pasted 2.', 'paste', null],
      ['Pasted 3.', 'paste', null],
      ['Of the file 4.', 'file', null],
    ])
  })

  it('replaces those that were asked about and no others, and the log has both texts', async () => {
    await using app = await createTestApp()
    const test = await aTestWithPasted(app)
    const file = await aFile(app, test, rows, 'candidate')
    const { there } = await file.count()
    // Came in after the question: nobody was asked about it.
    const inputId = test.inputId('case 4')
    await app.client.modelTests.paste({ inputId, side: 'candidate', text: 'Pasted 4.' })
    const replace = there.map(({ inputId }) => inputId)
    expect(await file.bringIn(replace)).toMatchObject({ kept: 2, alreadyIn: 1, replaced: 2, notReplaced: 1 })
    expect(stored(app).map((row) => (row as string[])[0])).toEqual([
      ...['Of the file 1.', 'Pasted 2.', 'Of the file 3.', 'Pasted 4.'],
    ])
    const { rows: entries } = await app.client.activity.list({ ...noActivityFilter, offset: 0, limit: 10 })
    const replaced = entries.filter(({ what }) => what.startsWith('Answer of a model replaced'))
    expect(replaced).toHaveLength(2)
    expect(replaced.at(-1)?.differences).toContainEqual({
      ...{ field: 'Text', before: 'Pasted 1.', after: 'Of the file 1.' },
    })
  })

  it('of the other side, or brought in again, meets nothing', async () => {
    await using app = await createTestApp()
    const test = await aTestWithPasted(app)
    const other = await aFile(app, test, rows, 'current')
    expect(await other.count()).toEqual({ inputs: 4, repeats: 1, same: 0, there: [] })
    await other.bringIn()
    const again = await aFile(app, test, rows, 'current')
    expect(await again.count()).toEqual({ inputs: 4, repeats: 1, same: 4, there: [] })
    expect(await again.bringIn()).toMatchObject({ kept: 0, alreadyIn: 4, replaced: 0, notReplaced: 0 })
  })

  it('adds the time to an output with the same words and leaves the rest of it', async () => {
    await using app = await createTestApp()
    const test = await aTestWithPasted(app)
    const timed = [1, 2, 3].map((n) => ({ Input: `case ${n}`, Output: `Pasted ${n}.`, Ms: `${n}00` }))
    const file = await aFile(app, test, timed, 'candidate')
    expect(await file.bringIn()).toMatchObject({ kept: 3, alreadyIn: 0 })
    expect(stored(app)).toEqual([
      ['Pasted 1.', 'paste', 100],
      ['Pasted 2.', 'paste', 200],
      ['Pasted 3.', 'paste', 300],
    ])
  })
})
