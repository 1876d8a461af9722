import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { createMovingClock } from '../../electron/core/sample/moving-clock.ts'
import type { OutputsAsked } from '../../shared/contract/outputs.ts'
import { generatedCompany, openAt } from './company.ts'
import { median, milliseconds, quantile, type Row } from './measure.ts'

/** Found in many, in one, in none; several words; letters with and without their accents. */
const searches = ['delivery', 'order number', 'zzzz', 'Muller refund', 'thank you for your message', 'é']
const rounds = 5

/** One page of 5,000 reviewed outputs, searched, against SQLite's own LIKE over the same texts, which knows no accents. */
export async function outputList(folder: string): Promise<Row[]> {
  const today = new Date().toISOString().slice(0, 10)
  const source = await generatedCompany(folder, 'long list', today)
  const dataDir = mkdtempSync(join(folder, 'run-'))
  try {
    const path = join(dataDir, 'evenkeel.db')
    cpSync(join(source, 'evenkeel.db'), path)
    const time = createMovingClock('Europe/Berlin')
    time.moveTo(today)
    const { db, services, close } = await openAt(path, { clock: time.clock, newSeed: () => 1 })
    const all = await services.results.outputs(asked(''), { locale: 'en-GB' })
    const texts = db
      .prepare<[string], number>(`SELECT count(*) FROM review_items i JOIN outputs o ON o.id = i.output_id
        WHERE concat_ws(' ', o.request, o.ai_text, o.final_text, o.person, i.note) LIKE ?`)
      .pluck()
    const times: { ours: number[]; bare: number[] } = { ours: [], bare: [] }
    for (let round = 0; round < rounds; round++) {
      for (const search of searches) {
        times.ours.push(await timed(() => services.results.outputs(asked(search), { locale: 'en-GB' })))
        times.bare.push(await timed(() => texts.get(`%${search}%`)))
      }
    }
    close()
    const [ours, bare] = [median(times.ours), median(times.bare)]
    return [
      {
        what: `search ${all.all} outputs`,
        measured: `CPU, median ${milliseconds(ours)}, p95 ${milliseconds(quantile(times.ours, 0.95))}; LIKE ${milliseconds(bare)}`,
        ratio: ours / bare,
        hold: 'at most 2 × LIKE',
        isHeld: ours <= 2 * bare,
      },
    ]
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

const asked = (search: string): OutputsAsked => ({
  ...{ workflowId: 1, search, month: null, person: null, show: 'all', standard: null, type: null },
  ...{ section: null, order: { by: 'month', isAscending: false }, offset: 0, limit: 50 },
})

/** Of this process alone: what else the machine does stays out of it. */
async function timed(run: () => unknown): Promise<number> {
  const start = process.cpuUsage()
  await run()
  const { user, system } = process.cpuUsage(start)
  return (user + system) / 1000
}
