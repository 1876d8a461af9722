import type { Db } from '../../db/open.ts'

/** One answer to buy for an input of a model test; what `target` stands for, the model test knows. */
export type Call = { id: number; inputId: number; purpose: 'output' | 'evaluation'; target: string }
export type NewCall = Omit<Call, 'id'>

/** `failed` ones were given up; `maybePaid` counts requests, the others count answers. */
export type CallCounts = { done: number; total: number; inFlight: number; failed: number; maybePaid: number }

/** A call that was given up, with the message of its last request. */
export type GivenUp = Pick<Call, 'inputId' | 'target'> & { message: string }

export type Calls = ReturnType<typeof createCalls>

/** The planned answers of model tests, and what was spent on them. Writes join the caller's transaction. */
export function createCalls(db: Db) {
  return { ...createCallRows(db), ...createSpending(db) }
}

function createCallRows(db: Db) {
  // An answer that was given up or cleared is asked for again; one on its way is left alone.
  const plan = db.prepare(`
    INSERT INTO api_calls (test_id, input_id, purpose, target, state)
    VALUES (:testId, :inputId, :purpose, :target, 'planned')
    ON CONFLICT (input_id, purpose, target) DO UPDATE SET state = 'planned' WHERE state <> 'sent'`)
  const unsettled = db.prepare<[number, string], Call>(`
    SELECT id, input_id AS inputId, purpose, target FROM api_calls
    WHERE test_id = ? AND purpose = ? AND state IN ('planned', 'failed') ORDER BY id`)
  const open = db.prepare<[number, string], Call>(`
    SELECT id, input_id AS inputId, purpose, target FROM api_calls
    WHERE test_id = ? AND purpose = ? AND state = 'planned' ORDER BY id`)
  const counts = db.prepare<[number], CallCounts>(`
    SELECT ifnull(sum(state = 'done'), 0) AS done, count(*) AS total, ifnull(sum(state = 'sent'), 0) AS inFlight,
      ifnull(sum(state = 'failed'), 0) AS failed, ifnull(sum(maybe_paid), 0) AS maybePaid
    FROM api_calls WHERE test_id = ?`)
  const done = db.prepare("UPDATE api_calls SET state = 'done' WHERE id = ? AND state <> 'sent'")
  const giveUp = db.prepare("UPDATE api_calls SET state = 'failed' WHERE id = ? AND state = 'planned'")
  const givenUp = db.prepare<[number], GivenUp>(`
    SELECT c.input_id AS inputId, c.target, ifnull((
      SELECT r.message FROM sent_requests r WHERE r.call_id = c.id ORDER BY r.id DESC LIMIT 1), '') AS message
    FROM api_calls c WHERE c.test_id = ? AND c.purpose = 'output' AND c.state = 'failed'`)
  const onTheirWay = db
    .prepare<[], number>("SELECT DISTINCT test_id FROM api_calls WHERE state = 'sent' ORDER BY test_id")
    .pluck()
  const removals = [
    // What was sent stays listed, whatever becomes of the test.
    'UPDATE sent_requests SET call_id = NULL, test_id = NULL WHERE test_id = ?',
    'DELETE FROM api_calls WHERE test_id = ?',
  ].map((sql) => db.prepare(sql))

  return {
    plan(testId: number, calls: readonly NewCall[]): void {
      for (const call of calls) plan.run({ testId, ...call })
    },
    /** Planned and given-up answers. */
    unsettled: (testId: number, purpose: Call['purpose']): Call[] => unsettled.all(testId, purpose),
    /** Planned answers in the order they were planned. */
    open: (testId: number, purpose: Call['purpose']): Call[] => open.all(testId, purpose),
    callCounts: (testId: number): CallCounts =>
      counts.get(testId) ?? { done: 0, total: 0, inFlight: 0, failed: 0, maybePaid: 0 },
    /** Answers that need no asking, or came another way. */
    settle(callIds: readonly number[]): void {
      for (const id of callIds) done.run(id)
    },
    giveUp: (callId: number): void => {
      giveUp.run(callId)
    },
    /** Outputs that could not be fetched, and why. */
    givenUp: (testId: number): GivenUp[] => givenUp.all(testId),
    /** Tests with an answer on its way. */
    testsOnTheirWay: (): number[] => onTheirWay.all(),
    /** When a test is discarded. */
    forget(testId: number): void {
      for (const removal of removals) removal.run(testId)
    },
  }
}

function createSpending(db: Db) {
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
