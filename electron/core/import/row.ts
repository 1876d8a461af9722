import type { DateOrder, ImportedRow, ImportField, RowProblem } from '../../../shared/contract/imports.ts'
import { limits } from './limits.ts'
import { counted, quotedValue } from './refuse.ts'
import { isSpreadsheetError, readDay, readNumber } from './values/values.ts'

/** The fields of one row as text; a missing field is the same as an empty one. */
export type RowValues = Partial<Record<ImportField, string>>

/** A value read from a cell, or the reason it could not be read. */
type Reading<T> = { value: T } | { reason: string }

/**
 * Turns the fields of one row into an output. Without AI text nothing is kept; an unreadable optional
 * value is left out and listed. `columns` names each field's column for the problems.
 */
export function readRow(
  row: number,
  values: RowValues,
  options: { dateOrder: DateOrder; columns: RowValues },
): { imported: ImportedRow | null; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const column = (field: ImportField) => options.columns[field] ?? null
  const optional = <T>(field: ImportField, read: (text: string) => Reading<T>): T | null => {
    const text = (values[field] ?? '').trim()
    if (text === '') return null
    const reading = read(values[field] ?? '')
    if ('value' in reading) return reading.value
    problems.push({ row, column: column(field), reason: reading.reason, kept: true })
    return null
  }

  const aiText = readAiText(values.aiText ?? '')
  if ('reason' in aiText) {
    return {
      imported: null,
      problems: [{ row, column: column('aiText'), reason: aiText.reason, kept: false }],
    }
  }
  const imported = {
    row,
    aiText: aiText.value,
    finalText: optional('finalText', readText),
    request: optional('request', readText),
    occurredOn: optional('occurredOn', (text) => readDate(text, options.dateOrder)),
    externalId: optional('externalId', readLabel),
    person: optional('person', readLabel),
    editMinutes: optional('editMinutes', readMinutes),
    satisfaction: optional('satisfaction', readSatisfaction),
  }
  return { imported, problems }
}

function readAiText(text: string): Reading<string> {
  if (text.trim() === '') return { reason: 'There is no AI text in this row, so it was left out.' }
  const reading = readText(text)
  return 'value' in reading ? reading : { reason: `${reading.reason} The row was left out.` }
}

function readText(text: string): Reading<string> {
  if (isSpreadsheetError(text)) return { reason: `The cell holds the spreadsheet error ${text.trim()}.` }
  if (text.length > limits.textLength) {
    const length = counted(text.length)
    return { reason: `The text has ${length} characters; the most is ${counted(limits.textLength)}.` }
  }
  return { value: text.includes('\r') ? text.replace(/\r\n?/g, '\n') : text }
}

function readLabel(text: string): Reading<string> {
  const value = text.trim()
  if (isSpreadsheetError(value)) return { reason: `The cell holds the spreadsheet error ${value}.` }
  return value.length <= limits.labelLength
    ? { value }
    : { reason: `The value has ${counted(value.length)} characters; the most is ${limits.labelLength}.` }
}

function readDate(text: string, order: DateOrder): Reading<string> {
  const value = readDay(text, order)
  return value === null
    ? { reason: `${quotedValue(text)} is not a date Evenkeel can read. Write it as 2026-03-31.` }
    : { value }
}

function readMinutes(text: string): Reading<number> {
  const value = text.includes('%')
    ? null
    : readNumber(text.replace(/\s*(m|min|mins|minutes?|minuten?)\.?\s*$/i, ''))
  if (value === null)
    return { reason: `${quotedValue(text)} is not a number of minutes. Write it as 6 or 6.5.` }
  return value >= 0 && value <= 10_000
    ? { value }
    : { reason: `${quotedValue(text)} minutes is outside 0 to 10,000.` }
}

function readSatisfaction(text: string): Reading<number> {
  const value = text.includes('%') ? null : readNumber(text.replace(/\s*(\/|of|von)\s*5\s*$/i, ''))
  return value !== null && Number.isInteger(value) && value >= 1 && value <= 5
    ? { value }
    : { reason: `${quotedValue(text)} is not a satisfaction from 1 to 5.` }
}
