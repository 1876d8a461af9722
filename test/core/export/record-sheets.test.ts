import { expect, it } from 'vitest'
import { foundationReviewSheets } from '../../../electron/core/export/foundation-review.ts'
import { decisionRows, modelTestSheets } from '../../../electron/core/export/model-test.ts'
import type { Sheet, SheetRow } from '../../../electron/core/export/workbook/workbook-sheet.ts'
import type { Action, FoundationReview, ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import type { RevealedPair, TestResult } from '../../../shared/contract/model-tests/result.ts'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'

const origin = { company: 'Northwind Ltd', locale: 'en-GB' }

function rowsOf(sheets: readonly Sheet[], name: string): SheetRow[] {
  const { rows } = sheets.find((sheet) => sheet.name === name) ?? { rows: [] }
  return [...(rows as Iterable<SheetRow>)]
}

const pair = (inputId: number, currentFails: boolean, candidateFails: boolean): RevealedPair => ({
  ...{ inputId, workflowId: 2, name: `case ${inputId}`, inputText: '', note: '' },
  ...{ outcome: 'same', isIdentical: false, currentFails, candidateFails },
  ...{ currentFailedChecks: ['Isn’t JSON.'], candidateFailedChecks: ['Has 9 words, more than 8.'] },
  ...{ current: 'As before', candidate: 'As new', currentMs: null, candidateMs: null },
})
const test: ModelTest = {
  ...{ id: 3, heldOn: '2026-10-02', reason: '', state: 'revealed', workflows: [], lockedAt: null },
  ...{
    useEvaluator: false,
    collected: 8,
    expected: 8,
    judged: 4,
    pairs: 4,
    repeats: 0,
    secondsUsed: 0,
    rev: 1,
  },
  ...{ decision: null, decidedOn: null, decidedBy: '', why: '', changeNumbers: [] },
  run: {
    ...{ state: 'idle', message: null, done: 0, total: 0, inFlight: 0, cost: null, cap: null },
    ...{ secondsUsed: 0, maybePaid: 0 },
  },
}

it('the record of a model test names the side that failed, and keeps each side’s own texts', () => {
  const pairs = [pair(1, false, true), pair(2, true, false), pair(3, true, true), pair(4, false, false)]
  const rows = rowsOf(modelTestSheets({ test, results: [], pairs, changeOf: new Map() }, origin), 'Pairs')
  expect(rows.map(({ failure }) => failure)).toEqual(['Candidate', 'Current', 'Both', null])
  expect(rows[0]).toMatchObject({
    currentChecks: 'Isn’t JSON.',
    candidateChecks: 'Has 9 words, more than 8.',
    current: 'As before',
    candidate: 'As new',
  })
})

it('the row of a model test says what was compared, by which rule, and what was decided', () => {
  const figures = { medianMs: null, cost: null, words: null }
  const result: TestResult = {
    ...{ workflowId: 2, workflowName: 'Proposals', inputs: 12, judged: 12, better: 7, same: 3, worse: 1 },
    ...{ bothBad: 1, identical: 0, candidateFailures: 0, currentFailures: 1, isRuleMet: true, p: 0.07 },
    rule: { atLeast: 10, of: 12, noMustPassFailure: true },
    ...{ wasStoppedEarly: false, sentence: '', caution: '', steadiness: null, evaluator: null },
    ...{ current: figures, candidate: figures },
  }
  const decided = { ...test, state: 'decided' as const, decision: 'switch' as const }
  const [row] = decisionRows({ test: decided, results: [result], changeOf: new Map([[2, 12]]) })
  expect(row).toMatchObject({
    ...{ heldOn: '2026-10-02', workflow: 'Proposals', inputs: 12, better: 7, same: 3, bothBad: 1, worse: 1 },
    ...{ candidateFailures: 0, isRuleMet: 'Yes', decision: 'Switch', changeNumber: 12 },
    rule: 'No must-pass failure, and candidate better or the same on at least 10 of 12; both bad counts for neither',
  })
})

const card = (sectionId: number): ReviewCard => ({
  ...{
    sectionId,
    name: `Section ${sectionId}`,
    position: sectionId,
    isQuick: false,
    version: null,
    workflows: [],
  },
  ...{ verifier: '', lastVerifiedOn: null, issueCount: 0, issues: [], signals: [], answer: 'change' },
  ...{ what: '', who: '', dueOn: null, more: [], isParked: false, secondsUsed: 0, rev: 1 },
})
const action = (sectionId: number, state: Action['state']): Action => ({
  ...{ id: sectionId, reviewId: 1, heldOn: '2026-10-01', sectionId, sectionName: `Section ${sectionId}` },
  ...{ kind: 'change', what: 'New prices', who: 'Ana Lind', dueOn: '2026-10-20', state },
  ...{ closedOn: state === 'open' ? null : '2026-10-15', note: '', changeNumber: null, before: [] },
})

it('the record of a Foundation review gives a day done only to what was done', () => {
  const review: FoundationReview = {
    ...{ id: 1, heldOn: '2026-10-01', state: 'finished', reason: '', since: null, attendees: [] },
    ...{ cards: [card(1), card(2), card(3)], signals: [], secondsUsed: 0, sectionId: null, undoLabel: null },
    ...{ actions: [action(1, 'done'), action(2, 'dropped'), action(3, 'open')] },
    ...{ finishedAt: '2026-10-01T12:00:00Z', nextOn: null, rev: 1 },
  }
  const sheets = foundationReviewSheets(review, origin)
  expect(rowsOf(sheets, 'Foundation').map(({ doneOn }) => doneOn)).toEqual(['2026-10-15', null, null])
  expect(rowsOf(sheets, 'Actions').map(({ state, closedOn }) => [state, closedOn])).toEqual([
    ['Done', '2026-10-15'],
    ['Dropped', '2026-10-15'],
    ['Open', null],
  ])
})
