import Database from 'better-sqlite3'
import { verifyChain } from '../../electron/core/db/audit.ts'
import type { Db } from '../../electron/core/db/open.ts'
import { fakeAnswer } from '../helpers/fake-answers.ts'
import type { ApiRequest } from '../helpers/fake-messages-api.ts'

/** What a run left: of the ledger's requests, and of what the server saw. */
export type Figures = { outputs: number; answered: number; maybePaid: number; failed: number; paid: number }
export type Case = { figures: Figures; violations: string[] }

type Output = { text: string; input: string; instructions: string; model: string }
type CallRow = { model: string; input: string; state: string; answered: number; maybePaid: number }

/** More than four calls are never on their way, so no kill can leave more open. */
const inFlightAtMost = 4

/** Compares a finished run with what the server counted. */
export function examine(
  path: string,
  requests: readonly ApiRequest[],
  expected: number,
  kills: number,
): Case {
  const db = new Database(path)
  try {
    const figures = { ...ledgerFigures(db), paid: requests.filter(({ isPaid }) => isPaid).length }
    return { figures, violations: violationsIn(db, figures, requests, expected, kills) }
  } finally {
    db.close()
  }
}

function violationsIn(
  db: Db,
  figures: Figures,
  requests: readonly ApiRequest[],
  expected: number,
  kills: number,
): string[] {
  const { outputs, answered, maybePaid, failed, paid } = figures
  const flaggedByKills = Number(
    db
      .prepare(
        "SELECT count(*) FROM sent_requests WHERE outcome = 'maybe_paid' AND message LIKE 'Evenkeel stopped%'",
      )
      .pluck()
      .get(),
  )
  const open = db.prepare("SELECT count(*) FROM sent_requests WHERE outcome = 'in_flight'").pluck().get()
  const checks: [boolean, string][] = [
    [outputs === expected, `${outputs} of ${expected} outputs are there`],
    [answered === expected, `${answered} answers were bought for ${expected} outputs`],
    [wrongTexts(db) === 0, `${wrongTexts(db)} outputs are not the answer to their question`],
    [requests.length <= answered + maybePaid + failed, 'a request left that is not in the ledger'],
    [paid <= answered + maybePaid, `${paid} paid, ${answered} answered and ${maybePaid} flagged`],
    [open === 0, `${open} requests are still on record as on their way`],
    [flaggedByKills <= kills * inFlightAtMost, `${flaggedByKills} flagged by ${kills} kills`],
    [
      db.pragma('integrity_check', { simple: true }) === 'ok' && verifyChain(db).ok,
      'the database is unsound',
    ],
  ]
  const calls = callRows(db).flatMap((call) => callViolations(call, requests))
  return [...checks.flatMap(([isHeld, words]) => (isHeld ? [] : [words])), ...calls]
}

/** A received answer is never bought again: what was paid beyond the one is flagged, request by request. */
function callViolations({ model, input, answered, maybePaid }: CallRow, requests: readonly ApiRequest[]) {
  const paid = requests.filter((each) => each.isPaid && each.model === model && each.input === input).length
  const which = `${model}, “${input}”`
  return [
    ...(answered === 1 ? [] : [`${which}: ${answered} answers kept`]),
    ...(paid <= 1 + maybePaid ? [] : [`${which}: paid ${paid} times, ${maybePaid} flagged`]),
  ]
}

function ledgerFigures(db: Db): Omit<Figures, 'paid'> {
  const outputs = Number(db.prepare('SELECT count(*) FROM test_outputs').pluck().get())
  const count = (outcome: string) =>
    Number(db.prepare('SELECT count(*) FROM sent_requests WHERE outcome = ?').pluck().get(outcome))
  return { outputs, answered: count('answered'), maybePaid: count('maybe_paid'), failed: count('failed') }
}

function callRows(db: Db): CallRow[] {
  return db
    .prepare<[], CallRow>(`
      SELECT json_extract(w.set_up, '$.' || c.target || '.model') AS model, i.text AS input, c.state,
        (SELECT count(*) FROM sent_requests r WHERE r.call_id = c.id AND r.outcome = 'answered') AS answered,
        (SELECT count(*) FROM sent_requests r WHERE r.call_id = c.id AND r.outcome = 'maybe_paid') AS maybePaid
      FROM api_calls c JOIN test_inputs i ON i.id = c.input_id JOIN model_test_workflows w ON w.test_id = c.test_id`)
    .all()
}

function wrongTexts(db: Db): number {
  return db
    .prepare<[], Output>(`
      SELECT o.text, i.text AS input, json_extract(w.set_up, '$.' || o.side || '.instructions') AS instructions,
        json_extract(w.set_up, '$.' || o.side || '.model') AS model
      FROM test_outputs o JOIN test_inputs i ON i.id = o.input_id JOIN model_test_workflows w ON w.test_id = i.test_id`)
    .all()
    .filter(({ text, ...asked }) => text !== fakeAnswer(asked)).length
}

/** How many outputs a killed process left. */
export function outputsIn(path: string): number {
  const db = new Database(path)
  try {
    return ledgerFigures(db).outputs
  } finally {
    db.close()
  }
}
