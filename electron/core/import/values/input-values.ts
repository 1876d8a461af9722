import type { RowProblem } from '../../../../shared/contract/imports.ts'
import type { InputMapping, StandardInputFields } from '../../../../shared/contract/standard-inputs.ts'
import type { FieldNames } from '../columns/named-columns.ts'
import { counted, quotedValue } from '../refuse.ts'
import type { TableRow } from '../table.ts'
import { isSpreadsheetError } from './values.ts'

export type InputColumn = keyof InputMapping
/** The fields of one row as text; `name` is empty where the file gives none. */
export type ReadInput = Omit<StandardInputFields, 'checks'> & { row: number }

const list = (names: string) => names.split('|')

/** Names people give to the columns of test inputs, strongest first, in English and German; ä is written ae. */
export const inputColumnNames: FieldNames<InputColumn> = {
  text: list(
    'input|inputs|prompt|text|question|request|user message|user input|message|query|instruction|task|content|eingabe|frage|anfrage|nachricht|aufgabe|anweisung',
  ),
  reference: list(
    'reference|reference answer|expected|expected answer|expected output|expected response|answer|ideal|ideal answer|ideal response|gold|target|response|output|final version|referenz|erwartet|erwartete antwort|antwort|musterantwort|ideal antwort',
  ),
  tags: list('tags|tag|type|category|kind|topic|intent|label|labels|art|typ|kategorie|thema|schlagworte'),
  name: list('name|title|slug|short name|subject|titel|bezeichnung|kurzname|betreff'),
  mustNotFail: list(
    'must not fail|must pass|critical|is critical|must not go wrong|must|kritisch|darf nicht scheitern|muss bestehen',
  ),
}

const longest = { text: 200_000, name: 120, tag: 40 } as const
const tagsAtMost = 12
const yes = new Set(list('true|yes|y|x|1|ja|j|wahr|critical|kritisch|✓|✔'))
const no = new Set(list('|false|no|n|0|nein|falsch|-'))

/** Reads one row. Without its text nothing is kept; an unreadable other value is left out and listed. */
export function readInput(
  { row, cells, rejected, warning }: TableRow,
  mapping: InputMapping,
  columns: readonly { name: string }[],
): { input: ReadInput | null; problems: RowProblem[] } {
  const problems: RowProblem[] = []
  const cell = (field: InputColumn) => {
    const value = cells[mapping[field] ?? -1]?.trim() ?? ''
    return isSpreadsheetError(value) ? '' : value
  }
  const report = (field: InputColumn | null, reason: string, kept: boolean) => {
    const column = field === null ? null : (columns[mapping[field] ?? -1]?.name ?? null)
    problems.push({ row, column, reason, kept })
  }
  const refused = rejected === undefined ? textProblem(cell('text')) : null
  if (rejected !== undefined || refused !== null) {
    report(refused === null ? null : 'text', rejected ?? refused ?? '', false)
    return { input: null, problems }
  }
  if (warning !== undefined) report(null, warning, true)
  const input: ReadInput = {
    row,
    text: cell('text'),
    name: shortened(cell('name')),
    reference: readReference(cell('reference'), (reason) => report('reference', reason, true)),
    tags: readTags(cell('tags'), (reason) => report('tags', reason, true)),
    mustNotFail: readFlag(cell('mustNotFail'), (reason) => report('mustNotFail', reason, true)),
  }
  return { input, problems }
}

type Report = (reason: string) => void

function textProblem(text: string): string | null {
  if (text === '') return 'The input is empty, so the row was left out.'
  if (text.length <= longest.text) return null
  return `The input has ${counted(text.length)} characters; the most is ${counted(longest.text)}.`
}

function readReference(text: string, report: Report): string {
  if (text.length <= longest.text) return text
  report(
    `The reference has ${counted(text.length)} characters; the most is ${counted(longest.text)}. The input was kept without it.`,
  )
  return ''
}

function readTags(cell: string, report: Report): string[] {
  const all = [...new Set(partsOf(cell).map((tag) => tag.replace(/\s+/g, ' ').trim()))].filter(Boolean)
  const fitting = all.filter((tag) => tag.length <= longest.tag)
  const tooLong = all.find((tag) => tag.length > longest.tag)
  if (tooLong !== undefined) {
    report(`${quotedValue(tooLong)} is longer than a tag's ${longest.tag} characters and was left out.`)
  }
  if (fitting.length > tagsAtMost) report(`Only the first ${tagsAtMost} tags were kept.`)
  return fitting.slice(0, tagsAtMost)
}

/** A list of JSON as well as "one, two; three". */
function partsOf(cell: string): string[] {
  if (cell.startsWith('[')) {
    try {
      const value: unknown = JSON.parse(cell)
      if (Array.isArray(value)) return value.map(String)
    } catch {
      // A tag may begin with a bracket.
    }
  }
  return cell.split(/[,;|\n]/)
}

function readFlag(cell: string, report: Report): boolean {
  const word = cell.toLowerCase()
  if (yes.has(word)) return true
  if (!no.has(word)) {
    report(`${quotedValue(cell)} is neither yes nor no, so the input was kept as one that may fail.`)
  }
  return false
}

function shortened(name: string): string {
  const line = name.replace(/\s+/g, ' ')
  return line.length > longest.name ? `${line.slice(0, longest.name - 1).toWellFormed()}…` : line
}
