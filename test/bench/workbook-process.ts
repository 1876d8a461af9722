import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import { reviewWorkbookSheets } from '../../electron/core/export/review-workbook.ts'
import type { OutputRow } from '../../electron/core/export/review-workbook-model.ts'
import type { Sheet } from '../../electron/core/export/workbook/workbook-sheet.ts'
import { bodyStyle } from '../../electron/core/export/workbook/workbook-styles.ts'
import { writeWorkbook } from '../../electron/core/export/workbook/workbook-writer.ts'
import { aModel, anItem } from '../core/export/review-workbook-model.ts'

// The workbook of 100,000 outputs, or as many as are said: `whole` with its tables, charts, styles and formulas; `bare` the same values
// of the same sheets, through the streaming writer alone.
const outputCount = Number(process.argv[3] ?? 100_000)

function* outputs(): Generator<OutputRow> {
  for (let id = 1; id <= outputCount; id++) {
    const output = { ...anItem().output, id, externalId: `T-${id}`, request: `Where is order ${id}?` }
    yield { reviewId: 1 + (id % 2), item: anItem({ id, output, editing: (id % 100) / 100 }) }
  }
}

async function bare(path: string, sheets: readonly Sheet[]) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true })
  for (const { name, columns, rows } of sheets) {
    const sheet = workbook.addWorksheet(name)
    sheet.addRow(columns.map(({ header }) => header)).commit()
    const styles = columns.map(({ kind, wraps = false }) => bodyStyle(kind, { wraps, isTall: false }))
    for await (const record of rows) {
      const row = sheet.addRow(columns.map(({ key }) => record[key] ?? null))
      styles.forEach((style, index) => {
        row.getCell(index + 1).style = style
      })
      row.commit()
    }
    sheet.commit()
  }
  await workbook.commit()
}

const folder = mkdtempSync(join(tmpdir(), 'evenkeel-workbook-'))
const path = join(folder, 'workbook.xlsx')
const model = aModel({ outputs: outputs() })
const sheets = reviewWorkbookSheets(model)
const start = performance.now()
if (process.argv[2] === 'bare') await bare(path, sheets)
else await writeWorkbook(path, sheets, { title: 'Review', ...model })
const ms = performance.now() - start
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS * 1024 }))
