import type { RunProgress } from '../../../../../shared/contract/model-tests/test.ts'
import type { Db } from '../../../db/open.ts'

export type RunState = RunProgress['state']

/** One answer to buy. `target` is the side of an output; of an evaluation see `evaluationTarget`. */
export type Call = { id: number; inputId: number; purpose: 'output' | 'evaluation'; target: string }
export type NewCall = Omit<Call, 'id'>

/** `failed` ones were given up; `maybePaid` counts requests, the others count answers. */
export type CallCounts = { done: number; total: number; inFlight: number; failed: number; maybePaid: number }

/** What the evaluator said of one input by one standard, with this side shown first. */
export type Evaluation = {
  inputId: number
  standard: string
  isCurrentFirst: boolean
  verdict: 'first' | 'second' | 'equal' | 'unclear'
}

export type Calls = ReturnType<typeof createCalls>

/** The planned answers of model tests, and how far fetching them is. Writes join the caller's transaction. */
export function createCalls(db: Db) {
  return {
    ...createRunRows(db),
    ...createCallRows(db),
    ...createRequestRows(db),
    ...createEvaluationRows(db),
  }
}

function createRunRows(db: Db) {
  const interrupted = db
    .prepare<[], number>(`
      SELECT id FROM model_tests WHERE run_state = 'running'
      UNION SELECT test_id FROM api_calls WHERE state = 'sent' ORDER BY 1`)
    .pluck()
  const setState = db.prepare(
    'UPDATE model_tests SET run_state = :state, run_message = :message WHERE id = :id',
  )
  const setCap = db.prepare('UPDATE model_tests SET cap = :cap WHERE id = :id')
  const addSeconds = db.prepare('UPDATE model_tests SET run_seconds = run_seconds + :seconds WHERE id = :id')
  const mask = db.prepare('UPDATE test_inputs SET is_masked = :isMasked WHERE id = :inputId')

  return {
    /** Tests that were fetching, or had an answer on its way. */
    interrupted: (): number[] => interrupted.all(),
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

function createCallRows(db: Db) {
  // An answer that was given up or cleared is asked for again; one on its way is left alone.
  const plan = db.prepare(`
    INSERT INTO api_calls (test_id, input_id, purpose, target, state)
    VALUES (:testId, :inputId, :purpose, :target, 'planned')
    ON CONFLICT (input_id, purpose, target) DO UPDATE SET state = 'planned' WHERE state <> 'sent'`)
  const settle = db.prepare(`
    UPDATE api_calls SET state = 'done'
    WHERE test_id = ? AND purpose = 'output' AND state IN ('planned', 'failed')
      AND EXISTS (SELECT 1 FROM test_outputs o WHERE o.input_id = api_calls.input_id AND o.side = target)`)
  const open = db.prepare<[number, string], Call>(`
    SELECT id, input_id AS inputId, purpose, target FROM api_calls
    WHERE test_id = ? AND purpose = ? AND state = 'planned' ORDER BY id`)
  const counts = db.prepare<[number], CallCounts>(`
    SELECT ifnull(sum(state = 'done'), 0) AS done, count(*) AS total, ifnull(sum(state = 'sent'), 0) AS inFlight,
      ifnull(sum(state = 'failed'), 0) AS failed, ifnull(sum(maybe_paid), 0) AS maybePaid
    FROM api_calls WHERE test_id = ?`)
  const done = db.prepare("UPDATE api_calls SET state = 'done' WHERE id = ? AND state = 'planned'")
  const giveUp = db.prepare("UPDATE api_calls SET state = 'failed' WHERE id = ? AND state = 'planned'")

  return {
    plan(testId: number, calls: readonly NewCall[]): void {
      for (const call of calls) plan.run({ testId, ...call })
    },
    /** Planned outputs that came another way are done. */
    settlePlanned: (testId: number): void => {
      settle.run(testId)
    },
    /** Planned answers in the order they were planned. */
    open: (testId: number, purpose: Call['purpose']): Call[] => open.all(testId, purpose),
    callCounts: (testId: number): CallCounts =>
      counts.get(testId) ?? { done: 0, total: 0, inFlight: 0, failed: 0, maybePaid: 0 },
    /** Answers that need no asking. */
    settle(callIds: readonly number[]): void {
      for (const id of callIds) done.run(id)
    },
    giveUp: (callId: number): void => {
      giveUp.run(callId)
    },
  }
}

function createRequestRows(db: Db) {
  const inFlight = db
    .prepare<[number], number>(
      "SELECT id FROM sent_requests WHERE test_id = ? AND outcome = 'in_flight' ORDER BY id",
    )
    .pluck()
  const cost = db
    .prepare<[number], number | null>(`
      SELECT CASE WHEN count(*) = count(cost) THEN total(cost) END
      FROM sent_requests WHERE test_id = ? AND outcome = 'answered'`)
    .pluck()
  const known = db
    .prepare<[number], number>('SELECT total(cost) FROM sent_requests WHERE test_id = ?')
    .pluck()
  const unknown = db.prepare<[number], Call>(`
    SELECT c.id, c.input_id AS inputId, c.purpose, c.target
    FROM sent_requests r JOIN api_calls c ON c.id = r.call_id WHERE r.test_id = ? AND r.cost IS NULL`)

  return {
    /** Requests that are on record as on their way. */
    inFlight: (testId: number): number[] => inFlight.all(testId),
    /** US dollars of all answers; null when the cost of one is unknown. */
    cost: (testId: number): number | null => cost.get(testId) ?? null,
    /** US dollars surely spent, and the call of each request whose cost is open: on its way, or maybe paid. */
    spending: (testId: number): { known: number; open: Call[] } => ({
      known: known.get(testId) ?? 0,
      open: unknown.all(testId),
    }),
  }
}

function createEvaluationRows(db: Db) {
  const keep = db.prepare(`
    INSERT INTO evaluations (input_id, standard, is_current_first, verdict)
    VALUES (:inputId, :standard, :isCurrentFirst, :verdict)
    ON CONFLICT (input_id, standard, is_current_first) DO UPDATE SET verdict = excluded.verdict`)
  const all = db.prepare<[number], Omit<Evaluation, 'isCurrentFirst'> & { isCurrentFirst: number }>(`
    SELECT e.input_id AS inputId, e.standard, e.is_current_first AS isCurrentFirst, e.verdict
    FROM evaluations e JOIN test_inputs i ON i.id = e.input_id
    WHERE i.test_id = ? ORDER BY i.workflow_id, i.position, e.standard, e.is_current_first`)

  return {
    keepEvaluation: ({ isCurrentFirst, ...evaluation }: Evaluation): void => {
      keep.run({ ...evaluation, isCurrentFirst: isCurrentFirst ? 1 : 0 })
    },
    evaluations: (testId: number): Evaluation[] =>
      all.all(testId).map((row) => ({ ...row, isCurrentFirst: row.isCurrentFirst === 1 })),
  }
}
