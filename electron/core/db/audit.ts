import { hash } from 'node:crypto'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock } from '../clock.ts'
import type { Db } from './database.ts'

/** One change. `subject` groups entries for undo ("review:12"); `undoes` is the seq of the entry taken back. */
export type AuditEntry = {
  actor: string
  action: string
  entity: string
  entityId: number | string
  /** What the owner sees: "Accurate not met". */
  label?: string
  /** The state before and after as JSON values; undefined or null where there was or is nothing. */
  before?: unknown
  after?: unknown
  undoes?: number
  subject?: string
}

/** Last entry of the chain; seq 0 while the log is empty. */
export type AuditHead = { seq: number; hash: string }

export type ChainCheck = { ok: true; count: number; head: AuditHead } | { ok: false; brokenAt: number }

export type Audit = ReturnType<typeof createAudit>

type Row = {
  seq: number
  at: string
  zone: string
  actor: string
  action: string
  entity: string
  entity_id: string
  label: string | null
  before: string | null
  after: string | null
  undoes: number | null
  subject: string | null
  row_sha: string
  prev: string
  hash: string
}

const start: AuditHead = { seq: 0, hash: '0'.repeat(64) }
const columns =
  'seq, at, zone, actor, action, entity, entity_id, label, before, after, undoes, subject, row_sha, prev, hash'

/**
 * The append-only log. Each row's hash covers its own content and the hash before it, so damage and edits made
 * outside the app show. `append` must run in the transaction of the change it records and returns its seq.
 */
export function createAudit(db: Db, clock: Clock) {
  const selectHead = prepareHead(db)
  const insert = db.prepare<[Row]>(
    `INSERT INTO audit (${columns}) VALUES (${columns.replaceAll(/\w+/g, '@$&')})`,
  )
  const head = () => selectHead.get() ?? start

  function append(entry: AuditEntry): number {
    if (!db.inTransaction) throw new Error('An audit entry belongs in the transaction of its change')
    const prev = head()
    const content = {
      seq: prev.seq + 1,
      at: clock.now(),
      zone: clock.zone(),
      actor: entry.actor,
      action: entry.action,
      entity: entry.entity,
      entity_id: String(entry.entityId),
      // Half a surrogate pair is stored as U+FFFD; the hash must be of what is stored.
      label: entry.label?.toWellFormed() ?? null,
      before: toJson(entry.before),
      after: toJson(entry.after),
      undoes: entry.undoes ?? null,
      subject: entry.subject ?? null,
    }
    const rowSha = contentSha(content)
    insert.run({ ...content, row_sha: rowSha, prev: prev.hash, hash: chainHash(prev.hash, rowSha) })
    return content.seq
  }

  return { append, head, verify: () => verifyChain(db) }
}

/** The last entry of the log in `db`. */
export function auditHead(db: Db): AuditHead {
  return prepareHead(db).get() ?? start
}

/** The hash of the first entry: which company the log in `db` is of, as every later one stands on it; null while it is empty. */
export function firstHash(db: Db): string | null {
  return db.prepare<[], string>('SELECT hash FROM audit WHERE seq = 1').pluck().get() ?? null
}

/** Walks the whole log: about 10 µs a row. `brokenAt` is the seq of the first entry that does not fit. */
export function verifyChain(db: Db): ChainCheck {
  return checked(db, walk(db, start))
}

/** The same beside other work: it makes way every 250 entries. */
export async function verifyChainCalmly(db: Db): Promise<ChainCheck> {
  let at: Walked = { ok: true, head: start }
  for (let before = -1; at.ok && at.head.seq !== before; ) {
    before = at.head.seq
    at = walk(db, at.head, 250)
    await nextTurn()
  }
  return checked(db, at)
}

/** Checks the last 200 entries only, for the start of the app. */
export function verifyTail(db: Db): boolean {
  const from = db
    .prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1 OFFSET 200')
    .get()
  return checked(db, walk(db, from ?? start)).ok
}

type Walked = { ok: true; head: AuditHead } | { ok: false; brokenAt: number }

/** Follows the chain for at most `limit` entries. */
function walk(db: Db, from: AuditHead, limit = -1): Walked {
  let head = from
  for (const row of db
    .prepare<[number, number], Row>(`SELECT ${columns} FROM audit WHERE seq > ? ORDER BY seq LIMIT ?`)
    .iterate(from.seq, limit)) {
    const fits =
      row.seq === head.seq + 1 &&
      row.prev === head.hash &&
      row.row_sha === contentSha(row) &&
      row.hash === chainHash(row.prev, row.row_sha)
    if (!fits) return { ok: false, brokenAt: head.seq + 1 }
    head = { seq: row.seq, hash: row.hash }
  }
  return { ok: true, head }
}

/** AUTOINCREMENT remembers the highest seq ever given: a log cut at its end falls short of it. */
function checked(db: Db, walked: Walked): ChainCheck {
  if (!walked.ok) return walked
  const { head } = walked
  const given =
    db.prepare<[], number>("SELECT seq FROM sqlite_sequence WHERE name = 'audit'").pluck().get() ?? 0
  return given === head.seq ? { ok: true, count: head.seq, head } : { ok: false, brokenAt: head.seq + 1 }
}

function prepareHead(db: Db) {
  return db.prepare<[], AuditHead>('SELECT seq, hash FROM audit ORDER BY seq DESC LIMIT 1')
}

/** Word for word what a row's hash is of. */
const contentText = (row: Omit<Row, 'row_sha' | 'prev' | 'hash'>) =>
  JSON.stringify([
    row.seq,
    row.at,
    row.zone,
    row.actor,
    row.action,
    row.entity,
    row.entity_id,
    row.label,
    row.before,
    row.after,
    row.undoes,
    row.subject,
  ])

const contentSha = (row: Omit<Row, 'row_sha' | 'prev' | 'hash'>) => hash('sha256', contentText(row))

/** How a line of the extract ends: three hashes of fixed length, so that its content is found without a parser. */
const tailOf = ({ row_sha, prev, hash: own }: Row) =>
  `,"row_sha":"${row_sha}","prev":"${prev}","hash":"${own}"}`

/** The log to an entry, a line of JSON each, some hundred at a time: what anybody can check the chain of. */
export function* auditLines(db: Db, to: number): Generator<string> {
  const some = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM audit WHERE seq > ? AND seq <= ? ORDER BY seq LIMIT 500`,
  )
  for (let rows = some.all(0, to); rows.length > 0; rows = some.all(rows.at(-1)?.seq ?? to, to)) {
    yield rows.map((row) => `{"row":${contentText(row)}${tailOf(row)}\n`).join('')
  }
}

function chainHash(prev: string, rowSha: string): string {
  return hash('sha256', prev + rowSha)
}

function toJson(value: unknown): string | null {
  return value === undefined || value === null ? null : JSON.stringify(value)
}
