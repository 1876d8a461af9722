import { isSpreadsheetError } from '../values/cell-errors.ts'
import { looksLikeDay } from '../values/days.ts'
import { readNumber } from '../values/numbers.ts'
import { type FieldName, nameScore } from './field-names.ts'

/** A row as the finder sees it. */
type Cells = readonly string[]
/** Where a table begins: the indexes of the rows that name its columns (none, one or two), and what they name. */
export type Header = { at: number[]; bodyFrom: number; names: string[] }

const candidatesAtMost = 20
const longestName = 300
const shortName = 60
const longestText = 40

/** Finds the rows that name the columns among the first rows of a table, of which none is blank. */
export function findHeader(rows: readonly Cells[], fields: readonly FieldName[]): Header {
  const usual = usualWidth(rows)
  const candidates = headersIn(rows.slice(0, candidatesAtMost), rows, fields)
  const known = Math.max(0, ...candidates.map((candidate) => candidate.known))
  if (known >= 2) return firstOf(candidates.filter((candidate) => candidate.known === known))
  const first = rows.findIndex((cells) => filledIn(cells) >= Math.max(1, Math.ceil(usual / 2)))
  const named = candidates.find(({ at, known: count }) => count > 0 && at[0] === first)
  if (named) return named
  return first === -1 || isData(rows[first] ?? [], rows.slice(first + 1))
    ? noHeader(rows, Math.max(0, first))
    : headerAt(rows, [first])
}

/** The header at a row the owner chose, by index; without one, the table begins at its first wide row. */
export function headerAt(rows: readonly Cells[], at: readonly number[]): Header {
  const [top, below] = at
  const named = below === undefined ? (rows[top ?? 0] ?? []) : joinedNames(rows[top ?? 0], rows[below])
  return { at: [...at], bodyFrom: (below ?? top ?? -1) + 1, names: [...named] }
}

export function noHeader(rows: readonly Cells[], from = 0): Header {
  const width = Math.max(0, ...rows.slice(from).map((cells) => cells.length))
  return { at: [], bodyFrom: from, names: Array.from({ length: width }, () => '') }
}

/** How many fields the header of these first rows of a table names. */
export function fieldsNamed(rows: readonly Cells[], fields: readonly FieldName[]): number {
  return rows.length === 0 ? 0 : knownIn(findHeader(rows, fields).names, fields)
}

type Candidate = Header & { known: number }

const firstOf = (candidates: readonly Candidate[]): Candidate =>
  // A header of two rows is only offered where it says more than either row alone.
  candidates.find(({ at }) => at.length === 2) ?? (candidates[0] as Candidate)

function headersIn(
  firsts: readonly Cells[],
  rows: readonly Cells[],
  fields: readonly FieldName[],
): Candidate[] {
  const singles = firsts.map((cells) => (canName(cells) ? knownIn(cells, fields) : 0))
  return firsts.flatMap((cells, index): Candidate[] => {
    const single = { ...headerAt(rows, [index]), known: singles[index] ?? 0 }
    const pair = pairAt(rows, index, fields)
    const offered = single.known > 0 && filledIn(cells) > 0 ? [single] : []
    return pair ? [pair, ...offered] : offered
  })
}

/** Two rows that name the columns together: groups above their parts, or codes above the questions they stand for. */
function pairAt(rows: readonly Cells[], index: number, fields: readonly FieldName[]): Candidate | null {
  const [top, below, next] = [rows[index], rows[index + 1], rows[index + 2]]
  if (!top || !below || !canName(top) || !canName(below) || filledIn(top) < 2) return null
  const header = headerAt(rows, [index, index + 1])
  if (next?.some(isImportMark)) return { ...header, bodyFrom: index + 3, known: Number.POSITIVE_INFINITY }
  const { names } = header
  const hinted = hintedIn(names, fields)
  const tellsMore = hinted > Math.max(hintedIn(top, fields), hintedIn(below, fields))
  const tellsApart = hasRepeats(below) && !hasRepeats(names) && knownIn(below, fields) >= 1
  const fillsGaps = names.some((_, column) => isEmpty(top[column]) && !isEmpty(below[column]))
  const leavesGaps = names.some((_, column) => !isEmpty(top[column]) && isEmpty(below[column]))
  const isOffered = fillsGaps && hinted >= 2 && !isData(below, rows.slice(index + 2))
  if (!isOffered || !(tellsMore || tellsApart || leavesGaps)) return null
  const known = [names, top, below].map((cells) => knownIn(cells, fields))
  return { ...header, known: Math.max(...known) }
}

const isEmpty = (cell: string | undefined) => (cell ?? '').trim() === ''

/** Qualtrics writes a third row of marks for its own import. */
const isImportMark = (cell: string) => /^\{"ImportId":/.test(cell)

function joinedNames(top: Cells = [], below: Cells = []): string[] {
  let group = ''
  return Array.from({ length: Math.max(top.length, below.length) }, (_, column) => {
    const [upper, lower] = [top[column]?.trim() ?? '', below[column]?.trim() ?? '']
    if (upper !== '') group = upper
    if (lower === '') return upper
    return group === '' || group === lower ? lower : `${group} ${lower}`
  })
}

function hasRepeats(cells: Cells): boolean {
  const filled = cells.map((cell) => cell.trim().toLowerCase()).filter(Boolean)
  return new Set(filled).size < filled.length
}

const knownIn = (cells: Cells, fields: readonly FieldName[]) =>
  fields.filter((field) => cells.some((name) => name.length <= longestName && nameScore(field, name) > 1))
    .length

/** Fields that a word in a short name hints at. */
const hintedIn = (cells: Cells, fields: readonly FieldName[]) =>
  fields.filter((field) => cells.some((name) => name.length <= shortName && nameScore(field, name) > 0))
    .length

export const filledIn = (cells: Cells) => cells.reduce((sum, cell) => sum + (cell.trim() === '' ? 0 : 1), 0)

/** How many cells the rows of a table usually fill. */
export function usualWidth(rows: readonly Cells[]): number {
  const widths = rows.map(filledIn).sort((a, b) => a - b)
  return widths[Math.floor(widths.length / 2)] ?? 0
}

/** Whether a row could name columns: short texts, none of them a value. */
const canName = (cells: Cells) =>
  cells.some((cell) => cell.trim() !== '') &&
  cells.every((cell) => cell.trim() === '' || (cell.length <= longestName && !isValue(cell)))

const isValue = (cell: string) => {
  const value = cell.trim()
  return value !== '' && (readNumber(value) !== null || looksLikeDay(value) || isSpreadsheetError(value))
}

/** Whether a row is one of those below it rather than their header. */
function isData(cells: Cells, below: readonly Cells[]): boolean {
  if (below.length === 0) return false
  if (!canName(cells)) return true
  const votes = cells.map((cell, column) => {
    const value = cell.trim()
    const others = below.map((row) => (row[column] ?? '').trim()).filter(Boolean)
    if (value === '' || others.length < Math.min(2, below.length)) return 0
    return votesForData(value, others)
  })
  return votes.includes(1) && !votes.includes(-1)
}

/** 1 where a value is one of `others`, -1 where it can only be their name, 0 where nothing tells. */
function votesForData(value: string, others: readonly string[]): -1 | 0 | 1 {
  if (others.filter(isValue).length > others.length / 2) return -1
  if (
    /\d/.test(value) &&
    others.filter((other) => patternOf(other) === patternOf(value)).length > others.length / 2
  )
    return 1
  if (others.includes(value)) return 1
  const mean = others.reduce((sum, other) => sum + other.length, 0) / others.length
  if (mean < longestText) return 0
  return value.length < mean / 3 ? -1 : /[.!?…]$/.test(value) && value.length > longestText ? 1 : 0
}

/** "T-105" and "T-206" have one pattern. */
const patternOf = (value: string) =>
  value.length > longestText ? '' : value.replace(/\d+/g, '0').replace(/\p{L}+/gu, 'a')
