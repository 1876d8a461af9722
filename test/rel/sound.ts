import Database from 'better-sqlite3'
import { verifyChain } from '../../electron/core/db/audit.ts'
import type { Db } from '../../electron/core/db/open.ts'
import { tablesThatDiffer } from '../../electron/core/db/row-sums.ts'

/** A question to the database with its values: what was acknowledged is there when the answer is 1. */
export type Fact = readonly [question: string, ...values: (string | number)[]]

/**
 * What is wrong with the closed database at `path`: an acknowledged fact that is lost, SQLite's own check, a row
 * that points nowhere, the chain of the activity log, or rows that do not add up to what one transaction wrote.
 */
export function troublesOf(path: string, facts: readonly Fact[]): string[] {
  const db = new Database(path)
  try {
    return [...unsoundness(db), ...lostIn(db, facts)]
  } catch (error) {
    return [`cannot be read: ${error instanceof Error ? error.message : String(error)}`]
  } finally {
    db.close()
  }
}

export function lostIn(db: Db, facts: readonly Fact[]): string[] {
  return facts
    .filter(
      ([question, ...values]) =>
        db
          .prepare(question)
          .pluck()
          .get(...values) !== 1,
    )
    .map(([question, ...values]) => `lost: ${question} ${JSON.stringify(values).slice(0, 200)}`)
}

function unsoundness(db: Db): string[] {
  const integrity = db.pragma('integrity_check', { simple: true })
  const chain = verifyChain(db)
  const tables = tablesThatDiffer(db)
  return [
    integrity === 'ok' ? '' : `integrity: ${integrity}`,
    (db.pragma('foreign_key_check') as unknown[]).length === 0 ? '' : 'a row points nowhere',
    chain.ok ? '' : `the activity log breaks at ${chain.brokenAt}`,
    tables.length === 0 ? '' : `half written: ${tables.join(', ')}`,
  ].filter(Boolean)
}
