import type { ColumnFacts } from '../columns/column-facts.ts'
import type { FoundTable } from '../columns/found-table.ts'
import { plainName } from '../columns/plain-name.ts'
import { type Cells, type FieldRules, type ImportKind, list, type RowReading } from '../kind.ts'
import { quotedValue } from '../refuse.ts'
import type { TableRow } from '../table.ts'
import { minutesIn, readDuration, unitIn } from '../values/durations.ts'

export type OutputColumn = 'input' | 'output' | 'model' | 'milliseconds'
export type OutputTable = FoundTable<OutputColumn>
export type OutputGuess = Record<OutputColumn, number | null>
/** `input` is the cell that says which input the output is for. */
export type TestOutput = { input: string; text: string; milliseconds: number | null }

const numbers = list('number|no|nr|position|input number|input no|nummer')

/** Names in English and German. */
const fields: FieldRules<OutputColumn> = {
  input: {
    names: [
      ...list('input|prompt|question|request|input text|prompt text|input name|slug|id|input id|prompt id'),
      ...list('eingabe|frage|anfrage|name'),
      ...numbers,
    ],
    needed: 'Choose the column that says which input a row is for.',
  },
  output: {
    names: list(
      'output|outputs|answer|response|result|completion|ai output|ai text|model output|model response|reply|generation|generated text|ausgabe|antwort|ergebnis',
    ),
    needed: 'Choose the column that holds the outputs.',
  },
  model: { names: list('model name|model|llm|ai model|engine|name|model id|api id|modell|ki modell') },
  milliseconds: {
    names: list(
      'milliseconds|ms|duration s|latency s|seconds|latency seconds|duration seconds|response time s|duration ms|latency ms|time ms|response time ms|duration|latency|millisekunden|dauer ms|dauer',
    ),
  },
}

/** What a model made of the standard inputs of a test. */
export const testOutputRows: ImportKind<OutputColumn, TestOutput> = {
  none: 'so no outputs',
  withJson: true,
  fields,
  readRow,
}

/** Which input a row is for, and what is wrong with the output, only the test itself can tell. */
function readRow(
  row: number,
  { input = '', output = '', milliseconds = '' }: Cells<OutputColumn>,
  { columns }: { columns: Cells<OutputColumn> },
): RowReading<TestOutput> {
  const cell = milliseconds.trim()
  const minutes =
    cell === '' ? null : readDuration(cell, unitIn(columns.milliseconds ?? '') ?? 'milliseconds')
  const value = minutes === null ? null : Number((minutes / minutesIn('milliseconds')).toPrecision(12))
  const isRead = cell === '' || (value !== null && value >= 0)
  const reason = `${quotedValue(cell)} is not a number of milliseconds, so the output was kept without it.`
  return {
    item: { input: input.trim(), text: output, milliseconds: isRead ? value : null },
    problems: isRead ? [] : [{ row, column: columns.milliseconds ?? null, reason, kept: true }],
  }
}

const examined = 1_000
const leastMilliseconds = 300
/** A column with more different values than this names something else than models. */
const modelsAtMost = 200

/** Whether a column may give inputs by their number. An id that happens to be a number never does. */
export const holdsNumbers = (columnName: string): boolean => numbers.includes(plainName(columnName))

/**
 * Which column holds what. The input is where `inputOf` knows the most different inputs; by names alone an id of
 * another system could be taken for it.
 */
export function guessOutputColumns(
  { columns, rows }: OutputTable,
  inputOf: (cell: string, columnName: string) => number | null,
): OutputGuess {
  const taken = new Set<ColumnFacts>()
  const take = (column: ColumnFacts | undefined) => {
    if (column) taken.add(column)
    return column?.index ?? null
  }
  const named = (field: OutputColumn) =>
    columns
      .filter((column) => !taken.has(column) && rankOf(field, column) !== -1)
      .sort((a, b) => rankOf(field, a) - rankOf(field, b))

  const output = take(named('output')[0])
  const milliseconds = take(named('milliseconds').find(hasUnit))
  const few = rows.slice(0, examined)
  const inputsIn = ({ index, name }: ColumnFacts) =>
    new Set(few.flatMap(({ cells }) => inputOf(cells[index] ?? '', name) ?? [])).size
  const known = [...named('input'), ...columns.filter((column) => rankOf('input', column) === -1)]
    .filter((column) => !taken.has(column))
    .map((column) => ({ column, count: inputsIn(column) }))
  const most = Math.max(0, ...known.map(({ count }) => count))
  const best = most === 0 ? undefined : known.find(({ count }) => count === most)?.column
  const input = take(best ?? named('input')[0])
  for (const { column, count } of known) if (count > 0) taken.add(column)
  const models = named('model').filter(({ index }) => {
    const { length } = modelsIn(rows, index)
    return length > 1 && length <= modelsAtMost
  })
  const model = take(models.find(({ words }) => words >= 0.5) ?? models[0])
  return { input, output, model, milliseconds }
}

/** Seconds under a bare "latency" cannot be told from milliseconds, so only figures too large for seconds are taken. */
const hasUnit = ({ name, words, meanNumber }: ColumnFacts) =>
  words < 0.5 && (unitIn(name) !== null || meanNumber >= leastMilliseconds)

const rankOf = (field: OutputColumn, { name }: ColumnFacts) => fields[field].names.indexOf(plainName(name))

/** The values of a column with how many rows have each, most rows first. */
export function modelsIn(rows: readonly TableRow[], column: number): { name: string; rows: number }[] {
  const counts = new Map<string, number>()
  for (const { cells } of rows) {
    const name = cells[column]?.trim() ?? ''
    if (name !== '') counts.set(name, (counts.get(name) ?? 0) + 1)
  }
  return [...counts]
    .map(([name, count]) => ({ name, rows: count }))
    .sort((a, b) => b.rows - a.rows || a.name.localeCompare(b.name, 'en'))
}
