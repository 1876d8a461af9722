import type { RowProblem } from '../../../../shared/contract/imports.ts'
import type { InputMapping, StandardInputFields } from '../../../../shared/contract/standard-inputs.ts'
import { type Cells, type FieldRules, type ImportKind, list, type RowReading } from '../kind.ts'
import { counted, quotedValue } from '../refuse.ts'
import { isSpreadsheetError } from '../values/cell-errors.ts'

export type InputColumn = keyof InputMapping
/** The fields of one row as text; `name` is empty where the file gives none. */
export type ReadInput = Omit<StandardInputFields, 'checks'> & { row: number }

/** Names in English and German; ä is written ae. */
const fields: FieldRules<InputColumn> = {
  text: {
    names: list(
      'input|inputs|prompt|text|question|request|user message|user input|message|query|instruction|task|content|eingabe|frage|anfrage|nachricht|aufgabe|anweisung',
    ),
    needed: 'Choose the column that holds the inputs.',
  },
  reference: {
    names: list(
      'reference|reference answer|expected|expected answer|expected output|expected response|answer|ideal|ideal answer|ideal response|gold|target|response|output|final version|referenz|erwartet|erwartete antwort|antwort|musterantwort|ideal antwort',
    ),
  },
  tags: {
    names: list('tags|tag|type|category|kind|topic|intent|label|labels|art|typ|kategorie|thema|schlagworte'),
  },
  name: { names: list('name|title|slug|short name|subject|titel|bezeichnung|kurzname|betreff') },
  mustNotFail: {
    names: list(
      'must not fail|must pass|critical|is critical|must not go wrong|must|kritisch|darf nicht scheitern|muss bestehen',
    ),
  },
}

/** What every model of a workflow is tested on. */
export const inputRows: ImportKind<InputColumn, ReadInput> = {
  none: 'so no inputs',
  withJson: true,
  fields,
  readRow,
}

const longest = { text: 200_000, name: 120, tag: 40 } as const
const tagsAtMost = 12
const yes = new Set(list('true|yes|y|x|1|ja|j|wahr|critical|kritisch|✓|✔'))
const no = new Set(list('|false|no|n|0|nein|falsch|-'))

/** Without its text nothing is kept; an unreadable other value is left out and listed. */
function readRow(
  row: number,
  cells: Cells<InputColumn>,
  { columns }: { columns: Cells<InputColumn> },
): RowReading<ReadInput> {
  const problems: RowProblem[] = []
  const cell = (field: InputColumn) => {
    const value = cells[field]?.trim() ?? ''
    return isSpreadsheetError(value) ? '' : value
  }
  const report = (field: InputColumn, reason: string, kept: boolean) => {
    problems.push({ row, column: columns[field] ?? null, reason, kept })
  }
  const refused = textProblem(cell('text'))
  if (refused !== null) {
    report('text', refused, false)
    return { item: null, problems }
  }
  const item: ReadInput = {
    row,
    text: cell('text'),
    name: shortened(cell('name')),
    reference: readReference(cell('reference'), (reason) => report('reference', reason, true)),
    tags: readTags(cell('tags'), (reason) => report('tags', reason, true)),
    mustNotFail: readFlag(cell('mustNotFail'), (reason) => report('mustNotFail', reason, true)),
  }
  return { item, problems }
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
