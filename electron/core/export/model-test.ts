import type { RevealedPair, TestResult } from '../../../shared/contract/model-tests/result.ts'
import type { ModelTest, Rule } from '../../../shared/contract/model-tests/test.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { bothBadWords } from '../../../shared/domain/model-tests/rule.ts'
import type { GuidedColumn, Sheet, SheetColumn, SheetRow } from './workbook/workbook-sheet.ts'

type Origin = { company: string; locale: string }
/** A test whose names are revealed. */
export type TestRecord = {
  test: ModelTest
  results: readonly TestResult[]
  pairs: readonly RevealedPair[]
  /** Number of the change that followed, by workflow. */
  changeOf: ReadonlyMap<number, number | null>
}

const decisionLabels = { switch: 'Switch', stay: 'Stay', test_more: 'Test more' } as const
const outcomeLabels = {
  better: 'Better',
  same: 'Same',
  worse: 'Worse',
  both_bad: 'Both bad',
  not_judged: 'Not judged',
} as const

const text = (header: string, key: string, width: number): SheetColumn => ({
  header,
  key,
  width,
  kind: 'text',
  wraps: true,
})
const count = (header: string, key: string): SheetColumn => ({ header, key, width: 11, kind: 'count' })

/** The decision record of a test whose names are revealed. */
export function modelTestSheets(record: TestRecord, origin: Origin): Sheet[] {
  return [decisionSheet(record, origin), pairsSheet(record)]
}

function decisionSheet({ test, results, changeOf }: TestRecord, { company, locale }: Origin): Sheet {
  return {
    name: 'Decision',
    title: `${company}: model test of ${formatDay(test.heldOn, locale)}`,
    headline: headline(test, locale),
    notes: [test.reason, ...results.flatMap(notesOf)],
    columns: decisionColumns,
    rows: decisionRows({ test, results, changeOf }),
  }
}

/** What came of several tests, without their outputs. */
export const decisionsSheet = (records: readonly TestRecord[], title: string): Sheet => ({
  name: 'Model tests',
  title,
  columns: decisionColumns,
  rows: records.flatMap(decisionRows),
})

/** What came of a model test for each workflow, and what was decided. */
export const decisionColumns: readonly GuidedColumn[] = [
  { header: 'Test date', key: 'heldOn', width: 14, kind: 'date', meaning: 'The day of the model test.' },
  { ...text('Workflow', 'workflow', 24), meaning: 'One job the AI does.' },
  { ...text('Current', 'current', 24), meaning: 'The model in use at the time.' },
  { ...text('Candidate', 'candidate', 24), meaning: 'The model it was compared with.' },
  { ...count('Inputs', 'inputs'), meaning: 'Standard inputs given to both.' },
  {
    ...count('Better', 'better'),
    meaning: 'Pairs in which the candidate was better, judged without the names.',
  },
  { ...count('Same', 'same'), meaning: 'Pairs in which neither was better and both would do.' },
  {
    ...count('Both bad', 'bothBad'),
    meaning: 'Pairs in which neither would do; the rule says whether they count.',
  },
  { ...count('Worse', 'worse'), meaning: 'Pairs in which the candidate was worse.' },
  {
    ...count('Must-pass failures', 'candidateFailures'),
    meaning: 'Outputs of the candidate that missed a must-pass standard.',
  },
  { ...text('Rule', 'rule', 40), meaning: 'When to switch, agreed before any output was seen.' },
  { ...text('Rule met', 'isRuleMet', 10), meaning: 'Whether the candidate met it.', allowed: 'Yes, No' },
  {
    ...text('Decision', 'decision', 12),
    meaning: 'What was decided. Empty while it is not.',
    allowed: Object.values(decisionLabels).join(', '),
  },
  {
    ...count('Linked change', 'changeNumber'),
    meaning: 'The number of the change to the new model: see Changes.',
  },
]

/** One row for each workflow of a revealed test. */
export function decisionRows({ test, results, changeOf }: Omit<TestRecord, 'pairs'>): SheetRow[] {
  const names = new Map(test.workflows.map((workflow) => [workflow.workflowId, workflow]))
  return results.map((result) => ({
    heldOn: test.heldOn,
    workflow: result.workflowName,
    current: names.get(result.workflowId)?.current.name ?? null,
    candidate: names.get(result.workflowId)?.candidate.name ?? null,
    inputs: result.inputs,
    better: result.better,
    same: result.same,
    bothBad: result.bothBad,
    worse: result.worse,
    candidateFailures: result.candidateFailures,
    rule: ruleText(result.rule),
    isRuleMet: result.isRuleMet ? 'Yes' : 'No',
    decision: test.decision && decisionLabels[test.decision],
    changeNumber: changeOf.get(result.workflowId) ?? null,
  }))
}

function headline({ decision, decidedOn, decidedBy, why }: ModelTest, locale: string): string {
  if (decision === null || decidedOn === null) return 'Not decided yet.'
  const who = decidedBy === '' ? '' : ` by ${decidedBy}`
  return `${decisionLabels[decision]}, decided on ${formatDay(decidedOn, locale)}${who}: ${why}`
}

function notesOf({ workflowName, sentence, caution, steadiness, evaluator }: TestResult): string[] {
  const more = [caution, steadiness, evaluator].filter((each) => each !== null)
  return [`${workflowName}: ${sentence} ${more.join(' ')}`]
}

function ruleText(rule: Rule): string {
  const { atLeast, of, noMustPassFailure } = rule
  const failure = noMustPassFailure ? 'No must-pass failure, and c' : 'C'
  return `${failure}andidate better or the same on at least ${atLeast} of ${of}; ${bothBadWords(rule)}`
}

function pairsSheet({ test, pairs }: TestRecord): Sheet {
  const names = new Map(test.workflows.map(({ workflowId, workflowName }) => [workflowId, workflowName]))
  return {
    name: 'Pairs',
    title: 'Every input, failures and losses first',
    columns: [
      text('Workflow', 'workflow', 22),
      text('Input', 'name', 24),
      text('Outcome of the candidate', 'outcome', 14),
      text('Must-pass failure of', 'failure', 16),
      text('Note', 'note', 36),
      text('Failed checks, current', 'currentChecks', 26),
      text('Failed checks, candidate', 'candidateChecks', 26),
      text('Input text', 'inputText', 50),
      text('Current output', 'current', 60),
      text('Candidate output', 'candidate', 60),
    ],
    rows: pairs.map((pair) => ({
      workflow: names.get(pair.workflowId) ?? null,
      name: pair.name,
      outcome: pair.isIdentical ? 'Same text' : outcomeLabels[pair.outcome],
      failure: failureOf(pair),
      note: pair.note,
      currentChecks: pair.currentFailedChecks.join('\n'),
      candidateChecks: pair.candidateFailedChecks.join('\n'),
      inputText: pair.inputText,
      current: pair.current,
      candidate: pair.candidate,
    })),
  }
}

function failureOf({ currentFails, candidateFails }: RevealedPair): string | null {
  if (currentFails && candidateFails) return 'Both'
  if (candidateFails) return 'Candidate'
  return currentFails ? 'Current' : null
}
