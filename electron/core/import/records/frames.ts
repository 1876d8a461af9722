import { findHeader } from '../columns/find-header.ts'
import { isRecord, type JsonRecord, jsonCell } from '../formats/json-value.ts'
import { outputRows } from '../kinds/outputs.ts'
import { columnName } from '../table.ts'

/** Rows looked at to tell whether the first names the columns. */
const looked = 60

/**
 * The rows of a table that a data frame wrote as one object: split (columns and data), by column, or by index.
 * Null where the object is none.
 */
export function frameRows(value: unknown): JsonRecord[] | null {
  if (Array.isArray(value)) return listedRows(value)
  if (!isRecord(value)) return null
  return splitRows(value) ?? columnRows(value) ?? listColumns(value) ?? indexRows(value)
}

/** [[names], [cells], …] */
function listedRows(rows: readonly unknown[]): JsonRecord[] | null {
  if (rows.length < 2 || !rows.every((row) => Array.isArray(row) && !row.some(isRecord))) return null
  const cells = rows.slice(0, looked).map((row) => (Array.isArray(row) ? row.map(jsonCell) : []))
  const holdsText = cells.some((row) => row.some((cell) => /\p{L}\s+\p{L}/u.test(cell)))
  if (!holdsText || !cells.every(({ length }) => length >= 2)) return null
  const { at, names } = findHeader(cells, Object.values(outputRows.fields))
  if (at.length > 1 || (at[0] ?? 0) > 0) return null
  return rowsOf(names.map(columnName), at.length === 0 ? rows : rows.slice(1))
}

function splitRows({ columns, data, rows }: JsonRecord): JsonRecord[] | null {
  const cells = data ?? rows
  if (!Array.isArray(columns) || !Array.isArray(cells) || !cells.every(Array.isArray)) return null
  return cells.length === 0 ? null : rowsOf(columns, cells)
}

function rowsOf(names: readonly unknown[], rows: readonly unknown[]): JsonRecord[] {
  const keys = names.map((name) => (isRecord(name) ? String(name.name ?? '') : String(name)))
  return rows.map((row) =>
    Object.fromEntries(keys.map((key, index) => [key, Array.isArray(row) ? row[index] : undefined])),
  )
}

const isNumber = (key: string) => /^\d+$/.test(key)

/** {name: {index: cell}} */
function columnRows(value: JsonRecord): JsonRecord[] | null {
  const columns = Object.entries(value)
  const first = columns[0]?.[1]
  if (columns.length < 2 || !isRecord(first)) return null
  const keys = Object.keys(first)
  const isColumn = (column: unknown) =>
    isRecord(column) &&
    Object.keys(column).length === keys.length &&
    keys.every((key) => Object.hasOwn(column, key))
  if (keys.length === 0 || !keys.every(isNumber) || columns.some(([name]) => isNumber(name))) return null
  if (!columns.every(([, column]) => isColumn(column))) return null
  return keys.map((key) =>
    Object.fromEntries(columns.map(([name, column]) => [name, isRecord(column) ? column[key] : undefined])),
  )
}

/** {name: [cell, …]} */
function listColumns(value: JsonRecord): JsonRecord[] | null {
  const columns = Object.entries(value)
  const length = Array.isArray(columns[0]?.[1]) ? columns[0][1].length : 0
  const isColumn = (column: unknown) =>
    Array.isArray(column) && column.length === length && !column.some(isRecord)
  if (columns.length < 2 || length === 0 || !columns.every(([, column]) => isColumn(column))) return null
  return Array.from({ length }, (_, row) =>
    Object.fromEntries(
      columns.map(([name, column]) => [name, Array.isArray(column) ? column[row] : undefined]),
    ),
  )
}

/** {index: {name: cell}}: records that name the same fields, under keys that are no names. */
function indexRows(value: JsonRecord): JsonRecord[] | null {
  const rows = Object.entries(value)
  if (rows.length < 2 || !rows.every(([, row]) => isRecord(row))) return null
  const names = Object.keys(rows[0]?.[1] as JsonRecord)
  const share = rows.filter(([, row]) => Object.keys(row as JsonRecord).some((name) => names.includes(name)))
  if (names.length < 2 || share.length < rows.length) return null
  if (rows.every(([key]) => isNumber(key))) return rows.map(([, row]) => row as JsonRecord)
  const isKeyed = rows.every(([key]) => /\d/.test(key))
  return isKeyed ? rows.map(([id, row]) => ({ id, ...(row as JsonRecord) })) : null
}
