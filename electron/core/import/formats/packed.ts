import type { ReadingChoice } from '../../../../shared/contract/imports.ts'
import type { FieldName } from '../columns/field-names.ts'
import { findTable } from '../columns/find-table.ts'
import { limits } from '../limits.ts'
import { quoted, refuse } from '../refuse.ts'
import type { Table } from '../table.ts'
import { decodeText } from './encoding.ts'
import { openJson } from './json.ts'
import { workbookPart } from './workbook/workbook-part.ts'
import { checkInflation, openZip, readPart, type Zip } from './zip.ts'

/** A workbook, or the .zip of a chat export, as a table. */
export async function openPacked(
  bytes: Buffer,
  name: string,
  fields: readonly FieldName[],
  reading: ReadingChoice,
): Promise<Table> {
  const zip = await openZip(bytes, name, limits.exportZipEntries)
  const has = (part: string) => zip.names.includes(part)
  const workbook = workbookPart(zip.names)
  if (workbook !== undefined) {
    const { openXlsx } = await import('./workbook/xlsx.ts')
    const rows = await openXlsx(zip, workbook, fields, { name, bytes: bytes.length, choice: reading.sheet })
    return findTable(rows, fields, reading)
  }
  if (has('word/document.xml')) {
    refuse(`${quoted(name)} is a Word document. Rename it to end in .docx and choose it again.`)
  }
  if (has('xl/workbook.bin'))
    refuse(`${quoted(name)} is a binary workbook. Open it in Excel and save it as .xlsx.`)
  if (has('content.xml'))
    refuse(`${quoted(name)} is an OpenDocument file. Save it as .xlsx or CSV and choose that file.`)
  return openExport(zip, bytes.length, name, reading.sheet)
}

/** The .zip of a chat export; a large one comes as conversations-000.json and so on. */
async function openExport(
  zip: Zip,
  fileBytes: number,
  name: string,
  list: string | undefined,
): Promise<Table> {
  const parts = zip.names.filter((part) => /(^|\/)conversations(-\d+)?\.json$/.test(part)).sort()
  if (parts.length === 0) {
    refuse(
      `${quoted(name)} is a zip without a conversations.json. Choose the .zip as Claude or ChatGPT sent it, or unpack it and choose the files inside.`,
    )
  }
  checkInflation(zip, parts, fileBytes, limits.conversationBytes, name)
  const texts: string[] = []
  for (const part of parts) texts.push(decodeText(await readPart(zip, part, name)).text.trim())
  const joined = texts.length === 1 ? (texts[0] ?? '') : `[${texts.map(listBody).filter(Boolean).join(',')}]`
  return openJson(joined, name, 'UTF-8', 'json', list)
}

function listBody(text: string): string {
  return text.replace(/^\[/, '').replace(/\]$/, '').trim()
}
