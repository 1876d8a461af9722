import type { ReadingChoice } from '../../../shared/contract/imports.ts'
import type { FieldName } from './columns/field-names.ts'
import { findTable } from './columns/find-table.ts'
import { openCsv } from './formats/csv.ts'
import { decodeText } from './formats/encoding.ts'
import { contentKind, extensionOf, refuseNul } from './formats/file-kind.ts'
import { openJson, startsLikeJson } from './formats/json.ts'
import { checkedSize, readSource } from './formats/source-bytes.ts'
import { filePieces, type TextPieces } from './formats/text-pieces.ts'
import { isTextDocument, openTexts } from './formats/texts.ts'
import { quoted, refuse } from './refuse.ts'
import type { SourceFile, Table } from './table.ts'
import { readStrays } from './values/stray-bytes.ts'

/** Opens what the user chose, by content first and name second; `fields` tell its header. Refuses with a sentence. */
export async function openTable(
  files: readonly SourceFile[],
  fields: readonly FieldName[],
  reading: ReadingChoice,
): Promise<Table> {
  const [file] = files
  if (!file) return refuse('No file was chosen.')
  if (files.every(({ name }) => isTextDocument(name)) && !(files.length === 1 && isTabbedText(file))) {
    return openTexts(files, reading.sheet)
  }
  if (files.length > 1) {
    const other = files.find(({ name }) => !isTextDocument(name)) ?? file
    refuse(
      `Choose one table at a time, or several .txt, .md and .docx files. ${quoted(other.name)} is not one of these.`,
    )
  }
  const pieces = plainPieces(file, reading)
  if (pieces) return findTable(openCsv(pieces, file.name, 'UTF-8'), fields, reading)
  const bytes = readSource(file)
  if (contentKind(bytes, file.name) === 'text') return openText(bytes, file.name, fields, reading)
  return (await import('./formats/packed.ts')).openPacked(bytes, file.name, fields, reading)
}

/** A delimited file as most are, which need not be held as a whole; null for one that has to be looked at. */
function plainPieces(file: SourceFile, { encoding = 'UTF-8' }: ReadingChoice): TextPieces | null {
  if (!/^(csv|tsv)$/.test(extensionOf(file.name)) || encoding !== 'UTF-8') return null
  const size = checkedSize(file)
  const pieces = filePieces(file.path, size)
  const isPlain = pieces !== null && !/^\s*(<|$)/.test(pieces.head)
  return isPlain && contentKind(Buffer.from(pieces.head.slice(0, 512)), file.name) === 'text' ? pieces : null
}

/** Excel's "Unicode text" is a table in a .txt file. */
function isTabbedText(file: SourceFile): boolean {
  if (extensionOf(file.name) !== 'txt') return false
  const bytes = readSource(file)
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') return false
  const lines = decodeText(bytes)
    .text.slice(0, 100_000)
    .split(/\r\n|\r|\n/, 2)
  const tabs = lines.map((line) => line.split('\t').length)
  return tabs.length === 2 && (tabs[0] ?? 0) > 1 && tabs[0] === tabs[1]
}

function openText(bytes: Buffer, name: string, fields: readonly FieldName[], reading: ReadingChoice): Table {
  const { text, encoding, hasStrays } = decodeText(bytes, reading.encoding)
  const extension = extensionOf(name)
  refuseNul(text, name)
  if (/^\s*(<!doctype html|<html)/i.test(text)) {
    refuse(`${quoted(name)} is a web page, not a table. Export it as CSV or .xlsx instead.`)
  }
  if (/^\s*<\?xml|^\s*<\w+[\s>]/.test(text) && /<\/\w[\w:]*>\s*$/.test(text)) {
    refuse(`${quoted(name)} is an XML file. Open it in Excel, save it as .xlsx or CSV, and choose that file.`)
  }
  if (text.trim() === '') refuse(`${quoted(name)} holds only blank lines. Choose a file that holds outputs.`)
  if (extension === 'xlsx' || extension === 'xlsm' || extension === 'zip') {
    refuse(
      `${quoted(name)} is named .${extension}, but it holds plain text. If it is a CSV file, rename it to end in .csv.`,
    )
  }
  const isJson = extension === 'json' || extension === 'jsonl' || extension === 'ndjson'
  if (isJson || (extension !== 'csv' && extension !== 'tsv' && startsLikeJson(text))) {
    const records = openJson(text, name, encoding, extension, reading.sheet)
    return hasStrays ? { ...records, chunks: readStrays(records.chunks) } : records
  }
  const rows = openCsv(text, name, encoding)
  return findTable(hasStrays ? { ...rows, chunks: readStrays(rows.chunks) } : rows, fields, reading)
}
