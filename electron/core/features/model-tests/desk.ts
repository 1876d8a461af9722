import type { ModelTest, RunProgress, TestWorkflow } from '../../../../shared/contract/model-tests/test.ts'
import { rebased } from '../../../../shared/domain/model-tests/rule.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import type { StandardInputs } from '../standard-inputs/service.ts'
import type { Workflows } from '../workflows/service.ts'
import type { ModelTestsRepository } from './repository.ts'
import type { TestedWorkflow, TestRow } from './rows.ts'

type Needs = {
  workflows: Pick<Workflows, 'nameOf'>
  standardInputs: Pick<StandardInputs, 'countOf' | 'versionOf'>
  progress: (testId: number) => RunProgress
}
type State = ModelTest['state']

export type Desk = ReturnType<typeof createDesk>

/** What every part of the model tests reads, refuses and logs by. */
export function createDesk(
  { commands }: Context,
  repository: ModelTestsRepository,
  { workflows, standardInputs, progress }: Needs,
) {
  const command = commands('modelTests')
  function find(id: number): TestRow {
    const row = repository.test(id)
    if (!row) throw new AppError('NOT_FOUND', 'That model test is not here.')
    return row
  }

  function toTestWorkflow(row: TestRow, { changeNumber: _, ...workflow }: TestedWorkflow): TestWorkflow {
    const { workflowId } = workflow
    const isOpen = row.state === 'setting_up'
    const inputCount = isOpen ? standardInputs.countOf(workflowId) : workflow.rule.of
    return {
      ...workflow,
      workflowName: workflows.nameOf(workflowId),
      inputCount,
      setVersion: isOpen ? standardInputs.versionOf(workflowId) : workflow.setVersion,
      rule: isOpen ? rebased(workflow.rule, inputCount) : workflow.rule,
    }
  }

  function read(id: number): ModelTest {
    const row = find(id)
    const list = repository.workflows(id)
    const tested = list.map((workflow) => toTestWorkflow(row, workflow))
    const { inputs, outputs } = repository.outputCounts(id)
    const planned = tested.reduce((sum, { inputCount }) => sum + inputCount, 0)
    return {
      id,
      heldOn: row.held_on,
      reason: row.reason,
      state: row.state,
      workflows: tested,
      lockedAt: row.locked_at,
      useEvaluator: row.use_evaluator === 1,
      collected: outputs,
      expected: 2 * (row.state === 'setting_up' ? planned : inputs),
      ...repository.pairCounts(id),
      secondsUsed: row.seconds_used,
      run: progress(id),
      decision: row.decision,
      decidedOn: row.decided_on,
      decidedBy: row.decided_by,
      why: row.why,
      changeNumbers: [...new Set(list.flatMap(({ changeNumber }) => changeNumber ?? []))],
      rev: row.rev,
    }
  }

  /** A test as the log keeps it: its outputs and verdicts are logged one by one. */
  const evidence = (id: number) => ({ ...find(id), workflows: repository.workflows(id) })

  /** Inside the caller's transaction. */
  function log(action: string, id: number, before: unknown, after: unknown) {
    command.log({ action, entity: 'model_test', entityId: id, before, after })
  }

  return { find, read, evidence, log }
}

/** Only while it is being set up. */
export function assertOpen({ state }: TestRow) {
  if (state === 'setting_up') return
  throw new AppError(
    'CONFLICT',
    'The rule is agreed, so this test stays as it is. To try something else, copy it as a new test.',
  )
}

/** Only between the lock and the judging: whoever judges must not see an output beside its name. */
export function assertCollecting({ state }: TestRow) {
  if (state === 'collecting') return
  throw new AppError('CONFLICT', afterLock(state))
}

/** Outputs and names are on show before the judging and after it, never during it. */
export function assertNotBlind({ state }: TestRow) {
  if (state !== 'judging') return
  throw new AppError('CONFLICT', afterLock(state))
}

function afterLock(state: State): string {
  switch (state) {
    case 'setting_up':
      return 'Agree the rule first. Outputs are collected after that.'
    case 'judging':
      return 'The outputs are being judged without names. They can be seen with them once the names are revealed.'
    default:
      return 'The outputs have been judged, so they stay as they are. To try again, copy it as a new test.'
  }
}

/** Only while the names are hidden. */
export function assertJudging({ state }: TestRow) {
  if (state === 'judging') return
  throw new AppError(
    'CONFLICT',
    state === 'revealed' || state === 'decided'
      ? 'The names are revealed, so the verdicts stay as they are.'
      : 'Judging has not begun yet. Collect all outputs, then start it.',
  )
}

/** Only once the names are revealed. */
export const isRevealed = ({ state }: TestRow) => state === 'revealed' || state === 'decided'

export function assertRevealed(test: TestRow) {
  if (isRevealed(test)) return
  throw new AppError('CONFLICT', 'There is no result yet. Judge the pairs and reveal the names first.')
}
