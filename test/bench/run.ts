import { mkdirSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { isBuildStale } from '../../build/stamp.ts'
import { foundation } from './foundation.ts'
import { importRows } from './import-rows.ts'
import type { Row } from './measure.ts'
import { modelTest } from './model-test.ts'
import { outputList } from './output-list.ts'
import { reportPage } from './report-page.ts'
import { saveAndNext } from './save-and-next.ts'
import { startToHome } from './start-to-home.ts'
import { workbook } from './workbook.ts'

// The budgets of DESIGN §5, measured side by side. A figure here is a measurement, never a test.
const benches: Record<string, (folder: string) => Promise<Row[]>> = {
  'save-and-next': saveAndNext,
  start: startToHome,
  import: importRows,
  workbook,
  pdf: reportPage,
  'model-test': modelTest,
  foundation,
  'output-list': outputList,
}

const { positionals } = parseArgs({ allowPositionals: true })
const unknown = positionals.filter((name) => !Object.hasOwn(benches, name))
if (unknown.length > 0) {
  console.log(`There is no row "${unknown.join(', ')}". Rows: ${Object.keys(benches).join(', ')}.`)
  process.exit(1)
}
if (isBuildStale()) {
  console.log('The build is older than the sources. Run: npm run build')
  process.exit(1)
}
const folder = join(tmpdir(), 'evenkeel-bench')
mkdirSync(folder, { recursive: true })
const rows: Row[] = []
for (const [name, bench] of Object.entries(benches)) {
  if (positionals.length > 0 && !positionals.includes(name)) continue
  console.log(`Measuring ${name} …`)
  rows.push(...(await bench(folder)))
}
console.table(
  Object.fromEntries(
    rows.map(({ what, measured, ratio, hold, isHeld }) => [
      what,
      { measured, ratio: Number(ratio.toFixed(2)), hold, held: isHeld ? 'yes' : 'NO' },
    ]),
  ),
)
