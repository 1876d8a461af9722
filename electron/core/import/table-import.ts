import type {
  ReadingChoice,
  TableOutcome,
  TablePreview,
  TableSource,
} from '../../../shared/contract/imports.ts'
import type { StartedJob } from '../../../shared/contract/jobs.ts'
import { AppError } from '../../../shared/errors.ts'
import type { Command } from '../command.ts'
import type { Files } from '../files.ts'
import type { Jobs } from '../jobs.ts'
import { exampleRows } from './columns/example-rows.ts'
import { describeTable, type FoundTable } from './columns/found-table.ts'
import { guessDateOrder } from './columns/guess-columns.ts'
import { rivalsOf } from './columns/rivals.ts'
import type { FieldRule, FieldRules, ImportKind, Mapping } from './kind.ts'
import { createLastSeen } from './last-seen.ts'
import { checksShown, datedColumns, shownColumns } from './preview.ts'
import type { ImportReader } from './reader.ts'
import { quoted, refuse } from './refuse.ts'
import type { SourceFile } from './table.ts'

/** A kind whose rows fit into memory, and what becomes of them. */
export type TableKind<Field extends string, Item, Options, Request> = ImportKind<Field, Item, Options> & {
  /** Sorts out what is new and keeps it, inside one transaction; says what became of the rows. */
  keep: (table: FoundTable<Field>, mapping: Mapping<Field>, request: Request) => TableOutcome
}

/**
 * The import of a kind whose rows fit into memory (`limits.logRows`): the file is opened in the worker, its table
 * found and its columns guessed; once the owner has looked at them, a job keeps what is new in one transaction.
 */
export function createTableImport<Field extends string, Item, Options, Request>(
  {
    command,
    files,
    jobs,
  }: { command: Command; files: Pick<Files, 'get' | 'done'>; jobs: Pick<Jobs, 'start'> },
  reader: Pick<ImportReader, 'table'>,
  kind: TableKind<Field, Item, Options, Request>,
) {
  const lastSeen = createLastSeen<FoundTable<Field>>()

  function open(source: TableSource, signal?: AbortSignal): Promise<FoundTable<Field>> {
    const { fileId, sheet, headerRow, withHidden, encoding } = source
    const { path, name } = files.get(fileId)
    const reading = { sheet, headerRow, withHidden, encoding }
    return lastSeen.of([path, reading], () => openFound(reader, kind, { path, name }, reading, signal))
  }

  return {
    open,
    async preview(source: TableSource, signal?: AbortSignal): Promise<TablePreview<Field>> {
      return previewOf(await open(source, signal), kind.fields)
    },
    bringIn(request: Request & TableSource, mapping: Mapping<Field>): StartedJob {
      assertChosen(kind.fields, mapping)
      const jobId = jobs.start('import', async ({ signal }) => {
        const table = await open(request, signal)
        assertThere(table, mapping)
        const outcome = command(() => kind.keep(table, mapping, request))
        lastSeen.forget()
        files.done([request.fileId])
        return { outcome }
      })
      return { jobId }
    },
  }
}

function assertThere<Field extends string>({ columns }: FoundTable<Field>, mapping: Mapping<Field>) {
  const indexes = Object.values<number | undefined>(mapping)
  if (indexes.some((index) => index !== undefined && !columns[index])) {
    refuse('The file has no such column. Choose the columns again.')
  }
}

/** Opens a file and finds the table in it. Refuses one without rows. */
export async function openFound<Field extends string>(
  reader: Pick<ImportReader, 'table'>,
  { none, fields, withJson }: { none: string; fields: FieldRules<Field>; withJson: boolean },
  file: SourceFile,
  reading: ReadingChoice = {},
  signal?: AbortSignal,
): Promise<FoundTable<Field>> {
  const known = rulesOf(fields).map(([, { names, pattern, words = [], isText = false }]) => ({
    names,
    words,
    isText,
    ...(pattern ? { pattern } : {}),
  }))
  const choice = { ...reading, withJson, fields: known }
  const table = describeTable(await reader.table(file, choice, signal), fields)
  if (table.rows.length === 0) refuse(`${quoted(file.name)} holds no rows below its header, ${none}.`)
  return table
}

/** What a table holds, as the owner is shown it. */
export function previewOf<Field extends string>(
  { columns, rows, ...table }: FoundTable<Field>,
  fields: FieldRules<Field>,
): TablePreview<Field> {
  const dates = rulesOf(fields).find(([, { isDate }]) => isDate)?.[0]
  const dated = dates === undefined ? undefined : table.guess[dates]
  const toCheck = rows.flatMap(({ row, rejected, warning }) =>
    rejected === undefined && warning !== undefined ? [{ row, reason: warning }] : [],
  )
  return {
    ...table,
    columns: shownColumns(columns),
    rowCount: rows.length,
    dateOrder: guessDateOrder(columns[dated ?? -1]),
    toCheck: { count: toCheck.length, first: toCheck.slice(0, checksShown) },
    dates: datedColumns(columns),
    examples: exampleRows(rows, dated),
    rivals: rivalsOf(columns, fields, table.guess),
  }
}

/** Refuses a choice of columns that leaves out one that is needed. */
export function assertChosen<Field extends string>(fields: FieldRules<Field>, mapping: Mapping<Field>): void {
  for (const [field, { needed }] of rulesOf(fields)) {
    if (needed === undefined || mapping[field] !== undefined) continue
    throw new AppError('INVALID_INPUT', needed, [{ field: `mapping.${field}`, message: needed }])
  }
}

const rulesOf = <Field extends string>(fields: FieldRules<Field>) =>
  Object.entries(fields) as [Field, FieldRule][]
