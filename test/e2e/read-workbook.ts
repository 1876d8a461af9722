import { readFile } from 'node:fs/promises'
import { type CellValue, readXlsx } from 'hucre'

export type SheetTable = { lines: string[]; rows: Record<string, CellValue>[] }

/** A workbook by sheet name, read by another library than the one that wrote it: the lines above, the table below. */
export async function readWorkbook(path: string): Promise<Record<string, SheetTable>> {
  const { sheets } = await readXlsx(await readFile(path))
  return Object.fromEntries(sheets.map(({ name, rows }) => [name, tableOf(rows)]))
}

/** The header is the first row with more than one value. */
function tableOf(rows: readonly (readonly CellValue[])[]): SheetTable {
  const isTable = (row: readonly CellValue[]) => row.filter((cell) => cell !== null && cell !== '').length > 1
  const at = rows.findIndex(isTable)
  const headers = (rows[at] ?? []).map(String)
  return {
    lines: rows.slice(0, at).map(([first]) => String(first ?? '')),
    rows: rows
      .slice(at + 1)
      .map((row) => Object.fromEntries(headers.map((header, index) => [header, row[index] ?? null]))),
  }
}
