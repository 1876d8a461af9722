import type { PairVerdict } from '../../../../shared/contract/model-tests/compare.ts'
import type { ModelTest, Side } from '../../../../shared/contract/model-tests/test.ts'
import type { Db } from '../../db/open.ts'
import { personNamed } from '../../db/people-sql.ts'
import type { InputCopy } from '../standard-inputs/service.ts'
import {
  type InputRow,
  type NewOutput,
  type NewPair,
  type OutputRow,
  type PairRow,
  type SetUp,
  type TestedWorkflow,
  type TestInput,
  type TestRow,
  toInput,
  toWorkflow,
  type WorkflowRow,
} from './rows.ts'

type Heading = { heldOn: string; reason: string; useEvaluator: boolean }
type Judging = { verdict: PairVerdict | null; leftFails: boolean; rightFails: boolean; note: string }
type GivenUp = { inputId: number; side: Side; message: string }
type Decision = { decision: NonNullable<ModelTest['decision']>; on: string; by: string; why: string }

export type ModelTestsRepository = ReturnType<typeof createModelTestsRepository>

/** Writes join the caller's transaction. */
export function createModelTestsRepository(db: Db) {
  return {
    ...createTestRows(db),
    ...createWorkflowRows(db),
    ...createInputRows(db),
    ...createOutputRows(db),
    ...createPairRows(db),
  }
}

function createTestRows(db: Db) {
  const byId = db.prepare<[number], TestRow>('SELECT * FROM model_tests WHERE id = ?')
  const all = db.prepare<[], TestRow>('SELECT * FROM model_tests ORDER BY held_on DESC, id DESC')
  const underWay = db.prepare<[], TestRow>("SELECT * FROM model_tests WHERE state <> 'decided' ORDER BY id")
  const insert = db.prepare(`
    INSERT INTO model_tests (held_on, reason, state, use_evaluator, created_at)
    VALUES (:heldOn, :reason, 'setting_up', :useEvaluator, :createdAt)`)
  const update = db.prepare(`
    UPDATE model_tests SET held_on = :heldOn, reason = :reason, use_evaluator = :useEvaluator, rev = rev + 1
    WHERE id = :id`)
  const ofInputs = 'input_id IN (SELECT id FROM test_inputs WHERE test_id = :id)'
  const removals = [
    // What was sent stays listed, whatever becomes of the test.
    'UPDATE sent_requests SET call_id = NULL, test_id = NULL WHERE test_id = :id',
    'DELETE FROM api_calls WHERE test_id = :id',
    `DELETE FROM evaluations WHERE ${ofInputs}`,
    `DELETE FROM test_outputs WHERE ${ofInputs}`,
    'DELETE FROM test_inputs WHERE test_id = :id',
    'DELETE FROM model_test_workflows WHERE test_id = :id',
    'DELETE FROM model_tests WHERE id = :id',
  ].map((sql) => db.prepare(sql))
  const lock = db.prepare(
    "UPDATE model_tests SET state = 'collecting', locked_at = ?, rev = rev + 1 WHERE id = ?",
  )
  const startJudging = db.prepare(
    "UPDATE model_tests SET state = 'judging', seed = ?, judging_at = ?, rev = rev + 1 WHERE id = ?",
  )
  const reveal = db.prepare(
    "UPDATE model_tests SET state = 'revealed', revealed_at = ?, rev = rev + 1 WHERE id = ?",
  )
  const decide = db.prepare(`
    UPDATE model_tests SET state = 'decided', decision = :decision, decided_on = :on, decided_by = :by, decided_by_id = ${personNamed(':by')},
      why = :why, rev = rev + 1
    WHERE id = :id`)
  const addTime = db.prepare('UPDATE model_tests SET seconds_used = seconds_used + ? WHERE id = ?')
  const columns = (heading: Heading) => ({ ...heading, useEvaluator: heading.useEvaluator ? 1 : 0 })

  return {
    test: (id: number) => byId.get(id),
    /** Newest first. */
    tests: () => all.all(),
    underWay: () => underWay.all(),
    insert: (heading: Heading, createdAt: string): number =>
      Number(insert.run({ ...columns(heading), createdAt }).lastInsertRowid),
    update: (id: number, heading: Heading): void => {
      update.run({ ...columns(heading), id })
    },
    /** With its inputs and outputs; only before there are pairs. */
    remove: (id: number): void => {
      for (const removal of removals) removal.run({ id })
    },
    lock: (id: number, lockedAt: string): void => {
      lock.run(lockedAt, id)
    },
    startJudging: (id: number, seed: number, judgingAt: string): void => {
      startJudging.run(seed, judgingAt, id)
    },
    reveal: (id: number, revealedAt: string): void => {
      reveal.run(revealedAt, id)
    },
    decide: (id: number, decision: Decision): void => {
      decide.run({ ...decision, id })
    },
    addTime: (id: number, seconds: number): void => {
      addTime.run(seconds, id)
    },
  }
}

function createWorkflowRows(db: Db) {
  const list = db.prepare<[number], WorkflowRow>(
    'SELECT * FROM model_test_workflows WHERE test_id = ? ORDER BY workflow_id',
  )
  const insert = db.prepare(
    'INSERT INTO model_test_workflows (test_id, workflow_id, set_up) VALUES (?, ?, ?)',
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

function createOutputRows(db: Db) {
  const select = (columns: string) => `
    SELECT ${columns} FROM test_outputs o JOIN test_inputs i ON i.id = o.input_id`
  const columns = `o.input_id AS inputId, o.side, o.text, o.source, o.received_at AS receivedAt, o.milliseconds,
    o.input_tokens AS inputTokens, o.output_tokens AS outputTokens, o.cost, o.stop_reason AS stopReason`
  const ofTest = db.prepare<[number], OutputRow>(`${select(columns)} WHERE i.test_id = ?`)
  const one = db.prepare<[number, Side], OutputRow>(`${select(columns)} WHERE o.input_id = ? AND o.side = ?`)
  const exists = db.prepare<[number, Side], { found: 1 }>(
    'SELECT 1 AS found FROM test_outputs WHERE input_id = ? AND side = ?',
  )
  const counts = db.prepare<[{ testId: number }], { inputs: number; outputs: number }>(`
    SELECT (SELECT count(*) FROM test_inputs WHERE test_id = :testId) AS inputs,
      (SELECT count(*) FROM test_outputs o JOIN test_inputs i ON i.id = o.input_id
        WHERE i.test_id = :testId) AS outputs`)
  const store = db.prepare(`
    INSERT INTO test_outputs (input_id, side, text, source, received_at, milliseconds, input_tokens,
      output_tokens, cost, stop_reason)
    VALUES (:inputId, :side, :text, :source, :receivedAt, :milliseconds, :inputTokens, :outputTokens, :cost,
      :stopReason)
    ON CONFLICT (input_id, side) DO UPDATE SET text = excluded.text, source = excluded.source,
      received_at = excluded.received_at, milliseconds = excluded.milliseconds,
      input_tokens = excluded.input_tokens, output_tokens = excluded.output_tokens, cost = excluded.cost,
      stop_reason = excluded.stop_reason`)
  const remove = db.prepare('DELETE FROM test_outputs WHERE input_id = ? AND side = ?')
  const forgetEvaluations = db.prepare('DELETE FROM evaluations WHERE input_id = ?')
  const givenUp = db.prepare<[number], GivenUp>(`
    SELECT c.input_id AS inputId, c.target AS side, ifnull((
      SELECT r.message FROM sent_requests r WHERE r.call_id = c.id ORDER BY r.id DESC LIMIT 1), '') AS message
    FROM api_calls c WHERE c.test_id = ? AND c.purpose = 'output' AND c.state = 'failed'`)

  return {
    /** Outputs that could not be fetched, and why. */
    givenUp: (testId: number): GivenUp[] => givenUp.all(testId),
    outputs: (testId: number): OutputRow[] => ofTest.all(testId),
    output: (inputId: number, side: Side) => one.get(inputId, side),
    hasOutput: (inputId: number, side: Side): boolean => exists.get(inputId, side) !== undefined,
    outputCounts: (testId: number) => counts.get({ testId }) ?? { inputs: 0, outputs: 0 },
    /** Takes the place of an earlier one, and of what was said of that one. */
    storeOutput: (inputId: number, side: Side, output: NewOutput): void => {
      store.run({ ...output, inputId, side })
      forgetEvaluations.run(inputId)
    },
    removeOutput: (inputId: number, side: Side): void => {
      remove.run(inputId, side)
      forgetEvaluations.run(inputId)
    },
  }
}

function createPairRows(db: Db) {
  const ofTest = db.prepare<[number], PairRow>('SELECT * FROM test_pairs WHERE test_id = ? ORDER BY position')
  const byId = db.prepare<[number], PairRow>('SELECT * FROM test_pairs WHERE id = ?')
  const counts = db.prepare<[number], { pairs: number; judged: number }>(
    'SELECT count(*) AS pairs, count(verdict) AS judged FROM test_pairs WHERE test_id = ?',
  )
  const insert = db.prepare(`
    INSERT INTO test_pairs (test_id, input_id, position, is_current_left, is_repeat)
    VALUES (:testId, :inputId, :position, :isCurrentLeft, :isRepeat)`)
  const judge = db.prepare(`
    UPDATE test_pairs SET verdict = :verdict, left_fails = :leftFails, right_fails = :rightFails, note = :note,
      judged_at = :judgedAt, rev = rev + 1
    WHERE id = :id`)

  return {
    /** In the order they are judged in. */
    pairs: (testId: number) => ofTest.all(testId),
    pair: (id: number) => byId.get(id),
    pairCounts: (testId: number) => counts.get(testId) ?? { pairs: 0, judged: 0 },
    insertPair: (testId: number, { isCurrentLeft, isRepeat, ...pair }: NewPair): void => {
      insert.run({ ...pair, testId, isCurrentLeft: isCurrentLeft ? 1 : 0, isRepeat: isRepeat ? 1 : 0 })
    },
    judge: (id: number, { leftFails, rightFails, ...judging }: Judging, judgedAt: string | null): void => {
      judge.run({ ...judging, id, judgedAt, leftFails: leftFails ? 1 : 0, rightFails: rightFails ? 1 : 0 })
    },
  }
}
