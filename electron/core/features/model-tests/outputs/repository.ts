import type { RunProgress, Side } from '../../../../../shared/contract/model-tests/test.ts'
import type { Db } from '../../../db/open.ts'
import type { NewOutput, OutputRow } from '../rows.ts'

export type RunState = RunProgress['state']

/** The outputs of both sides, and how far fetching them is. Writes join the caller's transaction. */
export function createOutputsRepository(db: Db) {
  return { ...createOutputRows(db), ...createRunRows(db) }
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
  const setTime = db.prepare(
    'UPDATE test_outputs SET milliseconds = :milliseconds WHERE input_id = :inputId AND side = :side',
  )
  const remove = db.prepare('DELETE FROM test_outputs WHERE input_id = ? AND side = ?')
  const forgetEvaluations = db.prepare('DELETE FROM evaluations WHERE input_id = ?')

  return {
    outputs: (testId: number): OutputRow[] => ofTest.all(testId),
    output: (inputId: number, side: Side) => one.get(inputId, side),
    hasOutput: (inputId: number, side: Side): boolean => exists.get(inputId, side) !== undefined,
    outputCounts: (testId: number) => counts.get({ testId }) ?? { inputs: 0, outputs: 0 },
    /** Takes the place of an earlier one, and of what was said of that one. */
    storeOutput: (inputId: number, side: Side, output: NewOutput): void => {
      store.run({ ...output, inputId, side })
      forgetEvaluations.run(inputId)
    },
    /** What was said of its text stays. */
    setTime: (inputId: number, side: Side, milliseconds: number): void => {
      setTime.run({ inputId, side, milliseconds })
    },
    removeOutput: (inputId: number, side: Side): void => {
      remove.run(inputId, side)
      forgetEvaluations.run(inputId)
    },
  }
}

function createRunRows(db: Db) {
  const fetching = db
    .prepare<[], number>("SELECT id FROM model_tests WHERE run_state = 'running' ORDER BY id")
    .pluck()
  const setState = db.prepare(
    'UPDATE model_tests SET run_state = :state, run_message = :message WHERE id = :id',
  )
  const setCap = db.prepare('UPDATE model_tests SET cap = :cap WHERE id = :id')
  const addSeconds = db.prepare('UPDATE model_tests SET run_seconds = run_seconds + :seconds WHERE id = :id')
  const mask = db.prepare('UPDATE test_inputs SET is_masked = :isMasked WHERE id = :inputId')

  return {
    /** Tests that are on record as being fetched. */
    fetching: (): number[] => fetching.all(),
    setRunState: (id: number, state: RunState, message: string | null): void => {
      setState.run({ id, state, message })
    },
    /** US dollars. */
    setCap: (id: number, cap: number | null): void => {
      setCap.run({ id, cap })
    },
    addRunSeconds: (id: number, seconds: number): void => {
      addSeconds.run({ id, seconds })
    },
    mask: (inputId: number, isMasked: boolean): void => {
      mask.run({ inputId, isMasked: isMasked ? 1 : 0 })
    },
  }
}
