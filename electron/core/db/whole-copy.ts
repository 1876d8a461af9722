import Database from 'better-sqlite3'
import { copyPages } from './backups/backup.ts'
import { writeAnew } from './backups/verify-backup.ts'
import type { Db } from './database.ts'
import { tableNames } from './schema.ts'

export type Column = { name: string; type: string; isRequired: boolean; refersTo: string | null }
export type Row = Record<string, string | number | null | Buffer>

/**
 * A checked copy of the open database at `path`, of which the same contents are always the same bytes, and its
 * tables to read. Close it in the end.
 */
export async function wholeCopy(db: Db, path: string) {
  await copyPages(db, path)
  await writeAnew(path)
  const copy = new Database(path, { readonly: true, fileMustExist: true })
  return {
    tables: tableNames(copy),
    columns: (table: string) => columnsOf(copy, table),
    /** In the order of the primary key. */
    rows: (table: string): IterableIterator<Row> => {
      const keys = keysOf(copy, table)
      const order = keys.length > 0 ? keys.map((key) => `"${key}"`).join(', ') : 'rowid'
      return copy.prepare<[], Row>(`SELECT * FROM "${table}" ORDER BY ${order}`).iterate()
    },
    close: () => void copy.close(),
  }
}

export type WholeCopy = Awaited<ReturnType<typeof wholeCopy>>

type Info = { name: string; type: string; notnull: 0 | 1; pk: number }

const infoOf = (db: Db, table: string) => db.pragma(`table_info("${table}")`) as Info[]

const keysOf = (db: Db, table: string) =>
  infoOf(db, table)
    .filter(({ pk }) => pk > 0)
    .toSorted((a, b) => a.pk - b.pk)
    .map(({ name }) => name)

function columnsOf(db: Db, table: string): Column[] {
  const keys = db.pragma(`foreign_key_list("${table}")`) as {
    from: string
    table: string
    to: string | null
  }[]
  return infoOf(db, table).map(({ name, type, notnull, pk }) => {
    const key = keys.find(({ from }) => from === name)
    return {
      name,
      type,
      isRequired: notnull === 1 || pk > 0,
      refersTo: key ? `${key.table}.${key.to ?? 'id'}` : null,
    }
  })
}
