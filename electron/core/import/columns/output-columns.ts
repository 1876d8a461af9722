import type { TableRow } from '../table.ts'
import type { WholeTable } from '../whole-table.ts'
import type { ColumnFacts } from './column-facts.ts'
import { plainName } from './column-names.ts'
import { type FieldNames, namedColumns } from './named-columns.ts'

export type OutputColumn = 'input' | 'output' | 'model' | 'milliseconds'
export type OutputTable = { columns: ColumnFacts[]; rows: TableRow[] }
export type OutputGuess = Record<OutputColumn, number | null>

const list = (names: string) => names.split('|')
const numbers = list('number|no|nr|position|input number|input no|nummer')

/** Names people give to the columns of a file of outputs, strongest first, in English and German. */
const names: FieldNames<OutputColumn> = {
  input: [
    ...list('input|prompt|question|request|input text|prompt text|input name|slug|id|input id|prompt id'),
    ...list('eingabe|frage|anfrage|name'),
    ...numbers,
  ],
  output: list(
    'output|outputs|answer|response|result|completion|ai output|ai text|model output|model response|reply|generation|generated text|ausgabe|antwort|ergebnis',
  ),
  model: list('model name|model|llm|ai model|engine|name|model id|api id|modell|ki modell'),
  milliseconds: list(
    'milliseconds|ms|duration ms|latency ms|time ms|response time ms|duration|latency|millisekunden|dauer ms|dauer',
  ),
}

const examined = 1_000
/** A column with more different values than this names something else than models. */
const modelsAtMost = 200

/** The columns and rows of a table below its header, which may stand below a title. */
export function outputTable(table: WholeTable): OutputTable {
  const { columns, rows } = namedColumns(table, names)
  return { columns, rows }
}

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
  const milliseconds = take(named('milliseconds').find(({ words }) => words < 0.5))
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

const rankOf = (field: OutputColumn, { name }: ColumnFacts) => names[field].indexOf(plainName(name))

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
