import { hash } from 'node:crypto'
import type { z } from 'zod'
import type {
  ImportCount,
  ImportedRow,
  ImportSummary,
  RowProblem,
  StartImport,
} from '../../../../shared/contract/imports.ts'
import type { Context } from '../../context.ts'
import { writeAhead } from '../../db/write.ts'
import { type Fingerprints, fingerprintsOf } from '../../import/fingerprints.ts'
import type { ImportReader, SourceFile } from '../../import/reader.ts'
import type { JobControl } from '../../jobs.ts'
import type { Destination, Outputs } from '../outputs/service.ts'
import type { Counts, ImportsRepository } from './repository.ts'

export type ImportPlan = Omit<z.infer<typeof StartImport>, 'fileIds'> & {
  name: string
  contentSha: string
  format: ImportSummary['format']
}

const none = (): Counts => ({
  rowCount: 0,
  keptCount: 0,
  duplicateCount: 0,
  alreadyInCount: 0,
  otherMonthCount: 0,
  completedCount: 0,
})

const usedAlready = (row: number): RowProblem => ({
  row,
  column: null,
  reason: 'A finished review used this output, so it stays as it was. Reopen the review to bring this in.',
  kept: false,
})

/**
 * Brings rows in batch by batch. Until the last one is in, the import is "running" and its outputs are in no
 * pool; one that stops early takes all of them out again.
 */
export function createImportRun(
  { commands, db, clock }: Context,
  repository: ImportsRepository,
  outputs: Outputs,
  reader: ImportReader,
  completeItems: (outputIds: readonly number[]) => void,
) {
  const command = commands('imports')
  const running = new Set<number>()

  /** Takes out what an import brought that has ended and could not say so: a full disk refuses that as well. */
  function discardLeftovers() {
    for (const id of repository.unfinished()) if (!running.has(id)) discard(id, 'failed')
  }

  function begin(plan: Pick<ImportPlan, 'workflowId' | 'name' | 'contentSha' | 'format'>): number {
    const { workflowId, name, contentSha, format } = plan
    return command.unlogged(() =>
      repository.insert({ workflowId, name, contentSha, format, importedAt: clock.now() }),
    )
  }

  /** Takes the rows of one import batch by batch, and counts what they came to. */
  function createKeep(to: Destination, counts: Counts) {
    const sort = outputs.sorter(to)
    return (rows: ImportedRow[], fingerprints: Fingerprints) => {
      const batch = outputs.keep(to, sort, rows, fingerprints)
      counts.keptCount += batch.new
      counts.completedCount += batch.completed
      counts.duplicateCount += batch.duplicates
      counts.alreadyInCount += batch.alreadyIn
      counts.otherMonthCount += batch.otherMonth
      repository.insertProblems(to.importId, batch.kept.map(usedAlready))
    }
  }

  function complete(id: number, counts: Counts) {
    command(() => {
      repository.finish(id, counts)
      completeItems(outputs.complete(id))
      command.log({
        action: 'import',
        entity: 'import',
        entityId: String(id),
        before: null,
        after: repository.find(id),
      })
    })
  }

  function discard(id: number, state: 'cancelled' | 'failed') {
    command.unlogged(() => {
      outputs.removeOf(id)
      repository.removeProblems(id)
      repository.setState(id, state)
    })
  }

  async function run(plan: ImportPlan, files: readonly SourceFile[], control: JobControl): Promise<number> {
    discardLeftovers()
    const id = begin(plan)
    running.add(id)
    const counts = none()
    const { mapping, dateOrder, sheet, headerRow, withHidden, encoding } = plan
    const keep = createKeep({ ...plan, importId: id }, counts)
    try {
      const read = await reader.read(
        files,
        { mapping, dateOrder, sheet, headerRow, withHidden, encoding },
        {
          signal: control.signal,
          onProgress: control.report,
          onProblems: (problems) => writeAhead(db, () => repository.insertProblems(id, problems)),
          onRows: (rows, fingerprints) => writeAhead(db, () => keep(rows, fingerprints)),
        },
      )
      counts.rowCount = read.rowCount
      complete(id, counts)
      return id
    } catch (error) {
      running.delete(id)
      discard(id, control.signal.aborted ? 'cancelled' : 'failed')
      throw error
    } finally {
      running.delete(id)
    }
  }

  /** Rows that are in memory already: pasted, or generated for the sample company. All or nothing. */
  function bring(
    plan: Pick<ImportPlan, 'workflowId' | 'name' | 'format' | 'undatedMonth'>,
    rows: ImportedRow[],
  ): number {
    return command(() => {
      const id = begin({ ...plan, contentSha: hash('sha256', JSON.stringify(rows)) })
      const counts = none()
      createKeep({ ...plan, importId: id, onlyMonth: null }, counts)(rows, fingerprintsOf(rows))
      complete(id, { ...counts, rowCount: rows.length })
      return id
    })
  }

  /** What an import would come to, read to its end; nothing is kept. */
  async function count(
    plan: Omit<ImportPlan, 'name' | 'contentSha' | 'format'>,
    files: readonly SourceFile[],
    signal?: AbortSignal,
  ): Promise<ImportCount> {
    const sort = outputs.sorter({ ...plan, importId: 0 })
    const found = { new: 0, completed: 0, duplicates: 0, alreadyIn: 0, otherMonth: 0, kept: 0 }
    const months = new Map<string, number>()
    const { mapping, dateOrder, sheet, headerRow, withHidden, encoding } = plan
    const read = await reader.read(
      files,
      { mapping, dateOrder, sheet, headerRow, withHidden, encoding },
      {
        ...(signal ? { signal } : {}),
        onProgress: () => {},
        onProblems: () => {},
        onRows(rows, fingerprints) {
          for (const [index, row] of rows.entries()) {
            const sorted = sort(row, index, fingerprints)
            found[sorted.as] += 1
            if ('month' in sorted) months.set(sorted.month, (months.get(sorted.month) ?? 0) + 1)
          }
        },
      },
    )
    const inOrder = [...months]
      .map(([month, rows]) => ({ month, rows }))
      .sort((a, b) => (a.month < b.month ? -1 : 1))
    return { ...found, rows: read.rowCount, leftOut: read.rowCount - read.keptCount, months: inOrder }
  }

  return { run, bring, discardLeftovers, count }
}
