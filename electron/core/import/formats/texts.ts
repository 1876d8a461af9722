import { AppError } from '../../../../shared/errors.ts'
import { limits } from '../limits.ts'
import { counted, megabytes, quoted, refuse } from '../refuse.ts'
import type { SourceFile, Table, TableRow } from '../table.ts'
import { decodeText, withoutStrays } from './encoding.ts'
import { contentKind, extensionOf, refuseNul } from './file-kind.ts'
import { type FilePair, pairsOf } from './file-pairs.ts'
import { readSource, sizeOf } from './source-bytes.ts'

const textExtensions = ['txt', 'md', 'markdown', 'docx']

export function isTextDocument(name: string): boolean {
  return textExtensions.includes(extensionOf(name))
}

const paired = 'Drafts with their final versions'
const single = 'Every file is an output'

/**
 * A set of documents as a table: one output a file, named by its file, with the final version of a file that is
 * paired with it by name unless `reading` says otherwise. An unreadable one is listed, not fatal.
 */
export function openTexts(files: readonly SourceFile[], reading: string | undefined): Table {
  if (files.length > limits.documents) {
    refuse(
      `${counted(files.length)} documents were chosen; the most is ${counted(limits.documents)} at a time.`,
    )
  }
  const bytes = files.reduce((sum, file) => sum + sizeOf(file), 0)
  if (bytes > limits.fileBytes) {
    refuse(
      `The documents are ${megabytes(bytes)} together; the most is ${megabytes(limits.fileBytes)}. Choose fewer at a time.`,
    )
  }
  const state = { done: 0 }
  const pairs = pairsOf(files)
  const isPaired = pairs !== null && reading !== single
  const outputs = isPaired ? pairs : files.map((draft): FilePair => ({ draft, final: null }))
  return {
    format: 'texts',
    encoding: null,
    delimiter: null,
    sheets: pairs === null ? [] : [paired, single],
    columns: () => (isPaired ? ['Text', 'File', 'Final version'] : ['Text', 'File']),
    mapping: isPaired ? { aiText: 0, externalId: 1, finalText: 2 } : { aiText: 0, externalId: 1 },
    chunks: documentChunks(outputs, state),
    progress: () => ({ done: state.done, total: outputs.length }),
  }
}

async function* documentChunks(outputs: readonly FilePair[], state: { done: number }) {
  for (const [index, { draft, final }] of outputs.entries()) {
    const row = await documentRow(draft, index + 1)
    if (row.rejected !== undefined && outputs.length === 1) refuse(row.rejected)
    state.done = index + 1
    yield [final === null || row.rejected !== undefined ? row : await withFinal(row, final)]
  }
}

async function withFinal(row: TableRow, final: SourceFile): Promise<TableRow> {
  const { cells, rejected } = await documentRow(final, row.row)
  return rejected === undefined
    ? { ...row, cells: [...row.cells, cells[0] ?? ''] }
    : { ...row, warning: `The final version was left out: ${rejected}` }
}

async function documentRow(file: SourceFile, row: number): Promise<TableRow> {
  try {
    const text = await documentText(readSource(file), file.name)
    if (text.trim() === '')
      refuse(`${quoted(file.name)} holds no text. Choose a document with an output in it.`)
    return { row, cells: [text, file.name] }
  } catch (error) {
    if (error instanceof AppError) return { row, cells: [], rejected: error.message }
    throw error
  }
}

async function documentText(bytes: Buffer, name: string): Promise<string> {
  if (contentKind(bytes, name) === 'zip') return (await import('./docx.ts')).docxText(bytes, name)
  if (extensionOf(name) === 'docx') {
    refuse(
      `${quoted(name)} is named .docx, but it holds no Word document. Save it from Word again and choose the new file.`,
    )
  }
  const { text } = withoutStrays(decodeText(bytes).text)
  refuseNul(text, name)
  return text
}
