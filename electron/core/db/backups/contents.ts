import Database from 'better-sqlite3'
import type { Contents, Work } from '../../../../shared/contract/safety.ts'
import type { AuditHead } from '../audit.ts'
import type { Db } from '../database.ts'

/** What the company in `db` holds. Works on the tables of every version so far; what is not there counts as none. */
export function contentsOf(db: Db): Contents {
  return {
    company: one<string>(db, 'SELECT name FROM company'),
    workflows: one<number>(db, 'SELECT count(*) FROM workflows') ?? 0,
    outputs: one<number>(db, 'SELECT count(*) FROM outputs') ?? 0,
    finishedMonths:
      one<number>(db, "SELECT count(DISTINCT month) FROM reviews WHERE state = 'finished'") ?? 0,
    open: openReview(db),
    lastAt: one<string>(db, 'SELECT at FROM audit ORDER BY seq DESC LIMIT 1'),
  }
}

function openReview(db: Db): Contents['open'] {
  try {
    const row = db
      .prepare<[], NonNullable<Contents['open']>>(
        `SELECT w.name AS workflow, r.month, sum(i.is_done) AS done, count(*) AS total
         FROM reviews r JOIN workflows w ON w.id = r.workflow_id
         JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
         WHERE r.state = 'open' GROUP BY r.id HAVING sum(i.is_done) > 0 ORDER BY max(i.rev) DESC, r.id DESC LIMIT 1`,
      )
      .get()
    return row ?? null
  } catch {
    return null
  }
}

function one<T>(db: Db, sql: string): T | null {
  try {
    return db.prepare<[], T>(sql).pluck().get() ?? null
  } catch {
    return null
  }
}

type Row = {
  entity: string
  action: string
  entries: number
  things: number
  firstAt: string
  lastAt: string
}

/** What the log in `db` says was done after its entry `seq`. */
export function workSince(db: Db, seq: number): Work {
  const rows = db
    .prepare<[number], Row>(
      `SELECT entity, action, count(*) AS entries, count(DISTINCT entity_id) AS things,
       min(at) AS firstAt, max(at) AS lastAt FROM audit WHERE seq > ? GROUP BY entity, action`,
    )
    .all(seq)
  const things = (deed: string) =>
    rows
      .filter(({ entity, action }) => `${entity} ${action}` === deed)
      .reduce((sum, row) => sum + row.things, 0)
  return {
    entries: rows.reduce((sum, row) => sum + row.entries, 0),
    outputs: things('review_item judge'),
    reviews: things('review finish') + things('foundation_review finish'),
    files: things('import import'),
    changes: things('change record'),
    unread: 0,
    firstAt: rows.map(({ firstAt }) => firstAt).sort()[0] ?? null,
    lastAt:
      rows
        .map(({ lastAt }) => lastAt)
        .sort()
        .at(-1) ?? null,
  }
}

/** Reads a finished copy. */
export function readCopy<T>(path: string, read: (db: Db) => T): T {
  const db = new Database(path, { readonly: true, fileMustExist: true })
  try {
    return read(db)
  } finally {
    db.close()
  }
}

/** The log in `db` goes on from this entry. */
export function holdsEntry(db: Db, { seq, hash }: AuditHead): boolean {
  return (
    seq === 0 ||
    db.prepare<[number], string>('SELECT hash FROM audit WHERE seq = ?').pluck().get(seq) === hash
  )
}
