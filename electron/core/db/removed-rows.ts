import type { Db } from './database.ts'
import { tableNames } from './schema.ts'

type Value = string | number | null | Buffer
type Row = Record<string, Value>
/** Rows of one table that were deleted one after the other; `first` and `last` are their ids in the Bin. */
type Run = { table: string; first: number; last: number }
/** New ids of rows whose old one is somebody else's now, by table. */
type Moved = Map<string, Map<number, number>>

/** What holds removed rows, and what no removal touches. */
const notCaught = new Set(['bin', 'bin_rows', 'audit', 'migrations', 'row_sums'])

/** The rows of the Bin: caught by triggers whoever deletes them, so that no feature has to name its tables. */
export function createRemovedRows(db: Db) {
  db.function('row_as_json', { varargs: true, deterministic: true }, (...pairs: unknown[]) =>
    asJson(pairs as Value[]),
  )
  const counts = db.prepare<[number], { name: string; rows: number }>(
    'SELECT table_name AS name, count(*) AS rows FROM bin_rows WHERE bin_id = ? GROUP BY table_name',
  )
  const order = db.prepare<[number], [number, string]>(
    'SELECT id, table_name FROM bin_rows WHERE bin_id = ? ORDER BY id',
  )
  const some = db.prepare<[number, number, number], { id: number; content: string }>(
    'SELECT id, content FROM bin_rows WHERE bin_id = ? AND id BETWEEN ? AND ? ORDER BY id LIMIT 500',
  )
  const forget = db.prepare('DELETE FROM bin_rows WHERE bin_id = ?')

  function* rowsOf(binId: number, { first, last }: Run): Generator<Row> {
    for (let next = first; next <= last; ) {
      const rows = some.all(binId, next, last)
      for (const { content } of rows) yield fromJson(content)
      next = (rows.at(-1)?.id ?? last) + 1
    }
  }

  /** The new ids of a run, all of them where a single one is taken, so that the order stays; none where all are free. */
  function newIds(binId: number, run: Run, key: string): Map<number, number> {
    const ids = [...rowsOf(binId, run)].map((row) => Number(row[key]))
    const taken = db.prepare(`SELECT 1 FROM "${run.table}" WHERE "${key}" = ?`)
    if (!ids.some((id) => taken.get(id) !== undefined)) return new Map()
    const highest = db.prepare<[], number>(`SELECT max("${key}") FROM "${run.table}"`).pluck().get() ?? 0
    const shift = highest + 1 - Math.min(...ids)
    return new Map(ids.map((id) => [id, id + shift]))
  }

  function putBackRun(binId: number, run: Run, moved: Moved) {
    const { table } = run
    const key = ownKeyOf(db, table)
    if (key !== null) moved.set(table, newIds(binId, run, key))
    const references = foreignKeysOf(db, table)
    for (const row of rowsOf(binId, run)) {
      for (const { from, table: parent } of references) renumber(row, from, moved.get(parent))
      if (key !== null) renumber(row, key, moved.get(table))
      const names = Object.keys(row)
      db.prepare(
        `INSERT INTO "${table}" (${names.map((name) => `"${name}"`).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
      ).run(Object.values(row))
    }
  }

  return {
    /** Every row that `remove` deletes is kept under `binId`. Inside a transaction. */
    catch<T>(binId: number, remove: () => T): T {
      const tables = tableNames(db).filter((table) => !notCaught.has(table))
      for (const table of tables) db.exec(triggerFor(db, table, binId))
      try {
        return remove()
      } finally {
        for (const table of tables) db.exec(`DROP TRIGGER temp."bin_${table}"`)
      }
    },
    /** Inside a transaction. Throws SQLite's own error where a row does not fit what is here now. */
    putBack(binId: number): void {
      const moved: Moved = new Map()
      for (const run of runsOf(order.raw().all(binId)).reverse()) putBackRun(binId, run, moved)
      forget.run(binId)
    },
    forget: (binId: number) => void forget.run(binId),
    /** Rows by table. */
    counts: (binId: number): Record<string, number> =>
      Object.fromEntries(counts.all(binId).map(({ name, rows }) => [name, rows])),
  }
}

function runsOf(order: readonly [number, string][]): Run[] {
  const runs: Run[] = []
  for (const [id, table] of order) {
    const run = runs.at(-1)
    if (run?.table === table) run.last = id
    else runs.push({ table, first: id, last: id })
  }
  return runs
}

function renumber(row: Row, column: string, ids: ReadonlyMap<number, number> | undefined): void {
  const id = ids?.get(Number(row[column]))
  if (id !== undefined) row[column] = id
}

type Info = { name: string; type: string; pk: number }

const infoOf = (db: Db, table: string) => db.pragma(`table_info("${table}")`) as Info[]

const foreignKeysOf = (db: Db, table: string) =>
  db.pragma(`foreign_key_list("${table}")`) as { from: string; table: string }[]

/** The number of a row that stands for nothing else; null for tables whose rows are known by what they belong to. */
function ownKeyOf(db: Db, table: string): string | null {
  const keys = infoOf(db, table).filter(({ pk }) => pk > 0)
  const [key] = keys
  if (keys.length !== 1 || key?.type !== 'INTEGER') return null
  return foreignKeysOf(db, table).some(({ from }) => from === key.name) ? null : key.name
}

function triggerFor(db: Db, table: string, binId: number): string {
  const pairs = infoOf(db, table).map(({ name }) => `'${name}', OLD."${name}"`)
  return `CREATE TEMP TRIGGER "bin_${table}" BEFORE DELETE ON main."${table}" BEGIN
    INSERT INTO main.bin_rows (bin_id, table_name, content)
    VALUES (${binId}, '${table}', row_as_json(${pairs.join(', ')})); END`
}

function asJson(pairs: readonly Value[]): string {
  const row: Record<string, unknown> = {}
  for (let at = 0; at < pairs.length; at += 2) {
    const value = pairs[at + 1]
    row[String(pairs[at])] = Buffer.isBuffer(value) ? { base64: value.toString('base64') } : value
  }
  return JSON.stringify(row)
}

const fromJson = (content: string): Row =>
  JSON.parse(content, (_, value) =>
    typeof value?.base64 === 'string' ? Buffer.from(value.base64, 'base64') : value,
  )
