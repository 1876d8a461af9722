import { existsSync, mkdirSync, renameSync } from 'node:fs'
import { dirname, join } from 'node:path'
import type { Clock } from '../../electron/core/clock.ts'
import { createEvents } from '../../electron/core/events.ts'
import { createFiles } from '../../electron/core/files.ts'
import { createImportReader } from '../../electron/core/import/reader.ts'
import { importWorkerUrl } from '../../electron/core/import/worker-url.ts'
import { createJobs } from '../../electron/core/jobs.ts'
import { createLog } from '../../electron/core/log.ts'
import { openCompany } from '../../electron/core/open-company.ts'
import { type SampleWorkflow, sampleWorkflows } from '../../electron/core/sample/company/workflows.ts'
import { createMovingClock } from '../../electron/core/sample/moving-clock.ts'
import { createRandom } from '../../electron/core/sample/random.ts'
import { collect, createSampleWorkflow } from '../../electron/core/sample/story/collect.ts'
import { reviewMonth } from '../../electron/core/sample/story/review-month.ts'
import { addMonths, lastDayOf } from '../../shared/domain/time/dates.ts'

/** The companies of the performance budgets. */
export const sizes = {
  ordinary: { workflows: 3, months: 36, collected: 60 },
  /** One whose page for leadership is full. */
  dozen: { workflows: 12, months: 12, collected: 30 },
  big: { workflows: 50, months: 120, collected: 100 },
  /** One workflow of 5,000 reviewed outputs and a few. */
  'long list': { workflows: 1, months: 51, collected: 112, sampleSize: 100 },
} as const
export type Size = keyof typeof sizes

/** A data folder with a generated company whose last month is drawn and not judged. Made once, then kept. */
export async function generatedCompany(folder: string, size: Size, today: string): Promise<string> {
  const dataDir = join(folder, `${size.replace(' ', '-')}-${today.slice(0, 7)}`)
  const path = join(dataDir, 'evenkeel.db')
  if (existsSync(path)) return dataDir
  mkdirSync(dataDir, { recursive: true })
  const { workflows, months, collected, sampleSize } = { sampleSize: 10, ...sizes[size] }
  const random = createRandom(1)
  const time = createMovingClock('Europe/Berlin')
  const first = addMonths(today.slice(0, 7), 1 - months)
  time.moveTo(`${first}-01`)
  const unfinished = join(dataDir, 'unfinished.db')
  const opened = await openAt(unfinished, {
    clock: time.clock,
    newSeed: () => random.integer(0, 2 ** 32 - 1),
  })
  opened.company.create({ name: 'Generated company', ownerName: 'Dana' })
  const list: { id: number; sample: SampleWorkflow }[] = []
  for (let index = 0; index < workflows; index++) {
    const kind = sampleWorkflows[index % sampleWorkflows.length]
    if (!kind) throw new Error('There are no sample workflows')
    const fields = { ...kind.fields, name: `${kind.fields.name} ${index + 1}` }
    const sample = { ...kind, fields, collected }
    const id = await createSampleWorkflow(opened.services, sample, `${first}-01`)
    opened.services.workflows.save({ ...opened.services.workflows.find(id), sampleSize, reason: '' })
    list.push({ sample, id })
  }
  const judged: Parameters<typeof reviewMonth>[1]['judged'] = new Map()
  for (let index = 0; index < months; index++) {
    const month = addMonths(first, index)
    const isLast = index === months - 1
    for (const { id, sample } of list) {
      time.moveTo(isLast ? today : lastDayOf(month))
      collect(opened.services, id, sample, month, index, random)
      const sitting = { workflowId: id, month, issues: sample.issues, random, pass: time.pass, judged }
      await reviewMonth(opened.services, isLast ? { ...sitting, stopAfter: 0 } : sitting)
    }
    if (months > 50 && index % 12 === 11)
      console.log(`  ${Math.round(((index + 1) / months) * 100)}% generated`)
  }
  opened.close()
  renameSync(unfinished, path)
  return dataDir
}

/** Opens the data file at `path`, which may be lost. */
export function openAt(path: string, { clock, newSeed }: { clock: Clock; newSeed: () => number }) {
  const folder = dirname(path)
  const events = createEvents()
  return openCompany(path, {
    clock,
    events,
    jobs: createJobs(events, createLog(folder, clock)),
    files: createFiles(folder),
    reader: createImportReader({ workerUrl: importWorkerUrl }),
    appVersion: '0.0.0',
    newSeed,
    durability: 'off',
  })
}
