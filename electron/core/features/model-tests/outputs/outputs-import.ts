import type { RowProblem } from '../../../../../shared/contract/imports.ts'
import { isSameWording } from '../../../../../shared/domain/text/same-wording.ts'
import { textKey } from '../../../../../shared/domain/text/text-key.ts'
import { cellText } from '../../../export/workbook/workbook-cells.ts'
import { createRowReader, type Mapping } from '../../../import/kind.ts'
import {
  guessOutputColumns,
  holdsNumbers,
  modelsIn,
  type OutputColumn,
  type OutputGuess,
  type OutputTable,
  testOutputRows,
} from '../../../import/kinds/test-outputs.ts'
import { counted, quotedValue, refuse } from '../../../import/refuse.ts'
import type { TableRow } from '../../../import/table.ts'
import { previewOf } from '../../../import/table-import.ts'
import { isSpreadsheetError } from '../../../import/values/cell-errors.ts'
import { readNumber } from '../../../import/values/numbers.ts'

/** An input of a test, as far as outputs are matched with it. */
export type MatchedInput = { id: number; position: number; name: string; text: string }

/** Which columns hold what, by index; `model` keeps only the rows of one model. */
export type OutputChoice = {
  input: number
  output: number
  milliseconds: number | null
  model: { column: number; is: string } | null
}

export type ReadOutput = { inputId: number; row: number; text: string; milliseconds: number | null }

export type MatchedOutputs = {
  outputs: ReadOutput[]
  /** Further outputs of the same inputs, left out. */
  repeats: number
  /** Names of the inputs that got none. */
  missing: string[]
  problems: RowProblem[]
  /** What makes the whole file doubtful, in words. */
  warning: string | null
}

const longestOutput = 2_000_000

/** What a file seems to hold: its columns, which of them hold what, and the models it names where several. */
export function previewOutputs(table: OutputTable, inputs: readonly MatchedInput[]) {
  const guess: OutputGuess = guessOutputColumns(table, createFinder(inputs))
  return {
    ...previewOf(table, testOutputRows.fields),
    models: guess.model === null ? [] : modelsIn(table.rows, guess.model),
    guess,
  }
}

/**
 * Gives each input its output from the file, by the input's text, its name, or its number in a column of numbers.
 * `otherSide` holds the outputs the other side has, by input id.
 */
export function matchOutputs(
  table: OutputTable,
  inputs: readonly MatchedInput[],
  choice: OutputChoice,
  otherSide: ReadonlyMap<number, string> = new Map(),
): MatchedOutputs {
  assertThere(table, choice)
  const inputIn = createRowFinder(table, inputs, choice.input)
  const read = createRowReader(testOutputRows, table, toMapping(choice), {})
  const outputs = new Map<number, ReadOutput>()
  const problems: RowProblem[] = []
  let repeats = 0
  for (const source of rowsOf(table, choice)) {
    const { item, problems: unread } = read(source)
    const leaveOut = (reason: string, column: number) => {
      problems.push({ row: source.row, column: table.columns[column]?.name ?? null, reason, kept: false })
    }
    if (item === null) {
      problems.push(...unread)
      continue
    }
    const found = inputIn(source)
    if ('reason' in found) {
      leaveOut(found.reason, choice.input)
      continue
    }
    const { text, milliseconds } = item
    const problem = outputProblem(text, found.input)
    if (problem !== null) {
      leaveOut(problem, choice.output)
      continue
    }
    const first = outputs.get(found.input.id)
    if (first) {
      repeats++
      const which = `A second output for ${quotedValue(found.input.name)}`
      leaveOut(`${which}. The one in row ${first.row} counts.`, choice.input)
      continue
    }
    problems.push(...unread)
    outputs.set(found.input.id, { inputId: found.input.id, row: source.row, text, milliseconds })
  }
  const inOrder = inputs.toSorted((a, b) => a.position - b.position)
  return {
    outputs: inOrder.flatMap(({ id }) => outputs.get(id) ?? []),
    repeats,
    missing: inOrder.filter(({ id }) => !outputs.has(id)).map(({ name }) => name),
    problems,
    warning: warningOf(outputs, inputs.length, otherSide),
  }
}

/** What the side of a test has for an input. */
type Existing = Pick<ReadOutput, 'text' | 'milliseconds'>

export type SortedOutputs = {
  /** Of inputs that have none. */
  fresh: ReadOutput[]
  /** With the words that are here, and a time that is not. */
  timed: ReadOutput[]
  /** With the words that are here. */
  same: ReadOutput[]
  /** With other words than those that are here. */
  other: ReadOutput[]
}

/** The outputs of a file by what `here` holds for their inputs, by input id. */
export function sortOutputs(
  outputs: readonly ReadOutput[],
  here: ReadonlyMap<number, Existing>,
): SortedOutputs {
  const sorted: SortedOutputs = { fresh: [], timed: [], same: [], other: [] }
  for (const output of outputs) sorted[standOf(output, here.get(output.inputId))].push(output)
  return sorted
}

function standOf({ text, milliseconds }: ReadOutput, here: Existing | undefined): keyof SortedOutputs {
  if (!here) return 'fresh'
  if (!isSameWording(here.text, text)) return 'other'
  return here.milliseconds === null && milliseconds !== null ? 'timed' : 'same'
}

/** The columns as the import takes them. */
export const toMapping = ({ input, output, milliseconds }: OutputChoice): Mapping<OutputColumn> => ({
  input,
  output,
  ...(milliseconds === null ? {} : { milliseconds }),
})

function assertThere({ columns, rows }: OutputTable, { input, output, milliseconds, model }: OutputChoice) {
  for (const index of [input, output, milliseconds, model?.column ?? null]) {
    if (index !== null && !columns[index]) refuse('The file has no such column. Choose the columns again.')
  }
  if (input === output) refuse('Choose one column for the input and another one for the output.')
  if (model && !modelsIn(rows, model.column).some(({ name }) => name === model.is.trim())) {
    refuse(`No row of the file is of ${quotedValue(model.is)}. Choose another model.`)
  }
}

const rowsOf = ({ rows }: OutputTable, { model }: OutputChoice): readonly TableRow[] =>
  model === null ? rows : rows.filter(({ cells }) => cells[model.column]?.trim() === model.is.trim())

/**
 * Finds an input by what a cell says. Where two inputs share a name it says nothing; a number counts only in a
 * column of numbers.
 */
function createFinder(inputs: readonly MatchedInput[]) {
  const byText = only(inputs, ({ text }) => [keyOf(text), keyOf(inSheet(text))])
  const byName = only(inputs, ({ name }) => [nameKey(name)])
  const byNumber = only(inputs, ({ position }) => [String(position)])
  return (cell: string, columnName: string): number | null =>
    byText.get(keyOf(cell)) ??
    byName.get(nameKey(cell)) ??
    (holdsNumbers(columnName) ? byNumber.get(String(readNumber(cell))) : null) ??
    null
}

type Found = { input: MatchedInput } | { reason: string }

function createRowFinder({ columns }: OutputTable, inputs: readonly MatchedInput[], column: number) {
  const byId = new Map(inputs.map((input) => [input.id, input]))
  const find = createFinder(inputs)
  const columnName = columns[column]?.name ?? ''
  const nameColumn = holdsNumbers(columnName)
    ? columns.find(({ name }) => nameKey(name) === 'name')
    : undefined
  return ({ cells }: TableRow): Found => {
    const cell = cells[column]?.trim() ?? ''
    if (cell === '') return { reason: 'It does not say which input it is for, so the row was left out.' }
    const input = byId.get(find(cell, columnName) ?? 0)
    if (!input) return { reason: `${quotedValue(cell)} is none of the standard inputs.` }
    // A sheet of another test counts its own inputs.
    const name = nameColumn ? (cells[nameColumn.index]?.trim() ?? '') : ''
    if (name === '' || nameKey(name) === nameKey(inSheet(input.name))) return { input }
    return { reason: `Input ${input.position} is ${quotedValue(input.name)} here, not ${quotedValue(name)}.` }
  }
}

/** A map that leaves out keys of more than one input. */
function only(
  inputs: readonly MatchedInput[],
  keysOf: (input: MatchedInput) => string[],
): Map<string, number> {
  const map = new Map<string, number>()
  const shared = new Set<string>()
  for (const input of inputs) {
    for (const key of new Set(keysOf(input))) {
      if (map.has(key)) shared.add(key)
      map.set(key, input.id)
    }
  }
  for (const key of shared) map.delete(key)
  return map
}

const keyOf = (text: string) => textKey(text, null)
const nameKey = (name: string) => name.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase()

// biome-ignore lint/suspicious/noControlCharactersInRegex: a workbook holds none of them.
const controls = /[\0-\x08\x0B-\x1F]/g

/** A text as it comes back from a workbook: without control characters, and cut where a cell ends. */
const inSheet = (text: string) => cellText(text).replaceAll('_x005F_', '_').replaceAll(controls, '')

function outputProblem(text: string, input: MatchedInput): string | null {
  if (text.trim() === '') return `The output for ${quotedValue(input.name)} is empty.`
  if (isSpreadsheetError(text)) return `${quotedValue(text)} is an error of the spreadsheet, not an output.`
  if (text.length <= longestOutput) return null
  return `The output has ${counted(text.length)} characters; the most is ${counted(longestOutput)}.`
}

/** Half of the inputs with exactly the same text on both sides is more than chance. */
function warningOf(
  outputs: ReadonlyMap<number, ReadOutput>,
  inputs: number,
  otherSide: ReadonlyMap<number, string>,
): string | null {
  const same = [...outputs.values()].filter(
    ({ inputId, text }) => otherSide.get(inputId)?.trim() === text.trim(),
  )
  if (same.length === 0 || same.length * 2 < inputs) return null
  return 'These look like the outputs of the other side. Check the model and the side you chose.'
}
