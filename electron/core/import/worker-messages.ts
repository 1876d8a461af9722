import type { ImportPreview, ReadingChoice } from '../../../shared/contract/imports.ts'
import type { Problem } from '../../../shared/errors.ts'
import type { Fingerprints } from './fingerprints.ts'
import type { Batch, ReadRequest } from './read-rows.ts'
import type { RowColumns } from './row-columns.ts'
import type { SectionsPreview } from './sections.ts'
import type { SourceFile } from './table.ts'
import type { TableChoice, WholeTable } from './whole-table.ts'

/** What the worker is asked, one at a time. */
export type Job =
  | { kind: 'preview'; files: readonly SourceFile[]; reading: ReadingChoice }
  | { kind: 'sections'; files: readonly [SourceFile] }
  | { kind: 'table'; files: readonly [SourceFile]; choice: TableChoice }
  | { kind: 'read'; files: readonly SourceFile[]; request: ReadRequest }

/** What the worker says. It prepares the next batch, but says it only after any message has taken the last. */
export type WorkerMessage =
  | ({ kind: 'batch'; rows: RowColumns; fingerprints: Fingerprints } & Omit<Batch, 'rows' | 'sources'>)
  | { kind: 'preview'; preview: ImportPreview }
  | { kind: 'sections'; preview: SectionsPreview }
  | { kind: 'table'; table: WholeTable }
  | { kind: 'done'; rowCount: number; keptCount: number }
  | { kind: 'refused'; message: string; problems: readonly Problem[] }
  | { kind: 'failed'; message: string }
