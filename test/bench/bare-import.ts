import { randomBytes } from 'node:crypto'
import { createReadStream, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import ExcelJS from 'exceljs'
import Papa from 'papaparse'
import { migrate } from '../../electron/core/db/migrate.ts'
import { migrations } from '../../electron/core/db/migrations/index.ts'
import { openDatabase } from '../../electron/core/db/open.ts'

// The least an import costs: the parser, and its rows into the same table with its indexes and triggers.
const path = process.argv[2] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bare-'))
const db = openDatabase(join(folder, 'bare.db'))
await migrate(db, migrations)
db.pragma('foreign_keys = OFF')
const insert = db.prepare(`
  INSERT INTO outputs (workflow_id, import_id, month, occurred_on, record_sha, text_sha, satisfaction, external_id,
    person, request, ai_text)
  VALUES (1, 1, '2026-10', :day, :sha, :sha, :rating, :id, :person, :request, :text)`)

// Checksums fall all over their index, as those of real rows do.
const shas = randomBytes(16 * 200_000)

const start = performance.now()
const rows = path.endsWith('.csv') ? Papa.parse<string[]>(readFileSync(path, 'utf8')).data : await sheetRows()
db.transaction(() => {
  for (const [index, [id, day, request, text, person, rating]] of rows.entries()) {
    if (index === 0 || text === undefined) continue
    const sha = shas.subarray(index * 16, index * 16 + 16)
    insert.run({ id, day, request, text, person, rating: Number(rating), sha })
  }
})()
const ms = performance.now() - start
const { count } = db.prepare('SELECT count(*) AS count FROM outputs').get() as { count: number }
db.close()
rmSync(folder, { recursive: true, force: true })
if (count < 99_000) throw new Error(`Only ${count} rows were inserted`)
console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS * 1024, count }))

async function sheetRows(): Promise<string[][]> {
  const found: string[][] = []
  const reader = new ExcelJS.stream.xlsx.WorkbookReader(createReadStream(path), { sharedStrings: 'cache' })
  for await (const sheet of reader) {
    for await (const row of sheet) found.push((row.values as string[]).slice(1))
  }
  return found
}
