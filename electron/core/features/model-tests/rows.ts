import type { PairVerdict } from '../../../../shared/contract/model-tests/compare.ts'
import type {
  Filling,
  ModelTest,
  Rule,
  Side,
  SideSetUp,
} from '../../../../shared/contract/model-tests/test.ts'
import { noFilling } from '../../../../shared/domain/model-tests/model-question.ts'
import type { Sampling } from '../../../../shared/domain/model-tests/model-settings.ts'
import type { InputCopy } from '../standard-inputs/service.ts'

/** A test as it is stored. Instants are ISO strings in UTC, run_seconds and seconds_used seconds. */
export type TestRow = {
  id: number
  held_on: string
  reason: string
  state: ModelTest['state']
  use_evaluator: 0 | 1
  created_at: string
  locked_at: string | null
  seed: number | null
  judging_at: string | null
  revealed_at: string | null
  seconds_used: number
  run_state: ModelTest['run']['state']
  run_message: string | null
  run_seconds: number
  cap: number | null
  decision: ModelTest['decision']
  decided_on: string | null
  decided_by: string
  why: string
  rev: number
}

/** What is compared in one workflow, and by which rule. */
export type SetUp = {
  current: SideSetUp
  candidate: SideSetUp
  filling: Filling
  rule: Rule
  /** The settings that went along with the outputs of a side that were fetched. */
  sent?: Partial<Record<Side, Sampling>>
}

export type WorkflowRow = {
  workflow_id: number
  set_up: string
  set_version: number
  change_number: number | null
}
/** One workflow of a test. `setVersion` is 0 until the test is locked. */
export type TestedWorkflow = SetUp & { workflowId: number; setVersion: number; changeNumber: number | null }

export type InputRow = {
  id: number
  test_id: number
  workflow_id: number
  position: number
  name: string
  text: string
  reference: string
  must_not_fail: 0 | 1
  checks: string
  is_masked: 0 | 1
}
/** The test's own copy of a standard input. */
export type TestInput = InputCopy & { id: number; testId: number; workflowId: number; isMasked: boolean }

/** What one side answered. Tokens, cost (US dollars) and stop reason are null unless it came through the API. */
export type NewOutput = {
  text: string
  source: 'api' | 'paste' | 'file'
  receivedAt: string
  milliseconds: number | null
  inputTokens: number | null
  outputTokens: number | null
  cost: number | null
  stopReason: string | null
}
export type OutputRow = NewOutput & { inputId: number; side: Side }

export type PairRow = {
  id: number
  test_id: number
  input_id: number
  position: number
  is_current_left: 0 | 1
  is_repeat: 0 | 1
  verdict: PairVerdict | null
  left_fails: 0 | 1
  right_fails: 0 | 1
  note: string
  judged_at: string | null
  rev: number
}
export type NewPair = { inputId: number; position: number; isCurrentLeft: boolean; isRepeat: boolean }

type StoredSide = Omit<SideSetUp, 'settings'> & Partial<Pick<SideSetUp, 'settings'>>
/** Tests of earlier versions sent no settings and filled in the input only. */
type StoredSetUp = Omit<SetUp, 'current' | 'candidate' | 'filling'> &
  Record<Side, StoredSide> &
  Partial<Pick<SetUp, 'filling'>>

const setUpOf = ({ current, candidate, ...stored }: StoredSetUp): SetUp => ({
  filling: noFilling,
  ...stored,
  current: { settings: '', ...current },
  candidate: { settings: '', ...candidate },
})

export const toWorkflow = (row: WorkflowRow): TestedWorkflow => ({
  ...setUpOf(JSON.parse(row.set_up) as StoredSetUp),
  workflowId: row.workflow_id,
  setVersion: row.set_version,
  changeNumber: row.change_number,
})

export const toInput = (row: InputRow): TestInput => ({
  id: row.id,
  testId: row.test_id,
  workflowId: row.workflow_id,
  position: row.position,
  name: row.name,
  text: row.text,
  reference: row.reference,
  mustNotFail: row.must_not_fail === 1,
  checks: JSON.parse(row.checks) as TestInput['checks'],
  isMasked: row.is_masked === 1,
})
