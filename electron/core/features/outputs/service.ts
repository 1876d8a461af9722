import type { ImportedRow } from '../../../../shared/contract/imports.ts'
import type { Output, Pool } from '../../../../shared/contract/reviews/reviews.ts'
import type { Context } from '../../context.ts'
import { sumTogether } from '../../db/row-sums.ts'
import type { Fingerprints } from '../../import/fingerprints.ts'
import { createCompletions } from './completions.ts'
import {
  addedColumns,
  createOutputsRepository,
  type DrawnOutput,
  type NewOutput,
  type PooledOutput,
} from './repository.ts'
import { createSorter, type Destination, type Sorted } from './sorting.ts'

export type { Destination, DrawnOutput, PooledOutput }

export type PoolCounts = Omit<Pool, 'workflowId' | 'month' | 'sampleSize' | 'reviewId' | 'goesOnTo'>

type Sorter = ReturnType<typeof createSorter>

/** What a batch of rows came to; `kept` are the rows of outputs that a finished review used. */
export type Kept = {
  new: number
  completed: number
  duplicates: number
  alreadyIn: number
  otherMonth: number
  kept: number[]
}

function newOutput(
  { workflowId, importId }: Destination,
  { month, record }: Extract<Sorted, { as: 'new' }>,
  { row: _, ...said }: ImportedRow,
  index: number,
  { text, personalData }: Fingerprints,
): NewOutput {
  return {
    ...said,
    workflowId,
    importId,
    month,
    recordSha: Buffer.from(record, 'binary'),
    textSha: Buffer.from(text[index] ?? '', 'binary'),
    personalData: personalData[index] ?? null,
  }
}

/** The outputs of a workflow: what imports bring in and draws take from. */
export function createOutputs({ db }: Context) {
  const repository = createOutputsRepository(db)
  const completions = createCompletions(db)

  return {
    /** What each row of an import is to the outputs that are here; one sorter an import, its rows in their order. */
    sorter: (to: Destination) => createSorter(repository, to),
    /** Keeps what is new of a batch and notes what it adds to others, inside the caller's transaction. */
    keep(to: Destination, sort: Sorter, rows: readonly ImportedRow[], prints: Fingerprints): Kept {
      const count: Kept = { new: 0, completed: 0, duplicates: 0, alreadyIn: 0, otherMonth: 0, kept: [] }
      const added: NewOutput[] = []
      for (const [index, row] of rows.entries()) {
        const sorted = sort(row, index, prints)
        if (sorted.as === 'new') added.push(newOutput(to, sorted, row, index, prints))
        else if (sorted.as === 'kept') {
          count.alreadyIn += 1
          count.kept.push(row.row)
        } else {
          if (sorted.as === 'completed') completions.note(to.importId, sorted.output, sorted.said)
          count[sorted.as] += 1
        }
      }
      const inserted = sumTogether(
        db,
        'outputs',
        () => repository.insert(added),
        ({ rows }) => rows && { columns: addedColumns, rows },
      )
      count.new = inserted.count
      count.alreadyIn += added.length - inserted.count
      return count
    },
    /** Writes what an import noted; returns the outputs that say more now. */
    complete: (importId: number): number[] => completions.apply(importId),
    /** Whether the outputs that an import noted something for are still those. */
    canComplete: (importId: number) => completions.fit(importId),
    /** Takes everything of an import out again; returns the outputs that say what they said before. */
    removeOf(importId: number): number[] {
      const restored = completions.undo(importId)
      repository.removeOf(importId)
      return restored
    },
    isUsed: (importId: number) => repository.isUsed(importId),
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
