import { crc32 } from 'node:zlib'
import type { Db } from './database.ts'
import { schemaVersion, tableNames } from './schema.ts'

/** Of one table: its rows, and the checksums of their contents added up. */
type Sum = { rows: number; sum: number }

type Followed = { table: string; columns: readonly string[] }

/** Rows as they stand in a table now, in the order of `columns`. */
export type AddedRows = { columns: readonly string[]; rows: readonly (readonly unknown[])[] }

const own = 'row_sums'
/** `migrations` is held by the fingerprint of the schema. */
const isFollowed = (table: string) => table !== own && table !== 'migrations'

/**
 * Keeps a checksum of every row's content, added up by table, in the same transaction as each change. A bit that
 * flips on disk and still looks like sound data makes the stored sum differ from what the rows add up to. The
 * triggers belong to this connection: a change made by any other program shows as well.
 */
export function followRowSums(db: Db): void {
  registerDigest(db)
  db.pragma('temp_store = MEMORY')
  const tables = followedTables(db)
  if (!isCurrent(db, tables)) sumAnew(db, tables)
  // In one transaction: SQLite reads its list of triggers again after each.
  db.transaction(() => db.exec(tables.map(triggersFor).join(';\n')))()
}

/**
 * For many new rows at once, inside the caller's transaction: their checksums are added when `insert` has returned,
 * at a third of the cost of one by one. `insert` only adds rows to `table`, each with a higher id than all before.
 * Whoever can say what was added spares reading it back.
 */
export function sumTogether<T>(
  db: Db,
  table: string,
  insert: () => T,
  addedBy: (result: T) => AddedRows | null = () => null,
): T {
  const trigger = triggerName(table, 'insert')
  const isThere = db.prepare('SELECT 1 FROM temp.sqlite_schema WHERE name = ?').get(trigger) !== undefined
  if (!isThere) return insert()
  const last = db.prepare<[], number>(`SELECT coalesce(max(id), 0) FROM "${table}"`).pluck().get() ?? 0
  // Rolled back with the transaction; while it stands, every row costs a journal of its own.
  db.exec(`DROP TRIGGER temp."${trigger}"`)
  const result = insert()
  const columns = columnsOf(db, table)
  const added = sumOfAdded(columns, addedBy(result)) ?? sumOf(db, { table, columns }, `WHERE id > ${last}`)
  db.prepare(`UPDATE ${own} SET row_count = row_count + :rows, sum = sum + :sum WHERE name = :table`).run({
    ...added,
    table,
  })
  db.exec(insertTrigger({ table, columns }))
  return result
}

/** The tables whose rows do not add up to what is stored; none where sums were not kept yet. About 4 µs a row. */
export function tablesThatDiffer(db: Db): string[] {
  if (!tableNames(db).includes(own)) return []
  registerDigest(db)
  return followedTables(db)
    .filter((followed) => {
      const stored = storedSum(db, followed.table)
      const now = sumOf(db, followed)
      return stored !== undefined && (stored.rows !== now.rows || stored.sum !== now.sum)
    })
    .map(({ table }) => table)
}

/** Rows of each followed table as the sums have them, without counting. */
export function storedCount(db: Db, table: string): number | undefined {
  return tableNames(db).includes(own) ? storedSum(db, table)?.rows : undefined
}

/** Null where rows do not name the columns of the table as it is. */
function sumOfAdded(columns: readonly string[], added: AddedRows | null): Sum | null {
  if (added === null || added.columns.join() !== columns.join()) return null
  let sum = 0
  for (const row of added.rows) sum += digest(row)
  return { rows: added.rows.length, sum }
}

function registerDigest(db: Db): void {
  db.function('row_digest', { varargs: true, deterministic: true }, (...values: unknown[]) => digest(values))
}

function digest(values: readonly unknown[]): number {
  let content = plain(values[0])
  for (let index = 1; index < values.length; index++) content += `\u0000${plain(values[index])}`
  return crc32(content)
}

/** Nothing is not the word null, and not an empty text. */
function plain(value: unknown): string {
  if (value === null) return '\u0001'
  return Buffer.isBuffer(value) ? value.toString('latin1') : String(value)
}

function followedTables(db: Db): Followed[] {
  return tableNames(db)
    .filter(isFollowed)
    .map((table) => ({ table, columns: columnsOf(db, table) }))
}

function columnsOf(db: Db, table: string): string[] {
  return (db.pragma(`table_info("${table}")`) as { name: string }[]).map(({ name }) => name)
}

/** A step that changed the tables leaves sums of the version before. */
function isCurrent(db: Db, tables: readonly Followed[]): boolean {
  const version = schemaVersion(db)
  const current = db.prepare(`SELECT name FROM ${own} WHERE schema = ?`).pluck().all(version)
  return current.length === tables.length
}

function sumAnew(db: Db, tables: readonly Followed[]): void {
  const version = schemaVersion(db)
  db.transaction(() => {
    db.exec(`DELETE FROM ${own}`)
    const insert = db.prepare(`INSERT INTO ${own} (name, schema, row_count, sum) VALUES (?, ?, ?, ?)`)
    for (const followed of tables) {
      const { rows, sum } = sumOf(db, followed)
      insert.run(followed.table, version, rows, sum)
    }
  }).immediate()
}

function storedSum(db: Db, table: string): Sum | undefined {
  return db.prepare<[string], Sum>(`SELECT row_count AS rows, sum FROM ${own} WHERE name = ?`).get(table)
}

function sumOf(db: Db, { table, columns }: Followed, where = ''): Sum {
  const sum = db
    .prepare<[], Sum>(
      `SELECT count(*) AS rows, coalesce(sum(${digestOf(columns)}), 0) AS sum FROM "${table}" ${where}`,
    )
    .get()
  return sum ?? { rows: 0, sum: 0 }
}

const triggerName = (table: string, on: string) => `sum_${table}_${on}`

const put = (table: string, what: string) =>
  `BEGIN UPDATE main.${own} SET ${what} WHERE name = '${table}'; END`

const digestOf = (columns: readonly string[], row = '') =>
  `CAST(row_digest(${columns.map((name) => `${row}"${name}"`).join(', ')}) AS INTEGER)`

const insertTrigger = ({ table, columns }: Followed) => `
  CREATE TEMP TRIGGER "${triggerName(table, 'insert')}" AFTER INSERT ON main."${table}"
  ${put(table, `row_count = row_count + 1, sum = sum + ${digestOf(columns, 'NEW.')}`)}`

function triggersFor({ table, columns }: Followed): string {
  const before = digestOf(columns, 'OLD.')
  const after = digestOf(columns, 'NEW.')
  return `
    ${insertTrigger({ table, columns })};
    CREATE TEMP TRIGGER "${triggerName(table, 'delete')}" AFTER DELETE ON main."${table}"
    ${put(table, `row_count = row_count - 1, sum = sum - ${before}`)};
    CREATE TEMP TRIGGER "${triggerName(table, 'update')}" AFTER UPDATE ON main."${table}"
    ${put(table, `sum = sum - ${before} + ${after}`)}`
}
