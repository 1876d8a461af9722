import { hash } from 'node:crypto'
import type { Change, LogField, LogMapping } from '../../../../shared/contract/changes.ts'
import type { DateOrder, RowProblem } from '../../../../shared/contract/imports.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Context } from '../../context.ts'
import { write } from '../../db/write.ts'
import { isOwnLog } from '../../export/change-log.ts'
import { cellText } from '../../export/workbook-cells.ts'
import type { Handlers } from '../../handlers.ts'
import { guessDateOrder } from '../../import/columns/guess-columns.ts'
import { type LogColumns, logColumns } from '../../import/columns/log-columns.ts'
import type { ImportReader } from '../../import/reader.ts'
import { quotedValue } from '../../import/refuse.ts'
import type { TableRow } from '../../import/table.ts'
import { type LogCells, type LogEntry, readLogEntry } from '../../import/values/log-values.ts'
import { orderOf } from '../../import/values/values.ts'
import type { WholeTable } from '../../import/whole-table.ts'
import { readWorkflows } from './named-workflows.ts'
import type { ChangesRepository, RecordedFigures } from './repository.ts'
import type { RecordChange } from './service.ts'

type Needs = { repository: ChangesRepository; reader: ImportReader; record: RecordChange }
/** `number` is the entry's in a log that Evenkeel saved. */
type NewEntry = LogEntry & { recorded: Map<number, RecordedFigures>; number: number | null }
type Outcome = { entries: NewEntry[]; kept: number; alreadyIn: number; problems: RowProblem[] }

/** Stands for the whole company where a row names no workflow. */
const noWorkflow = 0
const needed: readonly (readonly [LogField, string])[] = [
  ['onDate', 'Choose the column that holds the date.'],
  ['what', 'Choose the column that says what changed.'],
]

/** An existing change log from CSV or XLSX: looked into first, then written as entries of its own. */
export function createLogImport(
  { db, clock, events, files }: Context,
  { repository, reader, record }: Needs,
): Pick<Handlers<'changes'>, 'previewLog' | 'importLog'> {
  // What was seen of the last file is kept for its import.
  let lastSeen: { key: string; table: WholeTable } | null = null

  async function open(fileId: string, sheet: string | undefined, signal: AbortSignal | undefined) {
    const { path, name } = files.get(fileId)
    const key = JSON.stringify([path, sheet])
    if (lastSeen?.key !== key) {
      const choice = sheet === undefined ? {} : { sheet }
      lastSeen = { key, table: await reader.table({ path, name }, choice, signal) }
    }
    const { table } = lastSeen
    const log = logColumns(table)
    if (log.rows.length === 0) {
      throw new AppError(
        'INVALID_INPUT',
        `"${name}" holds no rows below its header, so there is no log in it.`,
      )
    }
    return { sheets: table.sheets, ...log }
  }

  /** The workflows of every entry that is here already, by what the entry says. */
  function knownEntries(): Map<string, Set<number>> {
    const known = new Map<string, Set<number>>()
    for (const change of repository.all()) {
      addTo(known, keyOf(change), change.workflowIds.length === 0 ? [noWorkflow] : change.workflowIds)
    }
    return known
  }

  function sortOut(log: LogColumns, mapping: LogMapping, dateOrder: DateOrder): Outcome {
    const isOwn = isOwnLog(log.columns.map(({ name }) => name))
    const read = rowReader(log, mapping, { dateOrder, today: clock.today(), isOwn })
    const workflows = repository.workflows()
    const known = knownEntries()
    const entries = new Map<string, NewEntry>()
    const outcome = { kept: 0, alreadyIn: 0, problems: [] as RowProblem[] }
    for (const source of log.rows) {
      const { entry, problems } = read(source)
      outcome.problems.push(...problems)
      if (!entry) continue
      const { ids, unknown } = readWorkflows(entry.workflows, workflows)
      const isLost = ids.length === 0 && unknown.length > 0
      for (const name of unknown) outcome.problems.push(unknownWorkflow(entry, name, log, mapping, !isLost))
      if (isLost) continue
      const key = keyOf(entry)
      const fresh = (ids.length === 0 ? [noWorkflow] : ids).filter((id) => !known.get(key)?.has(id))
      if (fresh.length === 0) {
        outcome.alreadyIn++
        continue
      }
      addTo(known, key, fresh)
      const number = isOwn ? numberIn(log, source, 'Number') : null
      const together = entries.get(key) ?? { ...entry, number, recorded: new Map() }
      for (const id of fresh) together.recorded.set(id, { before: entry.before, after: entry.after })
      entries.set(key, together)
      outcome.kept++
    }
    const inOrder = [...entries.values()]
    return { ...outcome, entries: isOwn ? inOrder : oldestFirst(inOrder) }
  }

  function keep(
    {
      recorded,
      number: _number,
      row: _row,
      workflows: _cell,
      before: _before,
      after: _after,
      ...entry
    }: NewEntry,
    reverts: number | null,
  ): Change {
    recorded.delete(noWorkflow)
    return record(
      { ...entry, workflowIds: [...recorded.keys()], reverts, documentId: null, isAutomatic: false },
      recorded,
    )
  }

  /** An entry that went back on another of the same file is linked to it again. */
  function keepAll(entries: readonly NewEntry[], goneBackOn: ReadonlyMap<number, number>) {
    const numbers = new Map<number, number>()
    for (const entry of entries) {
      const earlier = entry.number === null ? undefined : goneBackOn.get(entry.number)
      const reverts = earlier === undefined ? null : (numbers.get(earlier) ?? null)
      const { number } = keep(entry, reverts)
      if (entry.number !== null) numbers.set(entry.number, number)
    }
  }

  return {
    async previewLog({ fileId, sheet }, { signal }) {
      const { sheets, columns, rows, guess } = await open(fileId, sheet, signal)
      return {
        sheets,
        columns: columns.map(({ index, name, samples, filled }) => ({ index, name, samples, filled })),
        rowCount: rows.length,
        guess,
        dateOrder: guessDateOrder(guess.onDate === undefined ? undefined : columns[guess.onDate]),
      }
    },
    async importLog({ fileId, sheet, mapping, dateOrder }, { signal }) {
      for (const [field, message] of needed) {
        if (mapping[field] === undefined) {
          throw new AppError('INVALID_INPUT', message, [{ field: `mapping.${field}`, message }])
        }
      }
      const log = await open(fileId, sheet, signal)
      const { entries, ...outcome } = write(db, () => {
        const sorted = sortOut(log, mapping, dateOrder)
        keepAll(sorted.entries, goneBackIn(log))
        return sorted
      })
      lastSeen = null
      if (entries.length > 0) events.changed('changes', 'results')
      return outcome
    },
  }
}

/** The number of an entry by the number of the one that went back on it; empty for a log of others. */
function goneBackIn(log: LogColumns): Map<number, number> {
  const pairs = log.rows.flatMap((row) => {
    const [by, number] = [numberIn(log, row, 'Rolled back by'), numberIn(log, row, 'Number')]
    return by === null || number === null ? [] : [[by, number] as const]
  })
  return new Map(pairs)
}

function numberIn({ columns }: LogColumns, { cells }: TableRow, header: string): number | null {
  const index = columns.find(({ name }) => name === header)?.index ?? -1
  const number = Number(cells[index] || Number.NaN)
  return Number.isInteger(number) ? number : null
}

/** Reads rows by the mapping; where a file holds dates in both orders, one that fits both is listed as a guess. */
function rowReader(
  { columns, rows }: LogColumns,
  mapping: LogMapping,
  options: { dateOrder: DateOrder; today: string; isOwn: boolean },
) {
  const fields = Object.entries(mapping) as [LogField, number][]
  const pick = (values: readonly string[]) =>
    Object.fromEntries(fields.map(([field, index]) => [field, values[index] ?? ''])) as LogCells
  const names = pick(columns.map(({ name }) => name))
  const dateCells = rows.map(({ cells }) => cells[mapping.onDate ?? -1] ?? '')
  const isMixed = new Set(dateCells.map(orderOf).filter((order) => order !== null)).size > 1

  return ({ row, cells, rejected, warning }: TableRow): ReturnType<typeof readLogEntry> => {
    if (rejected !== undefined) {
      return { entry: null, problems: [{ row, column: null, reason: rejected, kept: false }] }
    }
    const values = pick(cells)
    const { entry, problems } = readLogEntry(row, values, { ...options, columns: names })
    if (entry && warning !== undefined) problems.push({ row, column: null, reason: warning, kept: true })
    if (entry && isMixed && isAmbiguous(values.onDate ?? '')) {
      const reason = `${quotedValue(values.onDate ?? '')} fits both orders of day and month, and this file holds both. It was read as ${entry.onDate}: check it.`
      problems.push({ row, column: names.onDate ?? null, reason, kept: true })
    }
    return { entry, problems }
  }
}

const isAmbiguous = (cell: string) => {
  const [first = '', second = ''] = cell.trim().split(/[-/.]\s?/)
  return /^\d{1,2}[-/.]\s?\d{1,2}[-/.]/.test(cell.trim()) && orderOf(cell) === null && first !== second
}

function unknownWorkflow(
  { row }: LogEntry,
  name: string,
  { columns }: LogColumns,
  { workflow }: LogMapping,
  kept: boolean,
): RowProblem {
  const reason = `There is no workflow ${quotedValue(name)} here. Add it, then import the file again: only what is missing is brought in.`
  return { row, column: workflow === undefined ? null : (columns[workflow]?.name ?? null), reason, kept }
}

/** What an entry says, whichever workflow it is about. Texts are compared as a workbook can hold them. */
function keyOf(entry: Pick<Change, 'onDate' | 'kind'> & Record<(typeof saidIn)[number], string>): string {
  const texts = saidIn.map((field) => cellText(entry[field]).replaceAll(controls, '').trim())
  return hash('sha256', JSON.stringify([entry.onDate, entry.kind, ...texts]))
}

const saidIn = ['what', 'from', 'to', 'why', 'decidedBy', 'approvedBy'] as const
// biome-ignore lint/suspicious/noControlCharactersInRegex: a workbook holds none of them.
const controls = /[\0-\x08\x0B-\x1F]/g

/** A log that begins with its newest entry is turned round, so that numbers follow the days. */
const oldestFirst = (entries: NewEntry[]) =>
  (entries[0]?.onDate ?? '') > (entries.at(-1)?.onDate ?? '') ? entries.toReversed() : entries

function addTo(known: Map<string, Set<number>>, key: string, ids: readonly number[]): void {
  const set = known.get(key) ?? new Set()
  for (const id of ids) set.add(id)
  known.set(key, set)
}
