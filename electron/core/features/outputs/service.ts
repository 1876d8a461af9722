import type { ImportedRow } from '../../../../shared/contract/imports.ts'
import type { Output, Pool } from '../../../../shared/contract/reviews/reviews.ts'
import type { Context } from '../../context.ts'
import type { Fingerprints } from '../../import/fingerprints.ts'
import { createOutputsRepository, type DrawnOutput, type Kept, type PooledOutput } from './repository.ts'

export type { DrawnOutput, PooledOutput }

export type PoolCounts = Omit<Pool, 'workflowId' | 'month' | 'sampleSize' | 'reviewId'>

/** Where a batch goes. Rows without a date belong to `undatedMonth`; `onlyMonth` leaves out dated rows of others. */
export type Destination = {
  workflowId: number
  importId: number
  undatedMonth: string
  onlyMonth: string | null
}

/** The outputs of a workflow: what imports bring in and draws take from. */
export function createOutputs({ db }: Context) {
  const repository = createOutputsRepository(db)

  return {
    /** Keeps what is new of a batch, inside the caller's transaction. */
    keep(to: Destination, rows: readonly ImportedRow[], { record, text, personalData }: Fingerprints): Kept {
      const { workflowId, importId, undatedMonth, onlyMonth } = to
      const count: Kept = { kept: 0, duplicates: 0, alreadyIn: 0, otherMonth: 0 }
      for (const [index, row] of rows.entries()) {
        const month = row.occurredOn?.slice(0, 7) ?? undatedMonth
        if (onlyMonth !== null && row.occurredOn !== null && month !== onlyMonth) {
          count.otherMonth += 1
          continue
        }
        const outcome = repository.insert({
          workflowId,
          importId,
          month,
          occurredOn: row.occurredOn,
          recordSha: Buffer.from(record[index] ?? '', 'binary'),
          textSha: Buffer.from(text[index] ?? '', 'binary'),
          request: row.request,
          aiText: row.aiText,
          finalText: row.finalText,
          externalId: row.externalId,
          person: row.person,
          editMinutes: row.editMinutes,
          satisfaction: row.satisfaction,
          personalData: personalData[index] ?? null,
        })
        count[outcome] += 1
      }
      return count
    },
    removeOf: (importId: number) => repository.removeOf(importId),
    isDrawnFrom: (importId: number) => repository.isDrawnFrom(importId),
    ofImport: (importId: number) => repository.ofImport(importId),
    /** Every different output of a month with how often it occurs, by ascending id. */
    pool: (workflowId: number, month: string): PooledOutput[] => repository.pool(workflowId, month),
    counts(workflowId: number, month: string): PoolCounts {
      const { kinds, ...counts } = repository.counts(workflowId, month)
      return { ...counts, personalDataKinds: [...new Set((kinds ?? '').split(',').filter(Boolean))].sort() }
    },
    countOf: (workflowId: number, month: string) => repository.countOf(workflowId, month),
    drawn: (ids: readonly number[]): DrawnOutput[] => repository.drawn(ids),
    search: (
      workflowId: number,
      month: string,
      search: string,
      offset: number,
    ): { outputs: Output[]; total: number } => repository.search(workflowId, month, search, offset, 50),
  }
}

export type Outputs = ReturnType<typeof createOutputs>
