import { copyFileSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { approval } from '../helpers/documents.ts'
import { beginDrift, holdMonth, holdMonths } from '../helpers/drift.ts'
import { createTestApp, type TestApp } from '../helpers/test-app.ts'

// Lives through the months of the target screens and leaves the company as it stood at four of them in the folder
// given: after the early sign, with a second look to take, with an update due, and with its effect settled.
const out = process.argv[2] ?? ''

/** Ends the app; its company stays under the name of the stage. */
async function keep(app: TestApp, stage: string) {
  mkdirSync(join(out, stage), { recursive: true })
  await app.close()
  copyFileSync(join(app.dataDir, 'evenkeel.db'), join(out, stage, 'evenkeel.db'))
}

/** The company as it is, so that it can be left there while the story goes on. */
async function keepCopy(app: TestApp, stage: string, goOn?: (copy: TestApp) => Promise<void>) {
  const copy = await app.reopenAsKilled()
  await goOn?.(copy)
  await keep(copy, stage)
  await copy.dispose()
}

await using app = await createTestApp({ today: '2025-09-01' })
await app.client.company.create({ name: 'Fernhill Supply', ownerName: 'Dana' })
const { offerId: id } = await beginDrift(app)
await holdMonths(app, '2025-09', '2026-07')
await keepCopy(app, 'early')
await holdMonth(app, '2026-08')
await keepCopy(app, 'above', (copy) => holdMonth(copy, '2026-09', 20))
await holdMonths(app, '2026-09', '2026-10')
await keepCopy(app, 'due')
app.clock.moveTo('2026-11-16')
await app.client.documents.saveDraft({ id, rev: null, text: 'Prices of May.', sectionIds: [] })
await app.client.documents.publish({ id, ...approval('2026-11-16') })
await holdMonths(app, '2026-11', '2027-01')
await keep(app, 'settled')
