import { AppError } from '../../../../shared/errors.ts'
import { limits } from '../limits.ts'
import { counted, megabytes, quoted, refuse } from '../refuse.ts'
import type { SourceFile, Table, TableRow } from '../table.ts'
import { decodeText, withoutStrays } from './encoding.ts'
import { contentKind, extensionOf, refuseNul } from './file-kind.ts'
import { readSource, sizeOf } from './source-bytes.ts'

const textExtensions = ['txt', 'md', 'markdown', 'docx']

export function isTextDocument(name: string): boolean {
  return textExtensions.includes(extensionOf(name))
}

/** A set of documents as a table: one output a file, named by its file. An unreadable one is listed, not fatal. */
export function openTexts(files: readonly SourceFile[]): Table {
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
  return {
    format: 'texts',
    encoding: null,
    delimiter: null,
    sheets: [],
    columns: () => ['Text', 'File'],
    mapping: { aiText: 0, externalId: 1 },
    chunks: documentChunks(files, state),
    progress: () => ({ done: state.done, total: files.length }),
  }
}

async function* documentChunks(files: readonly SourceFile[], state: { done: number }) {
  for (const [index, file] of files.entries()) {
    const row = await documentRow(file, index + 1)
    if (row.rejected !== undefined && files.length === 1) refuse(row.rejected)
    state.done = index + 1
    yield [row]
  }
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
