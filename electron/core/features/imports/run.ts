import { hash } from 'node:crypto'
import type { z } from 'zod'
import type { ImportedRow, ImportSummary, StartImport } from '../../../../shared/contract/imports.ts'
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
) {
  const command = commands('imports')
  function begin(plan: Pick<ImportPlan, 'workflowId' | 'name' | 'contentSha' | 'format'>): number {
    const { workflowId, name, contentSha, format } = plan
    return command.unlogged(() =>
      repository.insert({ workflowId, name, contentSha, format, importedAt: clock.now() }),
    )
  }

  function keep(to: Destination, rows: ImportedRow[], fingerprints: Fingerprints, counts: Counts) {
    const batch = outputs.keep(to, rows, fingerprints)
    counts.keptCount += batch.kept
    counts.duplicateCount += batch.duplicates
    counts.alreadyInCount += batch.alreadyIn
    counts.otherMonthCount += batch.otherMonth
  }

  function complete(id: number, counts: Counts) {
    command(() => {
      repository.finish(id, counts)
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
    const id = begin(plan)
    const counts = none()
    const { mapping, dateOrder, sheet, headerRow, withHidden, encoding } = plan
    try {
      const read = await reader.read(
        files,
        { mapping, dateOrder, sheet, headerRow, withHidden, encoding },
        {
          signal: control.signal,
          onProgress: control.report,
          onProblems: (problems) => writeAhead(db, () => repository.insertProblems(id, problems)),
          onRows: (rows, fingerprints) =>
            writeAhead(db, () => keep({ ...plan, importId: id }, rows, fingerprints, counts)),
        },
      )
      counts.rowCount = read.rowCount
      complete(id, counts)
      return id
    } catch (error) {
      discard(id, control.signal.aborted ? 'cancelled' : 'failed')
      throw error
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
      keep({ ...plan, importId: id, onlyMonth: null }, rows, fingerprintsOf(rows), counts)
      complete(id, { ...counts, rowCount: rows.length })
      return id
    })
  }

  return { run, bring, discard }
}
