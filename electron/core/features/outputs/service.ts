import { hash } from 'node:crypto'
import type { ImportedRow } from '../../../../shared/contract/imports.ts'
import type { Output, Pool } from '../../../../shared/contract/reviews.ts'
import { findPersonalData } from '../../../../shared/domain/personal-data.ts'
import { textKey } from '../../../../shared/domain/text-key.ts'
import type { Context } from '../../context.ts'
import { createOutputsRepository, type DrawnOutput, type Kept, type PooledOutput } from './repository.ts'

export type { DrawnOutput, PooledOutput }

export type PoolCounts = Omit<Pool, 'workflowId' | 'month' | 'sampleSize' | 'reviewId'>

// 128 bits tell texts apart as surely as 256 and keep the index half as large.
const sha = (text: string) => hash('sha256', text, 'buffer').subarray(0, 16)

/** The outputs of a workflow: what imports bring in and draws take from. */
export function createOutputs({ db }: Context) {
  const repository = createOutputsRepository(db)

  return {
    /** Keeps what is new, inside the caller's transaction. Rows without a date belong to `undatedMonth`. */
    keep(workflowId: number, importId: number, rows: readonly ImportedRow[], undatedMonth: string): Kept {
      const count: Kept = { kept: 0, duplicates: 0, alreadyIn: 0 }
      for (const row of rows) {
        const outcome = repository.insert({
          workflowId,
          importId,
          month: row.occurredOn?.slice(0, 7) ?? undatedMonth,
          occurredOn: row.occurredOn,
          recordSha: sha(
            JSON.stringify([
              row.request,
              row.aiText,
              row.finalText,
              row.occurredOn,
              row.externalId,
              row.person,
            ]),
          ),
          textSha: sha(textKey(row.aiText, row.finalText)),
          request: row.request,
          aiText: row.aiText,
          finalText: row.finalText,
          externalId: row.externalId,
          person: row.person,
          editMinutes: row.editMinutes,
          satisfaction: row.satisfaction,
          personalData: personalDataIn(row),
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

function personalDataIn(row: ImportedRow): string | null {
  const found = findPersonalData([row.request, row.aiText, row.finalText].filter(Boolean).join('\n'))
  return found.length === 0 ? null : found.map(({ kind }) => kind).join(',')
}
