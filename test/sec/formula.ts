import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { unescapeFormula } from '../../electron/core/csv.ts'
import { sheetCsv } from '../../electron/core/export/list-file.ts'
import type { Sheet } from '../../electron/core/export/workbook/workbook-sheet.ts'
import { writeWorkbook } from '../../electron/core/export/workbook/workbook-writer.ts'
import { payloads } from '../helpers/payloads.ts'
import { partsOf } from '../helpers/workbook-parts.ts'
import { conclude } from '../rel/harness.ts'

// Texts that a spreadsheet would run, through what writes every list and workbook: none may be a formula or a link,
// and a CSV read back gives the texts as they were. The control writes the same texts as a program does that trusts.

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-formula-'))
const sheet: Sheet = {
  name: 'Texts',
  title: payloads[0] ?? '',
  headline: payloads[1] ?? '',
  notes: payloads.slice(2, 5),
  columns: [
    { header: 'Text', key: 'text', width: 40, kind: 'text' },
    { header: payloads[5] ?? '', key: 'wrapped', width: 40, kind: 'text', wraps: true },
  ],
  rows: payloads.map((text) => ({ text, wrapped: text })),
}

/** Cells that run or lead out, in the raw parts of a workbook. */
async function dangerousIn(path: string): Promise<string[]> {
  const parts = [...(await partsOf(path))].filter(([name]) => /worksheets|externalLink|vba/i.test(name))
  return parts.flatMap(([name, xml]) =>
    [...xml.matchAll(/<f[ >]|<hyperlink[ >]|TargetMode="External"|<oleObject/g)].map(
      ([element]) => `${name}: ${element}`,
    ),
  )
}

const startsFormula = /^[=+\-@\t\r\n\0＝＋－＠]/
const dangerousCells = (csv: string) =>
  Papa.parse<string[]>(csv.replace('\uFEFF', ''))
    .data.flat()
    .filter((cell) => startsFormula.test(cell))

const ours = join(folder, 'ours.xlsx')
await writeWorkbook(ours, [sheet], {
  ...{ title: payloads[6] ?? '', company: payloads[7] ?? '', zone: 'Europe/Berlin' },
  createdAt: '2026-11-28T12:00:00.000Z',
})
const csv = await sheetCsv(sheet)
const [, ...rows] = Papa.parse<string[]>(csv.replace('\uFEFF', '')).data
const readBack = rows.map((row) => unescapeFormula(row[0] ?? ''))
const failures = [
  ...(await dangerousIn(ours)).map((what) => `workbook: ${what}`),
  ...dangerousCells(csv).map((cell) => `CSV: ${cell}`),
  ...payloads.filter((text, index) => readBack[index] !== text).map((text) => `CSV: not read back: ${text}`),
]

const trusting = new ExcelJS.Workbook()
const page = trusting.addWorksheet('Texts')
for (const text of payloads) page.addRow([text.startsWith('=') ? { formula: text.slice(1) } : text])
const theirs = join(folder, 'theirs.xlsx')
await trusting.xlsx.writeFile(theirs)
const run = (await dangerousIn(theirs)).length
const runInCsv = dangerousCells(Papa.unparse(payloads.map((text) => [text]))).length
rmSync(folder, { recursive: true, force: true })
conclude({
  promise: 'sec:formula',
  cases: 2 * payloads.length,
  failures,
  control: {
    what: 'cells that run where texts are trusted',
    seen: run > 0 && runInCsv > 0 ? run + runInCsv : 0,
  },
})
