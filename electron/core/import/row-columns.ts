import type { ImportedRow } from '../../../shared/contract/imports.ts'

/** Rows field by field: in this shape they cross from the worker in about half the time. */
export type RowColumns = { [Field in keyof ImportedRow]: ImportedRow[Field][] }

export function toColumns(rows: readonly ImportedRow[]): RowColumns {
  return {
    row: rows.map((row) => row.row),
    aiText: rows.map((row) => row.aiText),
    finalText: rows.map((row) => row.finalText),
    request: rows.map((row) => row.request),
    occurredOn: rows.map((row) => row.occurredOn),
    externalId: rows.map((row) => row.externalId),
    person: rows.map((row) => row.person),
    editMinutes: rows.map((row) => row.editMinutes),
    satisfaction: rows.map((row) => row.satisfaction),
  }
}

export function fromColumns(columns: RowColumns): ImportedRow[] {
  return columns.row.map((row, index) => ({
    row,
    aiText: columns.aiText[index] ?? '',
    finalText: columns.finalText[index] ?? null,
    request: columns.request[index] ?? null,
    occurredOn: columns.occurredOn[index] ?? null,
    externalId: columns.externalId[index] ?? null,
    person: columns.person[index] ?? null,
    editMinutes: columns.editMinutes[index] ?? null,
    satisfaction: columns.satisfaction[index] ?? null,
  }))
}
