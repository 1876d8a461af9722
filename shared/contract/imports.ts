import { z } from 'zod'
import { textEncodings } from '../domain/text/text-encodings.ts'
import { Id, Instant, Month, procedure } from './base.ts'

/** The columns of a file that Evenkeel understands. The AI text, or an ID or link that stands for it, is needed; all else is optional. */
export const importFields = [
  'aiText',
  'finalText',
  'request',
  'occurredOn',
  'externalId',
  'person',
  'editMinutes',
  'satisfaction',
] as const
export const ImportField = z.enum(importFields)
export type ImportField = z.infer<typeof ImportField>

/** Which column (by its index in the file) holds which field. */
export const ColumnMapping = z.partialRecord(ImportField, z.number().int().min(0))
export type ColumnMapping = z.infer<typeof ColumnMapping>

/** How 03/04/2026 is read. Unambiguous dates (ISO, real spreadsheet dates) ignore it. */
export const DateOrder = z.enum(['day-first', 'month-first'])
export type DateOrder = z.infer<typeof DateOrder>

export const ImportFormat = z.enum(['csv', 'xlsx', 'json', 'jsonl', 'claude', 'chatgpt', 'texts', 'pasted'])
export type ImportFormat = z.infer<typeof ImportFormat>

/** What a row that stands around a table, or is hidden in it, is. */
export const LeftOutWhy = z.enum(['title', 'header', 'hidden', 'total', 'footer'])
export type LeftOutWhy = z.infer<typeof LeftOutWhy>

/** Rows that are none of the table; `rows` are the first 20, as the file counts. */
export const LeftOut = z.object({ why: LeftOutWhy, count: z.number().int(), rows: z.array(z.number().int()) })
export type LeftOut = z.infer<typeof LeftOut>

/** Where the table stands in its file: the rows that name its columns (none, one or two), and what is around it. */
export const FoundPlace = z.object({ headerRows: z.array(z.number().int()), left: z.array(LeftOut) })
export type FoundPlace = z.infer<typeof FoundPlace>

/** How a file is read, where the owner says otherwise than what was found in it. */
export const ReadingChoice = z.object({
  sheet: z.string().optional(),
  /** The row that names the columns, as the file counts; 0 where none does. */
  headerRow: z.number().int().min(0).optional(),
  /** Rows that a filter hides come in too. */
  withHidden: z.boolean().optional(),
  encoding: z.enum(textEncodings).optional(),
})
export type ReadingChoice = z.infer<typeof ReadingChoice>

/** How many rows of a file belong to a month. */
export const RowsOfMonth = z.object({ month: Month, rows: z.number().int() })
export type RowsOfMonth = z.infer<typeof RowsOfMonth>

export const PreviewColumn = z.object({
  index: z.number().int(),
  name: z.string(),
  /** Up to three first filled values, each cut at 120 characters. */
  samples: z.array(z.string()),
  filled: z.number().int(),
})
export type PreviewColumn = z.infer<typeof PreviewColumn>

/**
 * How sure the order of day and month in a column is: no date is open, a date proves it, dates prove both orders,
 * the spread of the days makes one likelier, or nothing tells.
 */
export const DateEvidence = z.enum(['none', 'proven', 'contradicted', 'likely', 'open'])
export type DateEvidence = z.infer<typeof DateEvidence>

/** A column of dates, and what each order makes of it. */
export const DatedColumn = z.object({
  column: z.number().int(),
  order: DateOrder,
  evidence: DateEvidence,
  /** Up to two dates that fit both orders, as written and as each order reads them. */
  examples: z.array(
    z.object({ row: z.number().int(), text: z.string(), readings: z.record(DateOrder, z.string()) }),
  ),
  /** Dates that only fit the other order; `rows` are the first 20. */
  against: z.object({ count: z.number().int(), rows: z.array(z.number().int()) }),
  /** Rows by month, as each order reads them. */
  months: z.record(DateOrder, z.array(RowsOfMonth)),
})
export type DatedColumn = z.infer<typeof DatedColumn>

/** A row as it will be read, to recognise it by. */
export const ExampleRow = z.object({
  row: z.number().int(),
  /** By column; each cut at 600 characters. */
  cells: z.array(z.string()),
  /** The cells that are days, as each order reads them. */
  days: z.array(z.object({ column: z.number().int(), readings: z.record(DateOrder, z.string()) })),
})
export type ExampleRow = z.infer<typeof ExampleRow>

/** What a file seems to hold, before anything is kept. */
export const ImportPreview = z.object({
  format: ImportFormat,
  /** The encoding of a text file; null where it does not apply. */
  encoding: z.enum(textEncodings).nullable(),
  /** "," ";" "\t" or "|" for CSV, else null. */
  delimiter: z.string().nullable(),
  /** Names of the sheets of a workbook; the first is read unless another is chosen. */
  sheets: z.array(z.string()),
  columns: z.array(PreviewColumn),
  /** Null where the format itself says where its rows are. */
  found: FoundPlace.nullable(),
  rowCount: z.number().int(),
  guess: ColumnMapping,
  dateOrder: DateOrder,
  /** Rows that come in with something to check; the first 3. */
  toCheck: z.object({
    count: z.number().int(),
    first: z.array(z.object({ row: z.number().int(), reason: z.string() })),
  }),
  /** Every column that holds dates. */
  dates: z.array(DatedColumn),
  /** Up to 9 of the fullest rows, in the order of the file. */
  examples: z.array(ExampleRow),
  /** The columns that may as well hold the text the kind needs, the guessed one first; null where it is clear. */
  rivals: z.array(z.number().int()).nullable(),
})
export type ImportPreview = z.infer<typeof ImportPreview>

/** What a file seems to hold, whichever its kind; `guess` by the fields of that kind. */
export const tablePreview = <Field extends z.ZodEnum>(field: Field) =>
  ImportPreview.extend({ guess: z.partialRecord(field, z.number().int().min(0)) })
export type TablePreview<Field extends string> = Omit<ImportPreview, 'guess'> & {
  guess: Partial<Record<Field, number>>
}

/** A file to look into or to bring in, and the sheet of it. */
export const TableSource = ReadingChoice.extend({ fileId: z.string() })
export type TableSource = z.infer<typeof TableSource>

/** One output as read from a file. `row` is the row as a spreadsheet shows it (the header is row 1). */
export const ImportedRow = z.object({
  row: z.number().int(),
  aiText: z.string(),
  finalText: z.string().nullable(),
  request: z.string().nullable(),
  /** YYYY-MM-DD */
  occurredOn: z.string().nullable(),
  externalId: z.string().nullable(),
  person: z.string().nullable(),
  editMinutes: z.number().nullable(),
  satisfaction: z.number().nullable(),
})
export type ImportedRow = z.infer<typeof ImportedRow>

/** A row that could not be kept, or one value of a kept row that could not be read. */
export const RowProblem = z.object({
  row: z.number().int(),
  /** Name of the column the reason is about; null when it is the row as a whole. */
  column: z.string().nullable(),
  reason: z.string(),
  /** True when the row was kept without this value. */
  kept: z.boolean(),
})
export type RowProblem = z.infer<typeof RowProblem>

/** What became of the rows of a file; `alreadyIn` were left out because they are here. */
export const TableOutcome = z.object({
  kept: z.number().int(),
  alreadyIn: z.number().int(),
  /** Of those kept, how many took the place of what was here, and how many of the file did not: where either can be. */
  replaced: z.number().int().optional(),
  notReplaced: z.number().int().optional(),
  /** Names of what was expected in the file and is not there. */
  missing: z.array(z.string()),
  /** What makes the whole file doubtful, in words. */
  warning: z.string().nullable(),
  problems: z.array(RowProblem),
})
export type TableOutcome = z.infer<typeof TableOutcome>

/** What bringing a file in would do, before it is done. */
export const ImportCount = z.object({
  rows: z.number().int(),
  new: z.number().int(),
  /** Rows that add something to an output that is here. */
  completed: z.number().int(),
  /** Rows that say what an earlier row of the file says. */
  duplicates: z.number().int(),
  alreadyIn: z.number().int(),
  /** Rows of outputs that a finished review used: they stay as they were. */
  kept: z.number().int(),
  otherMonth: z.number().int(),
  /** Rows that hold no output. */
  leftOut: z.number().int(),
  /** New and completed rows by the month they belong to. */
  months: z.array(RowsOfMonth),
})
export type ImportCount = z.infer<typeof ImportCount>

export const ImportState = z.enum(['running', 'done', 'cancelled', 'failed', 'removed'])

export const ImportSummary = z.object({
  id: Id,
  workflowId: Id,
  /** Names of the files, as the owner knows them. */
  name: z.string(),
  format: ImportFormat,
  state: ImportState,
  importedAt: Instant,
  rowCount: z.number().int(),
  /** New outputs kept. */
  keptCount: z.number().int(),
  /** Outputs that were here and say more now: a final version, minutes, a rating. */
  completedCount: z.number().int(),
  /** Rows that say exactly the same as an earlier row of this file. */
  duplicateCount: z.number().int(),
  /** Rows that an earlier import already brought in. */
  alreadyInCount: z.number().int(),
  /** Rows dated in a month that was not asked for. */
  otherMonthCount: z.number().int(),
  problemCount: z.number().int(),
  /** The first 200. The whole list is a file: see exports. */
  problems: z.array(RowProblem),
  withFinalCount: z.number().int(),
  withDateCount: z.number().int(),
  /** The others came by reference: with their ID or link alone. */
  withTextCount: z.number().int(),
  months: z.array(z.object({ month: Month, count: z.number().int() })),
  /** The month whose review goes on from here: the oldest open one that got rows; null where nothing came in. */
  leadsTo: Month.nullable(),
  /** False once a review used anything of it, or when it was taken back already. */
  canTakeBack: z.boolean(),
})
export type ImportSummary = z.infer<typeof ImportSummary>

const Target = z.object({ workflowId: Id, fileIds: z.array(z.string()).min(1).max(500) })

export const StartImport = Target.extend({
  mapping: ColumnMapping,
  ...ReadingChoice.shape,
  dateOrder: DateOrder,
  /** The month that outputs without a date belong to. */
  undatedMonth: Month,
  /** Only outputs dated in this month are kept when set; undated ones are always kept. */
  onlyMonth: Month.nullable(),
})

export const imports = {
  preview: procedure.input(Target.extend(ReadingChoice.shape)).output(
    ImportPreview.extend({
      /** The order of dates this workflow used last for the same columns; null where there is none. */
      orderBefore: DateOrder.nullable(),
      /** True when `guess` is the mapping this workflow used last for the same columns. */
      isRemembered: z.boolean(),
      /** The earlier import of exactly these files, if there is one. */
      importedBefore: z.object({ id: Id, importedAt: Instant }).nullable(),
    }),
  ),
  /** What `start` with the same choice would come to. */
  count: procedure.input(StartImport).output(ImportCount),
  start: procedure.input(StartImport).output(z.object({ jobId: z.string() })),
  paste: procedure
    .input(
      z.object({
        workflowId: Id,
        month: Month,
        pairs: z
          .array(
            z.object({
              request: z.string().max(200_000).nullable(),
              aiText: z.string().trim().min(1, 'Paste what the AI wrote.').max(200_000),
              finalText: z.string().max(200_000).nullable(),
            }),
          )
          .min(1, 'Paste at least one output.')
          .max(200),
      }),
    )
    .output(ImportSummary),
  get: procedure.input(z.object({ id: Id })).output(ImportSummary),
  list: procedure.input(z.object({ workflowId: Id })).output(z.array(ImportSummary)),
  /** Takes an import back, also what it completed; refused once a review used anything of it. */
  remove: procedure.input(z.object({ id: Id })).output(ImportSummary),
}
