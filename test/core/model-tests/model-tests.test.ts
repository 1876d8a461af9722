import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import {
  aCollectedTest,
  aRevealedTest,
  aTestedWorkflow,
  judgeAll,
  likesCandidate,
  saysCandidate,
  saysCurrent,
} from '../../helpers/model-tests.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { readBack } from '../export/workbook-reader.ts'

const decision = {
  why: 'It is shorter and just as right.',
  decidedBy: 'Dana',
  approvedBy: 'Ines Moreau',
  onDate: '2026-11-21',
  rollOut: null,
}

async function sheetsOf(app: TestApp, fileId: string) {
  const path = join(mkdtempSync(join(tmpdir(), 'evenkeel-test-')), 'made.xlsx')
  writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()))
  const { sheets } = await readBack(path)
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, rows]))
}

describe('a model test', () => {
  it('goes by paste from its set-up to a decision that makes the change', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflowId = await aTestedWorkflow(app)
    const { id } = await aCollectedTest(client, [workflowId])
    const begun = await client.modelTests.startJudging({ id })
    expect(begun).toMatchObject({ judged: 0, total: 14, bell: null, secondsUsed: 0 })
    await judgeAll(client, id, likesCandidate)
    const revealed = { state: 'revealed', judged: 14, pairs: 14, secondsUsed: 70 }
    expect(await client.modelTests.reveal({ id })).toMatchObject(revealed)

    const { results, pairs } = await client.modelTests.result({ id })
    expect(results).toEqual([
      {
        workflowId,
        workflowName: 'Customer replies',
        ...{ inputs: 12, judged: 12, better: 12, same: 0, worse: 0, bothBad: 0, identical: 0 },
        ...{ candidateFailures: 0, currentFailures: 0, isRuleMet: true, p: expect.closeTo(0.00049, 4) },
        rule: { atLeast: 10, of: 12, noMustPassFailure: true },
        wasStoppedEarly: false,
        sentence: 'Of 12: 12 better, 0 the same, 0 worse, no must-pass failure. Meets your rule.',
        caution: expect.stringContaining('more than chance'),
        steadiness: 'You judged 2 pairs twice, sides swapped: the same verdict both times.',
        evaluator: null,
        current: { medianMs: null, cost: null, words: 9 },
        candidate: { medianMs: null, cost: null, words: 9 },
      },
    ])
    expect(pairs).toHaveLength(12)
    expect(pairs[0]).toMatchObject({
      outcome: 'better',
      current: saysCurrent('case 1'),
      candidate: saysCandidate('case 1'),
    })

    const decided = await client.modelTests.decide({ id, decision: 'switch', ...decision })
    expect(decided).toMatchObject({ state: 'decided', decision: 'switch', decidedOn: '2026-11-21' })
    const [number = 0] = decided.changeNumbers
    const change = {
      kind: 'model',
      what: 'Customer replies model: model-old to model-new',
      why: 'It is shorter and just as right. (model test of 21 November 2026)',
      from: 'Vendor: Anthropic\nModel: model-old\nTemperature: 0.2',
      to: 'Vendor: Anthropic\nModel: model-new\nTemperature: 0.2',
      decidedBy: 'Dana',
      approvedBy: 'Ines Moreau',
      liveSteps: { pasted: null, tested: null },
    }
    expect(await client.changes.get({ number })).toMatchObject(change)
    expect((await client.changes.waiting()).rows.map((each) => each.number)).toContain(number)
    expect(await client.workflows.get({ id: workflowId })).toMatchObject({ model: 'model-new' })
    const { todos } = await client.results.home()
    expect(todos.filter(({ target }) => target.page === 'model-test')).toEqual([])
  })

  it('is on Home until it is decided', async () => {
    await using app = await createTestApp()
    const { id } = await aRevealedTest(app, [await aTestedWorkflow(app, 2)])
    const { todos } = await app.client.results.home()
    expect(todos.filter(({ target }) => target.page === 'model-test')).toEqual([
      {
        id: `model-test:${id}`,
        title: 'Decide on the model test',
        detail: 'Customer replies: the names are revealed.',
        action: 'See the result',
        target: { page: 'model-test', id },
        mark: null,
      },
    ])
  })

  it('is kept as it is through a kill in the middle of judging', async () => {
    await using app = await createTestApp()
    const { id } = await aCollectedTest(app.client, [await aTestedWorkflow(app, 4)])
    const { nextPairId } = await app.client.modelTests.startJudging({ id })
    const pair = await app.client.modelTests.pair({ pairId: nextPairId ?? 0 })
    const said = { verdict: 'left', leftFails: false, rightFails: true, note: 'Wrong price.' } as const
    const judged = await app.client.modelTests.judge({ pairId: pair.id, rev: pair.rev, seconds: 9, ...said })
    await using again = await app.reopenAsKilled()
    expect(await again.client.modelTests.judging({ id })).toEqual(judged.state)
    expect(await again.client.modelTests.pair({ pairId: pair.id })).toEqual({ ...pair, ...said, rev: 2 })
  })

  it('is written down with every text and outcome', async () => {
    await using app = await createTestApp()
    const { id } = await aRevealedTest(app, [await aTestedWorkflow(app, 2)])
    const { changeNumbers } = await app.client.modelTests.decide({ id, decision: 'switch', ...decision })
    const { fileId, name } = await app.client.exports.list({
      list: { kind: 'model_test', id },
      format: 'xlsx',
    })
    expect(name).toBe('evenkeel-model-test-2026-11-21.xlsx')
    const { Decision = [], Pairs = [] } = await sheetsOf(app, fileId)
    expect(Decision.at(-1)).toEqual([
      new Date('2026-11-21'),
      'Customer replies',
      'model-old',
      'model-new',
      ...[2, 2, 0, 0, 0, 0],
      'No must-pass failure, and candidate better or the same on at least 2 of 2; both bad counts for neither',
      'Yes',
      'Switch',
      changeNumbers[0],
    ])
    expect(Pairs.at(-1)?.slice(0, 3)).toEqual(['Customer replies', 'case 2', 'Better'])
    expect(Pairs.at(-1)?.slice(-2)).toEqual([saysCurrent('case 2'), saysCandidate('case 2')])
  })
})
