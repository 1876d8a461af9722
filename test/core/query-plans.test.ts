import Database from 'better-sqlite3'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { aReview, drawMonth, finishReview } from '../helpers/builders.ts'
import { createTestApp, type TestApp } from '../helpers/test-app.ts'

/** These tables grow with every month; a query that reads one from end to end gets slower each month. */
const growing = ['outputs', 'review_items', 'marks', 'audit']

/** What may scan, and why. */
const mayScan: [RegExp, string][] = [
  [/FROM audit ORDER BY seq DESC LIMIT 1/, 'stops at the first row, the newest'],
  [/INSERT INTO audit/, 'the check of "undoes" runs only while a reference is open, which none ever is'],
  [/FROM reviews r\s+JOIN \(SELECT review_id/, 'the list of all months reads every sample, once per visit'],
]

const prepared = new Map<string, Database.Database>()
let app: TestApp

beforeAll(async () => {
  const prepare = Database.prototype.prepare
  vi.spyOn(Database.prototype, 'prepare').mockImplementation(function (this: Database.Database, sql: string) {
    if (this.name.endsWith('evenkeel.db')) prepared.set(sql, this)
    return prepare.call(this, sql)
  })
  app = await createTestApp()
  const { id, workflowId } = await aReview(app.client)
  await finishReview(app.client, id)
  for (const month of ['2026-08', '2026-09', '2026-10']) {
    const review = await drawMonth(app.client, workflowId, month, 60)
    await finishReview(app.client, review.id)
  }
  vi.restoreAllMocks()
})
afterAll(() => app.dispose())

/** The lines of the plan that walk through a growing table, by the names it goes by in the statement. */
function scansOf(db: Database.Database, sql: string): string[] {
  const names = growing.flatMap((table) => [
    table,
    ...[...sql.matchAll(new RegExp(`\\b${table} (?:AS )?(\\w+)\\b`, 'g'))].map(([, alias]) => alias),
  ])
  const parameters = [...sql.matchAll(/[:@](\w+)/g)].map(([, name]) => [name, null])
  const bound =
    parameters.length > 0 ? [Object.fromEntries(parameters)] : (sql.match(/\?/g) ?? []).map(() => null)
  const plan = db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all(...bound) as { detail: string }[]
  return plan
    .map(({ detail }) => detail)
    .filter((detail) => names.includes(/^SCAN (\w+)/.exec(detail)?.[1] ?? ''))
}

it('no query of the app reads a growing table from end to end', () => {
  const statements = [...prepared].filter(([sql]) => /^\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b/i.test(sql))
  expect(statements.length).toBeGreaterThan(50)
  const scanning = statements
    .filter(([sql]) => !mayScan.some(([allowed]) => allowed.test(sql)))
    .map(([sql, db]) => ({ sql: sql.replace(/\s+/g, ' ').trim(), scans: scansOf(db, sql) }))
    .filter(({ scans }) => scans.length > 0)
  expect(scanning).toEqual([])
})

it.each(mayScan)('the exception for %s is still needed', (allowed) => {
  const found = [...prepared].filter(([sql]) => allowed.test(sql))
  expect(found.some(([sql, db]) => scansOf(db, sql).length > 0)).toBe(true)
})
