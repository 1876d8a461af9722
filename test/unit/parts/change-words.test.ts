import { describe, expect, it } from 'vitest'
import { firstWorkflows, problemsOf } from '../../../renderer/features/changes/change-draft.ts'
import { beforeWords } from '../../../renderer/parts/changes/change-words.ts'
import { factsOf } from '../../../renderer/parts/changes/signal-words.ts'
import type { MeasuredMonth } from '../../../shared/contract/changes.ts'

const figure = (mean: number): MeasuredMonth => ({
  month: '2026-10',
  mean,
  low: null,
  high: null,
  known: 10,
})
const of = (workflowName: string, mean: number | null) => ({
  workflowId: 1,
  workflowName,
  figure: mean === null ? null : figure(mean),
})

describe('a planned change', () => {
  it.each([
    ['one workflow', [of('Proposals', 0.178)], 'before 17.8%'],
    [
      'two, of which one is measured',
      [of('Proposals', 0.178), of('Job adverts', null)],
      'before: Proposals 17.8%',
    ],
    [
      'two workflows',
      [of('Proposals', 0.178), of('Job adverts', 0.124)],
      'before: Proposals 17.8%, Job adverts 12.4%',
    ],
    ['nothing measured', [of('Proposals', null)], null],
    ['no workflow', [], null],
  ])('says what it will be measured against for %s', (_name, before, words) => {
    expect(beforeWords(before, 'en-GB')).toBe(words)
  })
})

describe('a signal', () => {
  it.each([
    [{ workflowName: null, sectionName: null }, 'Model update · 5 March 2026'],
    [{ workflowName: 'Proposals', sectionName: null }, 'Model update · Proposals · 5 March 2026'],
    [{ workflowName: 'Proposals', sectionName: 'Tone' }, 'Model update · Proposals · Tone · 5 March 2026'],
  ])('says its kind, what it is about and when: %o', (names, facts) => {
    const signal = { kind: 'provider', onDate: '2026-03-05', ...names } as const
    expect(factsOf(signal, 'en-GB')).toBe(facts)
  })
})

describe('a new change', () => {
  const workflows = [{ id: 3 }, { id: 7 }]

  it.each([
    ['the workflow its page means', workflows, 7, [7]],
    ['nothing where several are possible', workflows, null, []],
    ['nothing for a workflow that is gone', workflows, 9, []],
    ['the only one there is', [{ id: 3 }], null, [3]],
  ])('begins with %s', (_name, all, asked, expected) => {
    expect(firstWorkflows(all, asked)).toEqual(expected)
  })

  it('names every field that is missing', () => {
    const empty = {
      onDate: '',
      workflowIds: [],
      kind: null,
      what: ' ',
      from: '',
      to: '',
      documentId: null,
      reverts: null,
      decidedBy: '',
      approvedBy: '',
    }
    const kept = { choices: [], document: null, from: '', text: '' }
    expect(Object.keys(problemsOf(empty, ' ', kept))).toEqual([
      'onDate',
      'workflowIds',
      'kind',
      'what',
      'why',
    ])
  })
})
