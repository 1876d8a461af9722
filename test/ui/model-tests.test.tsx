import { expect, test } from 'vitest'
import { WorkflowResult } from '../../renderer/features/model-tests/result/WorkflowResult.tsx'
import type { TestResult } from '../../shared/contract/model-tests/result.ts'
import type { ModelTest, SideSetUp } from '../../shared/contract/model-tests/test.ts'
import { expectAccessible, rowsOf, show } from './helpers/show.tsx'

const side = (name: string): SideSetUp => ({
  ...{ name, vendor: 'Example', provider: 'example', model: name, releaseNumber: null },
  ...{ instructions: '', maxTokens: 1000, settings: '' },
})
const rule = { atLeast: 10, of: 12, noMustPassFailure: true }
const result: TestResult = {
  ...{ workflowId: 2, workflowName: 'Proposals', inputs: 12, judged: 10 },
  ...{ better: 5, same: 3, worse: 1, bothBad: 2, identical: 1, candidateFailures: 1, currentFailures: 4 },
  ...{ isRuleMet: false, rule, p: 0.22, wasStoppedEarly: false },
  ...{ sentence: 'The rule is not met.', caution: 'One failure.', steadiness: null, evaluator: null },
  current: { medianMs: 2100, cost: 0.42, words: 180 },
  candidate: { medianMs: 1300, cost: 0.18, words: 140 },
}
const tested: ModelTest = {
  ...{ id: 3, heldOn: '2026-10-02', reason: '', state: 'revealed', lockedAt: null, useEvaluator: false },
  ...{ collected: 24, expected: 24, judged: 12, pairs: 14, secondsUsed: 0, changeNumbers: [], rev: 1 },
  ...{ decision: null, decidedOn: null, decidedBy: '', why: '' },
  run: {
    ...{ state: 'idle', message: null, done: 0, total: 0, inFlight: 0, cost: null, cap: null },
    ...{ secondsUsed: 0, maybePaid: 0 },
  },
  workflows: [
    {
      ...{ workflowId: 2, workflowName: 'Proposals', inputCount: 12, setVersion: 1, rule },
      filling: { input: null, values: {} },
      ...{ current: side('model-4'), candidate: side('model-5') },
    },
  ],
}

test('one in five that fail on both lead to the wording first', async () => {
  const few = { ...result, workflowName: 'Few', bothBad: 2 }
  const { screen } = await show(<WorkflowResult result={few} test={tested} />)
  await expect.element(screen.getByText('Rule not met')).toBeVisible()
  expect(screen.container.querySelector('a')).toBeNull()
  const { screen: other } = await show(<WorkflowResult result={{ ...result, bothBad: 3 }} test={tested} />)
  const link = other.getByRole('link', { name: 'Mend the wording of this workflow' })
  await expect.element(link).toHaveAttribute('href', expect.stringContaining('/workflows/2/wording'))
})

test('the figures of each side stand under its own name', async () => {
  const { screen } = await show(<WorkflowResult result={result} test={tested} />)
  const [counts, sides] = [...screen.container.querySelectorAll('table')].map(rowsOf)
  expect(counts?.slice(1)).toEqual([
    ['Better', '5'],
    ['The same 1 with the same text', '3'],
    ['Worse', '1'],
    ['Both bad', '2'],
    ['Not judged', '1'],
  ])
  expect(sides).toEqual([
    [
      'Side by side',
      expect.stringMatching(/^model-4.*Current/),
      expect.stringMatching(/^model-5.*Candidate/),
    ],
    ['Must-pass failures', '4', '1'],
    ['Median time', '2.1 s', '1.3 s'],
    ['Median length in words', '180', '140'],
    ['Cost of these outputs', '$0.42', '$0.18'],
  ])
  await expect.element(screen.getByText('Rule not met')).toBeVisible()
  await expectAccessible(screen.container)
})
