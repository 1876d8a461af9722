import { describe, expect, it } from 'vitest'
import {
  type Cell,
  cellWords,
  firstMissing,
  missingWords,
  nextMissing,
} from '../../../renderer/features/model-tests/outputs/output-cells.ts'
import {
  countFirstWords,
  maybePaidWords,
  progressWords,
  sendLabel,
  sizeWords,
  usedWords,
} from '../../../renderer/features/model-tests/outputs/outputs-words.ts'
import { draftOf, setUpOf } from '../../../renderer/features/model-tests/set-up/set-up-draft.ts'
import {
  frozenInputs,
  instructionsDifference,
  ruleSentence,
  sameFetchWords,
  withReason,
} from '../../../renderer/features/model-tests/set-up/set-up-words.ts'
import type { GridRow, SendPlan } from '../../../shared/contract/model-tests/outputs.ts'
import type { ModelTest, SideSetUp } from '../../../shared/contract/model-tests/test.ts'
import { AppError } from '../../../shared/errors.ts'

const side: SideSetUp = {
  name: 'claude-opus-4',
  vendor: 'Anthropic',
  provider: 'anthropic',
  model: 'claude-opus-4',
  releaseNumber: 2,
  instructions: 'Write politely.',
  maxTokens: 4096,
  settings: '',
}
const run: ModelTest['run'] = {
  state: 'running',
  message: null,
  done: 12,
  total: 24,
  inFlight: 2,
  cost: 0.42,
  cap: 5,
  secondsUsed: 200,
  maybePaid: 0,
}
const test: ModelTest = {
  id: 1,
  heldOn: '2026-11-21',
  reason: 'Model update announced',
  state: 'setting_up',
  workflows: [
    {
      workflowId: 3,
      workflowName: 'Proposals',
      inputCount: 12,
      setVersion: 4,
      current: side,
      candidate: { ...side, name: 'claude-opus-5', model: 'claude-opus-5' },
      filling: { input: null, values: {} },
      rule: { atLeast: 10, of: 12, noMustPassFailure: true },
    },
  ],
  lockedAt: null,
  useEvaluator: false,
  collected: 0,
  expected: 24,
  judged: 0,
  pairs: 0,
  repeats: 0,
  secondsUsed: 0,
  run,
  decision: null,
  decidedOn: null,
  decidedBy: '',
  why: '',
  changeNumbers: [],
  rev: 1,
}
const here: Cell = { hasOutput: true, source: 'paste', words: 92, problem: null }
const missing: Cell = { hasOutput: false, source: null, words: null, problem: null }
const row = (inputId: number, current: Cell, candidate: Cell): GridRow => ({
  ...{
    inputId,
    workflowId: 3,
    position: inputId,
    name: `Input ${inputId}`,
    text: 'Text',
    mustNotFail: false,
  },
  current,
  candidate,
})

describe('a set-up as it is typed', () => {
  it('goes back to what was stored when nothing was changed', () => {
    const { heldOn, reason, useEvaluator, workflows } = test
    expect(setUpOf(draftOf(test, 'de-DE'), 'de-DE')).toEqual({
      ...{ heldOn, reason, useEvaluator },
      workflows: workflows.map(({ workflowId, current, candidate, filling, rule }) => ({
        ...{ workflowId, current, candidate, filling, rule },
      })),
    })
  })

  it('names every field that cannot be stored', () => {
    const draft = draftOf({ ...test, reason: ' ', heldOn: '' }, 'en-GB')
    const workflows = draft.workflows.map((workflow) => ({
      ...workflow,
      current: { ...workflow.current, name: '' },
      candidate: { ...workflow.candidate, maxTokens: '70,000' },
      rule: { ...workflow.rule, atLeast: 'ten' },
    }))
    let refusal: unknown
    try {
      setUpOf({ ...draft, workflows }, 'en-GB')
    } catch (error) {
      refusal = error
    }
    expect(refusal instanceof AppError && refusal.problems).toEqual([
      { field: 'heldOn', message: 'Enter the date of the test.' },
      { field: 'reason', message: 'Enter the reason.' },
      { field: 'workflows.0.current.name', message: 'Enter a name for this side.' },
      {
        field: 'workflows.0.candidate.maxTokens',
        message: 'Enter a whole number of tokens, from 1 to 64,000.',
      },
      { field: 'workflows.0.rule.atLeast', message: 'Enter a whole number, for example 10.' },
    ])
  })

  it.each([
    ['Write politely.', 'Same as current'],
    ['Write politely!', 'Only capitals, punctuation or spacing changed'],
    ['Write briefly.', '1 word changed'],
    ['Write politely and very briefly.', '3 words changed'],
  ])('says how “%s” differs', (candidate, words) => {
    expect(instructionsDifference('Write politely.', candidate, 'en-GB')).toBe(words)
  })

  it.each([
    [
      true,
      'Switch when there is no must-pass failure and the candidate is better or the same on at least 10 of 12; both bad counts for neither.',
    ],
    [
      false,
      'Switch when the candidate is better or the same on at least 10 of 12; both bad counts for neither.',
    ],
  ])('says the rule (must-pass %s)', (noMustPassFailure, sentence) => {
    expect(ruleSentence({ atLeast: 10, of: 12, noMustPassFailure })).toBe(sentence)
  })

  it('warns where both sides would fetch the same', () => {
    const same = test.workflows.map((workflow) => ({ ...workflow, candidate: { ...side, name: 'New' } }))
    expect(sameFetchWords(test.workflows)).toBeNull()
    expect(sameFetchWords(same)).toBe(
      'Both sides of Proposals have the same model id and the same instructions: fetched outputs would come from one and the same model.',
    )
  })

  it('says what a lock freezes', () => {
    const workflows = [
      { workflowName: 'Proposals', inputCount: 12 },
      { workflowName: 'Job adverts', inputCount: 1 },
    ]
    expect(frozenInputs(workflows, 'en-GB')).toBe(
      '12 standard inputs of Proposals and 1 standard input of Job adverts',
    )
  })

  it.each([
    ['', 'Quality'],
    ['Quality', 'Quality'],
    ['Cheaper ', 'Cheaper\nQuality'],
  ])('adds a reason to “%s” once', (reason, expected) => {
    expect(withReason(reason, 'Quality')).toBe(expected)
  })
})

describe('the grid of outputs', () => {
  const rows = [row(1, here, missing), row(2, missing, missing), row(3, missing, here)]
  const longer = [...rows, row(4, missing, here)]

  it.each([
    [{ inputId: 1, side: 'current' } as const, { inputId: 2, side: 'current' }],
    [{ inputId: 3, side: 'current' } as const, { inputId: 2, side: 'current' }],
    [{ inputId: 2, side: 'candidate' } as const, { inputId: 1, side: 'candidate' }],
  ])('goes on to the next missing one of the same side', (from, next) => {
    expect(nextMissing(rows, from)).toEqual(next)
  })

  it('goes on downwards before it begins again at the top', () => {
    expect(nextMissing(longer, { inputId: 3, side: 'current' })).toEqual({ inputId: 4, side: 'current' })
    expect(nextMissing(longer, { inputId: 4, side: 'current' })).toEqual({ inputId: 2, side: 'current' })
  })

  it('goes on with the other side when one is complete', () => {
    const complete = [row(1, here, missing), row(2, here, missing)]
    expect(nextMissing(complete, { inputId: 2, side: 'current' })).toEqual({ inputId: 1, side: 'candidate' })
  })

  it('ends when nothing else is missing', () => {
    const last = [row(1, here, here), row(2, here, missing)]
    expect(nextMissing(last, { inputId: 2, side: 'candidate' })).toBeNull()
    expect(firstMissing([row(1, here, here)])).toBeNull()
  })

  it('begins with the current side', () => {
    expect(firstMissing(rows)).toEqual({ inputId: 2, side: 'current' })
  })

  it.each([
    [rows, 'Still missing: 2 outputs of the current side, 2 outputs of the candidate.'],
    [[row(1, here, missing)], 'Still missing: 1 output of the candidate.'],
    [[row(1, here, here)], 'Every output is here.'],
  ])('says what is missing', (some, sentence) => {
    expect(missingWords(some, 'en-GB')).toBe(sentence)
  })

  it.each([
    [missing, 'Missing'],
    [here, 'Pasted'],
    [{ ...here, source: 'api' } as const, 'Fetched'],
    [{ ...here, source: 'file' } as const, 'From a file'],
  ])('says what a cell holds', (cell, words) => {
    expect(cellWords(cell)).toBe(words)
  })
})

describe('the words of fetching', () => {
  const plan: SendPlan = {
    hosts: ['api.anthropic.com'],
    missingKeys: [],
    calls: 24,
    characters: 48210,
    inputTokens: 13800,
    areTokensCounted: false,
    costAtMost: 1.25,
    missingPrices: [],
    sides: [],
    previews: [],
    evaluator: null,
    personal: [],
    obstacle: null,
  }

  it('say what is sent where', () => {
    expect(sendLabel(plan, 'en-GB')).toBe('Send 24 requests to api.anthropic.com')
    expect(sendLabel({ ...plan, calls: 1 }, 'en-GB')).toBe('Send 1 request to api.anthropic.com')
  })

  it.each([
    [false, '48,210 characters, about 13,800 tokens (estimated)'],
    [true, '48,210 characters, 13,800 tokens (counted by the provider)'],
  ])('say how much (counted: %s)', (areTokensCounted, words) => {
    expect(sizeWords({ ...plan, areTokensCounted }, 'en-GB')).toBe(words)
  })

  it('say what counting first would send', () => {
    expect(countFirstWords(plan, 'en-GB')).toBe(
      'Sends the same texts to api.anthropic.com now, in 24 free requests',
    )
  })

  it('say how far it is and what it used', () => {
    expect(progressWords(run, 'en-GB')).toBe('12 of 24 there, 2 on their way')
    expect(progressWords({ ...run, inFlight: 0 }, 'en-GB')).toBe('12 of 24 there')
    expect(usedWords(run, 'en-GB')).toBe('$0.42 so far of at most $5.00, 3 min')
    expect(usedWords({ ...run, cost: null, cap: null, secondsUsed: 41.6 }, 'en-GB')).toBe(
      'Cost not known, 42 s',
    )
  })

  it.each([
    [0, null],
    [1, '1 request was cut off on the way and may have been charged without an answer.'],
    [2, '2 requests were cut off on the way and may have been charged without an answer.'],
  ])('name %i requests that may have been paid', (maybePaid, words) => {
    expect(maybePaidWords({ ...run, maybePaid }, 'en-GB')).toBe(words)
  })
})
