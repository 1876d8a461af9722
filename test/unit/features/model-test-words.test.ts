import { describe, expect, it } from 'vitest'
import { problemsOf } from '../../../renderer/features/model-tests/result/decision.ts'
import {
  countRows,
  exampleGroups,
  failureWords,
} from '../../../renderer/features/model-tests/result/result-rows.ts'
import { goWords, nextTask, tasksOf } from '../../../renderer/features/model-tests/tasks.ts'
import {
  beforeRevealWords,
  chanceWords,
  costWords,
  decidedSentence,
  listed,
  namesOf,
  ruleWords,
  secondsWords,
  standWords,
} from '../../../renderer/features/model-tests/test-words.ts'
import type { RevealedPair, TestResult } from '../../../shared/contract/model-tests/result.ts'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'

const side = (name: string) => ({
  name,
  vendor: 'Anthropic',
  provider: 'anthropic',
  model: name,
  releaseNumber: null,
  instructions: '',
  maxTokens: 1000,
  settings: '',
})
const rule = { atLeast: 10, of: 12, noMustPassFailure: true }
const workflow = (workflowId: number, workflowName: string) => ({
  ...{ workflowId, workflowName, inputCount: 12, setVersion: 1, rule, filling: { input: null, values: {} } },
  ...{ current: side('claude-opus-4'), candidate: side('claude-opus-5') },
})

function aTest(overrides: Partial<ModelTest> = {}): ModelTest {
  return {
    id: 7,
    heldOn: '2026-03-04',
    reason: 'The model retires',
    state: 'judging',
    workflows: [workflow(1, 'Proposals')],
    lockedAt: '2026-03-04T08:00:00Z',
    useEvaluator: false,
    ...{ collected: 24, expected: 24, judged: 5, pairs: 14, repeats: 2, secondsUsed: 600 },
    run: {
      ...{ state: 'idle', message: null, done: 0, total: 0, inFlight: 0 },
      ...{ cost: null, cap: null, secondsUsed: 0, maybePaid: 0 },
    },
    ...{ decision: null, decidedOn: null, decidedBy: '', why: '', changeNumbers: [], rev: 1 },
    ...overrides,
  }
}

describe('the task list of a test', () => {
  const statesOf = (overrides: Partial<ModelTest>) =>
    tasksOf(aTest(overrides), 'en-GB').map(({ state }) => state)

  it.each<[string, Partial<ModelTest>, string[]]>([
    [
      'while it is set up',
      { state: 'setting_up', lockedAt: null, collected: 0 },
      ['in_progress', 'cannot_start', 'cannot_start', 'cannot_start'],
    ],
    [
      'with the rule agreed',
      { state: 'collecting', collected: 0 },
      ['completed', 'not_started', 'cannot_start', 'cannot_start'],
    ],
    [
      'with some outputs',
      { state: 'collecting', collected: 3 },
      ['completed', 'in_progress', 'cannot_start', 'cannot_start'],
    ],
    ['with all outputs', { state: 'collecting' }, ['completed', 'completed', 'not_started', 'cannot_start']],
    ['with nothing judged', { judged: 0 }, ['completed', 'completed', 'not_started', 'cannot_start']],
    ['with some pairs judged', {}, ['completed', 'completed', 'in_progress', 'not_started']],
    ['with every pair judged', { judged: 14 }, ['completed', 'completed', 'completed', 'not_started']],
    [
      'where both sides are the same',
      { judged: 0, pairs: 0 },
      ['completed', 'completed', 'completed', 'not_started'],
    ],
    [
      'when the names are known',
      { state: 'revealed' },
      ['completed', 'completed', 'completed', 'in_progress'],
    ],
    [
      'when it is decided',
      { state: 'decided', decision: 'stay', decidedOn: '2026-03-05' },
      ['completed', 'completed', 'completed', 'completed'],
    ],
  ])('%s', (_name, overrides, states) => {
    expect(statesOf(overrides)).toEqual(states)
  })

  it('names what to go on with, and nothing once it is decided', () => {
    const next = nextTask(tasksOf(aTest(), 'en-GB'))
    expect(next).toMatchObject({ title: 'Compare blind', path: '/model-test/7/compare' })
    expect(next && goWords(next)).toBe('Continue: compare blind')
    expect(nextTask(tasksOf(aTest({ state: 'decided', decision: 'stay' }), 'en-GB'))).toBeNull()
  })
})

describe('the words of a test', () => {
  it('names both sides once, however many workflows are tested', () => {
    expect(namesOf(aTest())).toBe('claude-opus-4 → claude-opus-5')
    expect(namesOf(aTest({ workflows: [workflow(1, 'Proposals'), workflow(2, 'Job adverts')] }))).toBe(
      'claude-opus-4 → claude-opus-5',
    )
  })

  it.each<[readonly string[], string]>([
    [[], ''],
    [['Proposals'], 'Proposals'],
    [['Proposals', 'Job adverts'], 'Proposals and Job adverts'],
    [['A', 'B', 'C'], 'A, B and C'],
  ])('lists %j', (names, words) => {
    expect(listed(names)).toBe(words)
  })

  it('says the rule with and without must-pass failures', () => {
    expect(ruleWords(rule)).toBe(
      'no must-pass failure, and at least 10 of 12 better or the same; both bad counts for neither',
    )
    expect(ruleWords({ ...rule, noMustPassFailure: false })).toBe(
      'at least 10 of 12 better or the same; both bad counts for neither',
    )
  })

  it.each<[Partial<ModelTest>, string]>([
    [{ state: 'setting_up' }, 'The rule is not agreed yet'],
    [{ state: 'collecting', collected: 1 }, '1 of 24 outputs is there'],
    [{ state: 'collecting' }, 'All 24 outputs are there'],
    [{}, '5 of 14 pairs judged: 12 inputs, 2 repeats'],
    [{ pairs: 6, repeats: 0 }, '5 of 6 pairs judged'],
    [{ state: 'revealed' }, 'The names are revealed, nothing is decided yet'],
    [
      { state: 'decided', decision: 'switch', decidedOn: '2026-03-04', decidedBy: 'Dana' },
      'Switched to claude-opus-5 on 4 March 2026, decided by Dana.',
    ],
  ])('says where it stands: %j', (overrides, words) => {
    expect(standWords(aTest(overrides), 'en-GB')).toBe(words)
  })

  it.each<[ModelTest['decision'], string]>([
    [null, ''],
    ['stay', 'Stayed with claude-opus-4 on 4 March 2026.'],
    ['test_more', 'More testing agreed on 4 March 2026.'],
  ])('says the decision %s', (decision, words) => {
    expect(decidedSentence(aTest({ decision, decidedOn: '2026-03-04' }), 'en-GB')).toBe(words)
  })

  it.each([
    [14, 14, 'All 14 pairs are judged.'],
    [13, 14, '13 of 14 pairs are judged. The other one stays unjudged.'],
    [1, 14, '1 of 14 pairs is judged. The other 13 stay unjudged.'],
    [1, 1, 'The one pair is judged.'],
    [0, 0, 'Both sides wrote the same everywhere: there is no pair to judge.'],
  ])('with %i of %i judged says what revealing leaves open', (judged, pairs, words) => {
    expect(beforeRevealWords({ judged, pairs })).toBe(words)
  })

  it('writes times and costs, and a dash for what nobody measured', () => {
    expect([secondsWords(1430, 'en-GB'), secondsWords(null, 'en-GB')]).toEqual(['1.4 s', '–'])
    expect([0.4219, 0.0031, 0, null].map((cost) => costWords(cost, 'en-GB'))).toEqual([
      '$0.42',
      '$0.0031',
      '$0.00',
      '–',
    ])
  })

  it('says how often chance does the same, but not after an early stop', () => {
    expect(chanceWords({ p: 0.109, wasStoppedEarly: false })).toBe(
      'Two models just as good would come out this uneven in 11 of 100 tests.',
    )
    expect(chanceWords({ p: 0.0005, wasStoppedEarly: false })).toContain('fewer than 1 of 100')
    expect(chanceWords({ p: 0.109, wasStoppedEarly: true })).toBeNull()
    expect(chanceWords({ p: null, wasStoppedEarly: false })).toBeNull()
  })
})

describe('the result of a test', () => {
  const pair = (inputId: number, overrides: Partial<RevealedPair>): RevealedPair => ({
    ...{ inputId, workflowId: 1, name: `Input ${inputId}`, inputText: '', outcome: 'same' },
    ...{ isIdentical: false, currentFails: false, candidateFails: false },
    ...{ currentFailedChecks: [], candidateFailedChecks: [], current: '', candidate: '', note: '' },
    ...{ currentMs: null, candidateMs: null },
    ...overrides,
  })

  it('puts failures first, the candidate’s before the current one’s, then what got worse', () => {
    const groups = exampleGroups([
      pair(1, { outcome: 'better' }),
      pair(2, { outcome: 'better', currentFails: true }),
      pair(3, { outcome: 'worse' }),
      pair(4, { outcome: 'worse', candidateFails: true }),
      pair(5, { outcome: 'not_judged' }),
    ])
    expect(groups.map(({ title, pairs }) => [title, pairs.map(({ inputId }) => inputId)])).toEqual([
      ['Must-pass failures', [4, 2]],
      ['Worse', [3]],
      ['Better', [1]],
      ['Not judged', [5]],
    ])
  })

  it.each([
    [false, false, null],
    [true, false, 'Must-pass failure of the candidate'],
    [false, true, 'Must-pass failure of the current one'],
    [true, true, 'Must-pass failure on both sides'],
  ])('names whose failure it was (candidate %s, current %s)', (candidateFails, currentFails, words) => {
    expect(failureWords(pair(1, { candidateFails, currentFails }))).toBe(words)
  })

  it('counts every input once', () => {
    const counts = { inputs: 12, better: 6, same: 3, identical: 1, worse: 1, bothBad: 1 }
    const rows = countRows(counts as TestResult)
    expect(rows).toEqual([
      { label: 'Better', value: 6, remark: null },
      { label: 'The same', value: 3, remark: '1 with the same text' },
      { label: 'Worse', value: 1, remark: null },
      { label: 'Both bad', value: 1, remark: null },
      { label: 'Not judged', value: 1, remark: null },
    ])
    expect(rows.reduce((sum, { value }) => sum + value, 0)).toBe(12)
  })

  it('asks for what a decision needs, and for the team only of a switch to a pilot', () => {
    const pilot = { stage: 'pilot', team: ' ', until: null } as const
    expect(problemsOf(null, { why: ' ', liveOn: '', rollOut: pilot })).toEqual({
      decision: 'Choose switch, stay or test more.',
      why: 'Enter why.',
      onDate: 'Enter the day.',
    })
    expect(problemsOf('stay', { why: 'It is fine.', liveOn: '2026-03-04', rollOut: pilot })).toEqual({})
    expect(problemsOf('switch', { why: 'Better.', liveOn: '2026-03-04', rollOut: pilot })).toEqual({
      team: 'Enter which team uses it.',
      until: 'Enter until when the pilot runs.',
    })
  })
})
