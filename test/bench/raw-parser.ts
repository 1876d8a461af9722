import { createReadStream, readFileSync } from 'node:fs'
import ExcelJS from 'exceljs'
import mammoth from 'mammoth'
import Papa from 'papaparse'

// The parser alone: reads every cell and keeps nothing.
const path = process.argv[2] ?? ''
const start = performance.now()
let cells = 0
if (path.endsWith('.csv')) {
  Papa.parse<string[]>(readFileSync(path, 'utf8'), {
    step: ({ data }) => {
      cells += data.length
    },
  })
} else if (path.endsWith('.docx')) {
  cells = (await mammoth.convertToHtml({ buffer: readFileSync(path) })).value.length
} else {
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(path), { sharedStrings: 'cache' })
  for await (const sheet of reader) for await (const row of sheet) cells += row.cellCount
}
const ms = performance.now() - start
console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS * 1024, cells }))
