import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { previewTable } from '../../electron/core/import/preview.ts'
import { readTable } from '../../electron/core/import/read-rows.ts'
import { createImportReader, type SourceFile } from '../../electron/core/import/reader.ts'
import { openOutputs } from '../../electron/core/import/records/open-outputs.ts'
import type { ImportedRow, ImportPreview, ReadingChoice, RowProblem } from '../../shared/contract/imports.ts'
import { AppError } from '../../shared/errors.ts'

const workerUrl = new URL('../../electron/core/import/import-worker.ts', import.meta.url)

/** A temporary folder of users' files, and the ways to read them: in this thread, or through the real reader. */
export function createImportFolder() {
  const folder = mkdtempSync(join(tmpdir(), 'evenkeel-import-'))
  let count = 0
  const file = (name: string, content: string | Buffer): SourceFile => {
    const path = join(folder, String(count++))
    writeFileSync(path, content)
    return { path, name }
  }
  return {
    folder,
    file,
    reader: createImportReader({ workerUrl }),
    preview: (...files: SourceFile[]) => previewFiles(files),
    /** Everything a file yields when the guess of its preview is taken. */
    read: (...files: SourceFile[]) => readFiles(files),
    /** The sentence a file is refused with, or "accepted". */
    refusal: (...files: SourceFile[]) => refusalOf(() => previewFiles(files)),
    remove: () => rmSync(folder, { recursive: true }),
  }
}

/** The message of the AppError an action ends in, or "accepted". */
export async function refusalOf(action: () => Promise<unknown>): Promise<string> {
  try {
    await action()
    return 'accepted'
  } catch (error) {
    if (error instanceof AppError) return error.message
    throw error
  }
}

async function previewFiles(
  files: readonly SourceFile[],
  reading: ReadingChoice = {},
): Promise<ImportPreview> {
  return previewTable(await openOutputs(files, reading), files[0]?.name ?? '')
}

async function readFiles(files: readonly SourceFile[]) {
  const { guess, dateOrder } = await previewFiles(files)
  const rows: ImportedRow[] = []
  const problems: RowProblem[] = []
  const table = await openOutputs(files, {})
  const counts = await readTable(
    table,
    { mapping: guess, dateOrder },
    files[0]?.name ?? '',
    async (batch) => {
      rows.push(...batch.rows)
      problems.push(...batch.problems)
    },
  )
  return { rows, problems, ...counts }
}

/** An imported row with every optional field empty. */
export function importedRow(fields: Partial<ImportedRow> & { row: number; aiText: string }): ImportedRow {
  return {
    finalText: null,
    request: null,
    occurredOn: null,
    externalId: null,
    person: null,
    editMinutes: null,
    satisfaction: null,
    ...fields,
  }
}
