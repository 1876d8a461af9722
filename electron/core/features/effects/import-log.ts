import { hash } from 'node:crypto'
import type { Change, LogField, LogMapping } from '../../../../shared/contract/changes.ts'
import type { DateOrder, RowProblem, TableOutcome } from '../../../../shared/contract/imports.ts'
import { isOwnLog, type LogMark, readLogMark } from '../../change-log-file.ts'
import type { Context } from '../../context.ts'
import { cellText } from '../../export/workbook/workbook-cells.ts'
import type { Handlers } from '../../handlers.ts'
import type { FoundTable } from '../../import/columns/found-table.ts'
import { createRowReader } from '../../import/kind.ts'
import { type LogEntry, logRows } from '../../import/kinds/change-log.ts'
import type { ImportReader } from '../../import/reader.ts'
import { quotedValue } from '../../import/refuse.ts'
import type { TableRow } from '../../import/table.ts'
import { createTableImport } from '../../import/table-import.ts'
import type { Changes, RecordedFigures } from '../changes/service.ts'
import { readWorkflows } from './named-workflows.ts'

type LogTable = FoundTable<LogField>
type Needs = { changes: Changes; reader: ImportReader }
/** `number` is the entry's in a log that Evenkeel saved. */
type NewEntry = LogEntry & { recorded: Map<number, RecordedFigures> } & Pick<
    LogMark,
    'number' | 'isStartingPoint'
  >
type Outcome = { entries: NewEntry[]; kept: number; alreadyIn: number; problems: RowProblem[] }

/** How many entries say the same, by what they say and by workflow. */
type Tally = Map<string, Map<number, number>>

/** Stands for the whole company where a row names no workflow. */
const noWorkflow = 0

/** An existing change log from CSV or XLSX: looked into first, then written as entries of its own. */
export function createLogImport(
  { commands, clock, files, jobs }: Context,
  { changes, reader }: Needs,
): Pick<Handlers<'changes'>, 'previewLog' | 'importLog'> {
  const logImport = createTableImport({ command: commands('changes'), files, jobs }, reader, {
    ...logRows,
    keep,
  })

  /** How many entries are here already, by what they say and the workflow they are about. */
  function knownEntries(): Tally {
    const known: Tally = new Map()
    for (const change of changes.all()) {
      for (const id of workflowsOf(change.workflowIds)) count(known, keyOf(change), id)
    }
    return known
  }

  function sortOut(log: LogTable, mapping: LogMapping, dateOrder: DateOrder): Outcome {
    const isOwn = isOwnLog(log.columns.map(({ name }) => name))
    const dates = log.columns[mapping.onDate ?? -1]
    const isMixed = dates?.dates?.evidence === 'contradicted'
    const options = { dateOrder, today: clock.today(), isOwn, isMixed }
    const read = createRowReader(logRows, log, mapping, options)
    const workflows = changes.workflows()
    const known = knownEntries()
    // Rows that say the same are one entry only where they are the same in every column: of the others, as many
    // are new as there are more of them than here.
    const inFile: Tally = new Map()
    const rows = new Set<string>()
    const entries = new Map<string, NewEntry>()
    const outcome = { kept: 0, alreadyIn: 0, problems: [] as RowProblem[] }
    for (const source of log.rows) {
      const { item: entry, problems } = read(source)
      outcome.problems.push(...problems)
      if (!entry) continue
      const { ids, unknown } = readWorkflows(entry.workflows, workflows)
      const isLost = ids.length === 0 && unknown.length > 0
      for (const name of unknown) outcome.problems.push(unknownWorkflow(entry, name, log, mapping, !isLost))
      if (isLost) continue
      const key = keyOf(entry)
      const row = hash('sha256', JSON.stringify(source.cells))
      const isRepeat = rows.has(row)
      rows.add(row)
      let nth = 0
      const fresh = workflowsOf(ids).filter((id) => {
        if (isRepeat) return false
        nth = count(inFile, key, id)
        return nth > (known.get(key)?.get(id) ?? 0)
      })
      if (fresh.length === 0) {
        outcome.alreadyIn++
        continue
      }
      const { number, isStartingPoint } = isOwn ? markIn(log, source) : noMark
      const own = { ...entry, number, isStartingPoint, recorded: new Map() }
      const together = entries.get(`${key} ${nth}`) ?? own
      for (const id of fresh) together.recorded.set(id, { before: entry.before, after: entry.after })
      entries.set(`${key} ${nth}`, together)
      outcome.kept++
    }
    const inOrder = [...entries.values()]
    return { ...outcome, entries: isOwn ? inOrder : oldestFirst(inOrder) }
  }

  function keepEntry(
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
    return changes.record(
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
      const { number } = keepEntry(entry, reverts)
      if (entry.number !== null) numbers.set(entry.number, number)
    }
  }

  function keep(log: LogTable, mapping: LogMapping, { dateOrder }: { dateOrder: DateOrder }): TableOutcome {
    const { entries, ...outcome } = sortOut(log, mapping, dateOrder)
    keepAll(entries, goneBackIn(log))
    return { missing: [], warning: null, ...outcome }
  }

  return {
    previewLog: (source, { signal }) => logImport.preview(source, signal),
    importLog: (request) => logImport.bringIn(request, request.mapping),
  }
}

const noMark = { number: null, isStartingPoint: false }

/** The number of an entry by the number of the one that went back on it; empty for a log of others. */
function goneBackIn(log: LogTable): Map<number, number> {
  const pairs = log.rows.flatMap((row) => {
    const { number, revertedBy } = markIn(log, row)
    return revertedBy === null || number === null ? [] : [[revertedBy, number] as const]
  })
  return new Map(pairs)
}

function markIn({ columns }: LogTable, { cells }: TableRow): LogMark {
  const names = columns.map(({ name }) => name)
  return readLogMark((column) => cells[names.indexOf(column)] ?? '', names)
}

function unknownWorkflow(
  { row }: LogEntry,
  name: string,
  { columns }: LogTable,
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

/** Adds one and returns how many that makes. */
function count(tally: Tally, key: string, id: number): number {
  const ofKey = tally.get(key) ?? new Map<number, number>()
  const more = (ofKey.get(id) ?? 0) + 1
  ofKey.set(id, more)
  tally.set(key, ofKey)
  return more
}

const workflowsOf = (ids: readonly number[]) => (ids.length === 0 ? [noWorkflow] : ids)
