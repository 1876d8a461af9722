import type { ColumnMapping, DateOrder, ImportField } from '../../../../shared/contract/imports.ts'
import type { ColumnFacts } from './column-facts.ts'
import { nameScore } from './column-names.ts'

/** Fields in the order they choose: the final version before the AI text, as "final response" names both. */
const order: readonly ImportField[] = [
  'finalText',
  'aiText',
  'request',
  'occurredOn',
  'externalId',
  'person',
  'editMinutes',
  'satisfaction',
]

const fits: Record<ImportField, (facts: ColumnFacts) => boolean> = {
  finalText: (facts) => facts.words >= 0.5 && !facts.isFlag,
  aiText: (facts) => facts.words >= 0.5 && !facts.isFlag,
  request: (facts) => facts.words >= 0.5 && !facts.isFlag,
  occurredOn: (facts) => facts.days >= 0.6,
  externalId: (facts) => facts.meanLength <= 100,
  person: (facts) => facts.words >= 0.5 && facts.meanLength <= 60,
  editMinutes: (facts) => facts.minutes >= 0.8,
  satisfaction: (facts) => facts.scores >= 0.8,
}

/** Which column holds which field: by name where the content agrees, else the AI text and the date by content. */
export function guessColumns(columns: readonly ColumnFacts[]): ColumnMapping {
  const guess: ColumnMapping = {}
  const free = new Set(columns.filter((column) => column.filled > 0))
  const take = (field: ImportField, column: ColumnFacts | undefined) => {
    if (!column) return
    guess[field] = column.index
    free.delete(column)
  }
  for (const field of order) take(field, bestNamed(field, free))
  if (guess.aiText === undefined)
    take(
      'aiText',
      largest(free, isProse, (column) => column.meanLength),
    )
  if (guess.occurredOn === undefined)
    take(
      'occurredOn',
      largest(free, isDates, (column) => column.filled),
    )
  return guess
}

/** The order of day and month in a column of dates; day first where nothing tells. */
export function guessDateOrder(column: ColumnFacts | undefined): DateOrder {
  return column && column.monthFirst > 0 && column.dayFirst === 0 ? 'month-first' : 'day-first'
}

function bestNamed(field: ImportField, columns: ReadonlySet<ColumnFacts>): ColumnFacts | undefined {
  return largest(columns, fits[field], (column) => nameScore(field, column.name))
}

function isProse(column: ColumnFacts): boolean {
  return column.words >= 0.5 && column.days < 0.5 && !column.isFlag
}

function isDates(column: ColumnFacts): boolean {
  return column.writtenDays >= 0.8
}

/** The first column with the largest score above 0. */
function largest(
  columns: ReadonlySet<ColumnFacts>,
  accepts: (column: ColumnFacts) => boolean,
  score: (column: ColumnFacts) => number,
): ColumnFacts | undefined {
  const scored = [...columns].map((column) => ({ column, score: score(column) }))
  const candidates = scored.filter((entry) => entry.score > 0 && accepts(entry.column))
  return candidates.toSorted((a, b) => b.score - a.score)[0]?.column
}
