import { describe, expect, it } from 'vitest'
import {
  aCollectedTest,
  addInput,
  aSetUpTest,
  aTestedWorkflow,
  judgeAll,
  likesCandidate,
  pasteAll,
  saysCandidate,
  saysCurrent,
} from '../../helpers/model-tests.ts'
import { createTestApp, refusal } from '../../helpers/test-app.ts'

describe('judging', () => {
  it('is not overwritten by another window', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aCollectedTest(client, [await aTestedWorkflow(app, 2)])
    const { nextPairId } = await client.modelTests.startJudging({ id })
    const said = {
      pairId: nextPairId ?? 0,
      rev: 1,
      leftFails: false,
      rightFails: false,
      note: '',
      seconds: 1,
    }
    await client.modelTests.judge({ ...said, verdict: 'left' })
    expect(await refusal(client.modelTests.judge({ ...said, verdict: 'right' }))).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await client.modelTests.pair({ pairId: said.pairId })).toMatchObject({ verdict: 'left' })
    const undone = await client.modelTests.judge({ ...said, rev: 2, verdict: null })
    expect(undone.state).toMatchObject({ judged: 0, nextPairId, secondsUsed: 2 })
  })

  it('shows no pair of which both texts are the same', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aSetUpTest(client, [await aTestedWorkflow(app, 3)])
    await client.modelTests.lock({ id })
    const candidate = (name: string) =>
      name === 'case 2' ? `${saysCurrent(name)}  \r\n` : saysCandidate(name)
    await pasteAll(client, id, { current: saysCurrent, candidate })
    expect(await client.modelTests.startJudging({ id })).toMatchObject({ total: 2 })
    await judgeAll(client, id, likesCandidate)
    await client.modelTests.reveal({ id })
    const { results, pairs } = await client.modelTests.result({ id })
    expect(results).toMatchObject([{ inputs: 3, judged: 2, better: 2, same: 1, identical: 1 }])
    expect(pairs.map(({ name, outcome, isIdentical }) => [name, outcome, isIdentical])).toEqual([
      ['case 2', 'same', true],
      ['case 1', 'better', false],
      ['case 3', 'better', false],
    ])
  })

  it('rings at every fourth pair once the rest cannot change the outcome, and counts the rest as not judged', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aCollectedTest(client, [await aTestedWorkflow(app, 6)])
    let state = await client.modelTests.startJudging({ id })
    const bells = [state.bell]
    for (const { id: pairId } of state.pairs.slice(0, 4)) {
      const { left, rev } = await client.modelTests.pair({ pairId })
      const verdict = left.startsWith('Hello') ? 'right' : 'left'
      const said = {
        pairId,
        rev,
        verdict,
        leftFails: false,
        rightFails: false,
        note: '',
        seconds: 1,
      } as const
      state = (await client.modelTests.judge(said)).state
      bells.push(state.bell)
    }
    const bell = 'You can stop here: the remaining 2 pairs can’t change the outcome by your rule.'
    expect(bells).toEqual([null, null, null, null, bell])
    await client.modelTests.reveal({ id })
    const { results } = await client.modelTests.result({ id })
    expect(results).toMatchObject([{ worse: 4, judged: 4, isRuleMet: false, wasStoppedEarly: true }])
  })

  it('does not let a must-pass failure ring the bell, since that would tell whose it is', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aCollectedTest(client, [await aTestedWorkflow(app, 6)])
    await client.modelTests.startJudging({ id })
    const { pairs } = await client.modelTests.judging({ id })
    const bells: (string | null)[] = []
    for (const { id: pairId } of pairs) {
      const { left, rev, inputName } = await client.modelTests.pair({ pairId })
      const isCandidateLeft = left.startsWith('Hello')
      const fails = {
        leftFails: inputName === 'case 6' && isCandidateLeft,
        rightFails: inputName === 'case 6' && !isCandidateLeft,
      }
      const said = { pairId, rev, verdict: 'equal', ...fails, note: '', seconds: 1 } as const
      bells.push((await client.modelTests.judge(said)).state.bell)
    }
    expect(bells).toEqual(Array(6).fill(null))
    await client.modelTests.reveal({ id })
    const { results, pairs: shown } = await client.modelTests.result({ id })
    expect(results).toMatchObject([{ same: 6, candidateFailures: 1, currentFailures: 0, isRuleMet: false }])
    expect(shown.map(({ candidateFails }) => candidateFails)).toEqual([true, ...Array(5).fill(false)])
  })

  it('counts a must-pass failure only once its pair has a verdict', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await aCollectedTest(client, [await aTestedWorkflow(app, 2)])
    const { nextPairId } = await client.modelTests.startJudging({ id })
    const { id: pairId, rev } = await client.modelTests.pair({ pairId: nextPairId ?? 0 })
    const fails = { leftFails: true, rightFails: true, note: '', seconds: 1 }
    await client.modelTests.judge({ pairId, rev, verdict: null, ...fails })
    await client.modelTests.reveal({ id })
    const { results, pairs } = await client.modelTests.result({ id })
    expect(results).toMatchObject([{ judged: 0, candidateFailures: 0, currentFailures: 0 }])
    expect(pairs.some(({ candidateFails, currentFails }) => candidateFails || currentFails)).toBe(false)
  })

  it('shows the checks a text fails, on the side it stands on and by name afterwards', async () => {
    await using app = await createTestApp()
    const { client } = app
    const workflowId = await aTestedWorkflow(app, 0)
    const input = await addInput(client, workflowId, 'case 1', true)
    const checks = [{ kind: 'lacks', value: 'Hello' } as const]
    await client.standardInputs.save({ ...input, checks })
    const { id } = await aCollectedTest(client, [workflowId])
    const { nextPairId } = await client.modelTests.startJudging({ id })
    const pair = await client.modelTests.pair({ pairId: nextPairId ?? 0 })
    const isCandidateLeft = pair.left === saysCandidate('case 1')
    expect(pair).toMatchObject({
      mustNotFail: true,
      leftFailedChecks: isCandidateLeft ? ['Contains “Hello”.'] : [],
      rightFailedChecks: isCandidateLeft ? [] : ['Contains “Hello”.'],
    })
    await client.modelTests.reveal({ id })
    const { pairs } = await client.modelTests.result({ id })
    expect(pairs).toMatchObject([
      { outcome: 'not_judged', currentFailedChecks: [], candidateFailedChecks: ['Contains “Hello”.'] },
    ])
  })
})
