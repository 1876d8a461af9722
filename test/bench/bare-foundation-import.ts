import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import mammoth from 'mammoth'
import Papa from 'papaparse'

// The least an import costs: the parser, and the same rows into one plain table that is safe on disk.
const path = process.argv[2] ?? ''
const folder = mkdtempSync(join(tmpdir(), 'evenkeel-bare-'))
const db = new Database(join(folder, 'bare.db'))
db.pragma('journal_mode = WAL')
db.pragma('synchronous = FULL')
const start = performance.now()
const rows = path.endsWith('.docx') ? await sections() : Papa.parse<string[]>(readFileSync(path, 'utf8')).data
const columns = Math.max(...rows.map((cells) => cells.length))
const places = Array.from({ length: columns }, (_, index) => `c${index}`)
db.exec(`CREATE TABLE rows (id INTEGER PRIMARY KEY, ${places.join(', ')})`)
const insert = db.prepare(
  `INSERT INTO rows (${places.join(', ')}) VALUES (${places.map(() => '?').join(', ')})`,
)
db.transaction(() => {
  for (const cells of rows) insert.run(places.map((_, index) => cells[index] ?? ''))
})()
const ms = performance.now() - start
db.close()
rmSync(folder, { recursive: true, force: true })
console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS * 1024, rows: rows.length }))

async function sections(): Promise<string[][]> {
  const { value } = await mammoth.convertToHtml({ buffer: readFileSync(path) })
  return value.split('<h1>').map((section) => [section])
}
