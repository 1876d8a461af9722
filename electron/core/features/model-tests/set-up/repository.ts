import type { Db } from '../../../db/open.ts'
import type { InputCopy } from '../../standard-inputs/service.ts'
import {
  type InputRow,
  type SetUp,
  type TestedWorkflow,
  type TestInput,
  toInput,
  toWorkflow,
  type WorkflowRow,
} from '../rows.ts'

/** What is compared in each workflow, and the inputs it is compared on. Writes join the caller's transaction. */
export function createSetUpRepository(db: Db) {
  return { ...createWorkflowRows(db), ...createInputRows(db) }
}

function createWorkflowRows(db: Db) {
  const list = db.prepare<[number], WorkflowRow>(
    'SELECT * FROM model_test_workflows WHERE test_id = ? ORDER BY workflow_id',
  )
  const insert = db.prepare(
    'INSERT INTO model_test_workflows (test_id, workflow_id, set_up) VALUES (?, ?, ?)',
  )
  const newest = db.prepare<[number], WorkflowRow>(
    'SELECT * FROM model_test_workflows WHERE workflow_id = ? ORDER BY test_id DESC LIMIT 1',
  )
  const removeAll = db.prepare('DELETE FROM model_test_workflows WHERE test_id = ?')
  const freeze = db.prepare(
    'UPDATE model_test_workflows SET set_up = ?, set_version = ? WHERE test_id = ? AND workflow_id = ?',
  )
  const setChange = db.prepare(
    'UPDATE model_test_workflows SET change_number = ? WHERE test_id = ? AND workflow_id = ?',
  )
  const workflows = (testId: number): TestedWorkflow[] => list.all(testId).map(toWorkflow)

  return {
    workflows,
    setUp: (testId: number, workflowId: number): SetUp | undefined =>
      workflows(testId).find((workflow) => workflow.workflowId === workflowId),
    /** What the newest test of a workflow was set up with. */
    newestSetUp(workflowId: number): SetUp | undefined {
      const row = newest.get(workflowId)
      return row && toWorkflow(row)
    },
    setWorkflows(testId: number, setUps: ReadonlyMap<number, SetUp>): void {
      removeAll.run(testId)
      for (const [workflowId, setUp] of setUps) insert.run(testId, workflowId, JSON.stringify(setUp))
    },
    freeze: (testId: number, workflowId: number, setUp: SetUp, setVersion: number): void => {
      freeze.run(JSON.stringify(setUp), setVersion, testId, workflowId)
    },
    setChange: (testId: number, workflowId: number, changeNumber: number): void => {
      setChange.run(changeNumber, testId, workflowId)
    },
  }
}

function createInputRows(db: Db) {
  const ofTest = db.prepare<[number], InputRow>(
    'SELECT * FROM test_inputs WHERE test_id = ? ORDER BY workflow_id, position',
  )
  const byId = db.prepare<[number], InputRow>('SELECT * FROM test_inputs WHERE id = ?')
  const insert = db.prepare(`
    INSERT INTO test_inputs (test_id, workflow_id, position, name, text, reference, must_not_fail, checks)
    VALUES (:testId, :workflowId, :position, :name, :text, :reference, :mustNotFail, :checks)`)

  return {
    /** By workflow, in their order. */
    inputs: (testId: number): TestInput[] => ofTest.all(testId).map(toInput),
    input(id: number): TestInput | undefined {
      const row = byId.get(id)
      return row && toInput(row)
    },
    insertInput(testId: number, workflowId: number, { checks, mustNotFail, ...input }: InputCopy): void {
      insert.run({
        ...input,
        testId,
        workflowId,
        mustNotFail: mustNotFail ? 1 : 0,
        checks: JSON.stringify(checks),
      })
    },
  }
}
