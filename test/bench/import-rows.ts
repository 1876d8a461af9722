import { createWriteStream, existsSync } from 'node:fs'
import { join } from 'node:path'
import { finished } from 'node:stream/promises'
import ExcelJS from 'exceljs'
import { sampleWorkflows } from '../../electron/core/sample/company/workflows.ts'
import { createRandom } from '../../electron/core/sample/random.ts'
import { measuredProcess, type Row, seconds } from './measure.ts'

const rowCount = 100_000
const header = ['id', 'date', 'request', 'ai_output', 'person', 'rating']

/** 100,000 rows through the whole import, from the file to committed outputs, against a parser and a bare insert. */
export async function importRows(folder: string): Promise<Row[]> {
  const rows: Row[] = []
  for (const format of ['csv', 'xlsx'] as const) {
    const path = join(folder, `rows.${format}`)
    if (!existsSync(path)) await (format === 'csv' ? writeCsv(path) : writeXlsx(path))
    const raw = measuredProcess(join(import.meta.dirname, 'bare-import.ts'), [path])
    const whole = measuredProcess(join(import.meta.dirname, 'whole-import.ts'), [path])
    const megabytes = whole.rss / 1024 / 1024
    rows.push({
      what: `import of 100,000 rows, ${format}`,
      measured: `${seconds(whole.ms)} against ${seconds(raw.ms)}, ${megabytes.toFixed(0)} MB`,
      ratio: whole.ms / raw.ms,
      hold: 'at most 2 times parser and bare insert, under 400 MB',
      isHeld: whole.ms <= raw.ms * 2 && megabytes < 400,
    })
  }
  return rows
}

function* generatedRows() {
  const random = createRandom(2)
  const sample = sampleWorkflows[0]
  if (!sample) throw new Error('There are no sample workflows')
  for (let index = 0; index < rowCount; index++) {
    const { request, aiText, person } = sample.write(random, 0.1)
    const day = String(1 + (index % 28)).padStart(2, '0')
    yield [`r-${index}`, `2026-10-${day}`, request ?? '', aiText, person ?? '', String(1 + (index % 5))]
  }
}

async function writeCsv(path: string) {
  const stream = createWriteStream(path)
  const line = (cells: readonly string[]) => `${cells.map((cell) => `"${cell}"`).join(',')}\n`
  stream.write(line(header))
  for (const cells of generatedRows()) stream.write(line(cells))
  stream.end()
  await finished(stream)
}

async function writeXlsx(path: string) {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path })
  const sheet = workbook.addWorksheet('Outputs')
  sheet.addRow(header).commit()
  for (const cells of generatedRows()) sheet.addRow(cells).commit()
  await workbook.commit()
}
