import type { ChangeKind, LogField } from '../../../../shared/contract/changes.ts'
import type { DateOrder, RowProblem } from '../../../../shared/contract/imports.ts'
import { plainName } from '../columns/column-names.ts'
import { counted, quotedValue } from '../refuse.ts'
import { isSpreadsheetError, readDay, readNumber } from './values.ts'

/** One row of a change log as read; shares are fractions, `workflows` is the cell as written. */
export type LogEntry = {
  row: number
  onDate: string
  workflows: string
  kind: ChangeKind
  what: string
  from: string
  to: string
  why: string
  decidedBy: string
  approvedBy: string
  before: number | null
  after: number | null
}

export type LogCells = Partial<Record<LogField, string>>
type Options = {
  dateOrder: DateOrder
  today: string
  /** Column names by field, for the problems. */
  columns: LogCells
  /** A log saved by Evenkeel: its shares are fractions, also those above 1. */
  isOwn: boolean
}

const longest = { what: 2_000, why: 20_000, from: 400_000, to: 400_000, name: 200 } as const

const kinds: Readonly<Record<ChangeKind, readonly string[]>> = {
  foundation: ['foundation', 'grundlage', 'grundlagen', 'wissensbasis'],
  prompt: ['prompt', 'prompts', 'anweisung'],
  model: ['model', 'modell', 'ki modell', 'ai model'],
  measure: ['measure', 'measurement', 'messung', 'mass'],
  other: ['other', 'sonstiges', 'andere', 'anderes'],
}

/**
 * A share written by hand, as a fraction: with a per cent sign, or above 1, it is per cent, otherwise a fraction.
 * So "15 %", "0,15" and "15" are all 0.15, and "1" is the whole. Null for anything else, and outside 0 to 1,000 %.
 */
export function readShare(text: string, { isFraction = false } = {}): number | null {
  const value = text.trim()
  const isPercent = /(%|per ?cent|prozent)$/i.test(value)
  const number = readNumber(value.replace(/\s*(per ?cent|prozent)$/i, ''))
  if (number === null || number < 0) return null
  const share = isPercent || (number > 1 && !isFraction) ? Number((number / 100).toPrecision(12)) : number
  return share <= 10 ? share : null
}

/** Reads one row. Without a date or what changed nothing is kept; an unreadable other value is left out and listed. */
export function readLogEntry(
  row: number,
  cells: LogCells,
  { dateOrder, today, columns, isOwn }: Options,
): { entry: LogEntry | null; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const report = (field: LogField, reason: string, kept: boolean) => {
    problems.push({ row, column: columns[field] ?? null, reason, kept })
  }
  const text = (field: LogField, most: number, kept = true): string => {
    const cell = cells[field] ?? ''
    const value = cell.trim()
    const reason = unreadable(value, most)
    if (reason !== null) report(field, reason, kept)
    if (value === '' || reason !== null) return ''
    return field === 'from' || field === 'to' ? cell : value
  }
  const share = (field: LogField): number | null => {
    const cell = (cells[field] ?? '').trim()
    const value = readShare(cell, { isFraction: isOwn })
    if (cell !== '' && value === null) {
      report(field, `${quotedValue(cell)} is not a percentage. Write it as 15% or 0.15.`, true)
    }
    return value
  }

  const onDate = readOnDate(cells.onDate ?? '', dateOrder, today, (reason) => report('onDate', reason, false))
  const what = text('what', longest.what, false)
  if (what === '' && !problems.some(({ column }) => column === columns.what)) {
    report('what', 'What changed is missing, so the row was left out.', false)
  }
  if (onDate === null || what === '') return { entry: null, problems: problems.filter(({ kept }) => !kept) }
  const entry: LogEntry = {
    row,
    onDate,
    workflows: text('workflow', longest.why),
    kind: readKind(text('kind', longest.name), (reason) => report('kind', reason, true)),
    what,
    from: text('from', longest.from),
    to: text('to', longest.to),
    why: text('why', longest.why),
    decidedBy: text('decidedBy', longest.name),
    approvedBy: text('approvedBy', longest.name),
    before: share('before'),
    after: share('after'),
  }
  return { entry, problems }
}

function readOnDate(
  cell: string,
  order: DateOrder,
  today: string,
  report: (reason: string) => void,
): string | null {
  const day = readDay(cell, order)
  if (cell.trim() === '') report('The date is missing, so the row was left out.')
  else if (day === null)
    report(`${quotedValue(cell)} is not a date Evenkeel can read. Write it as 2026-03-31.`)
  else if (day > today) report(`${quotedValue(cell)} is in the future, so the row was left out.`)
  else return day
  return null
}

function readKind(cell: string, report: (reason: string) => void): ChangeKind {
  const plain = plainName(cell)
  if (plain === '') return 'other'
  const found = (Object.keys(kinds) as ChangeKind[]).find((kind) => kinds[kind].includes(plain))
  if (!found) report(`${quotedValue(cell)} is not a kind Evenkeel knows, so it was kept as Other.`)
  return found ?? 'other'
}

function unreadable(value: string, most: number): string | null {
  if (isSpreadsheetError(value)) return `The cell holds the spreadsheet error ${value}.`
  if (value.length <= most) return null
  return `The text has ${counted(value.length)} characters; the most is ${counted(most)}.`
}
