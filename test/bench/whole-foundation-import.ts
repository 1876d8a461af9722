import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createApp } from '../../electron/core/app.ts'
import { systemClock } from '../../electron/core/clock.ts'
import type { Contract } from '../../shared/contract/index.ts'
import { aWorkflow } from '../helpers/builders.ts'

// A Foundation (.docx) or a change log (.csv) through the app's door: preview and import, without the owner's time.
const path = process.argv[2] ?? ''
const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-import-'))
const clock = systemClock()
const app = await createApp({ dataDir, clock })
const client: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({ url: 'http://app/api', fetch: (request) => app.fetch(request) }),
)
await client.company.create({ name: 'Import', ownerName: 'Dana' })
for (const name of ['Replies', 'Adverts', 'Proposals']) {
  await client.workflows.create(aWorkflow({ name, goLiveOn: '2020-01-01' }))
}
const upload = await app.fetch(
  new Request(`http://app/files?name=${basename(path)}`, { method: 'POST', body: await openAsBlob(path) }),
)
const { fileId } = (await upload.json()) as { fileId: string }
const start = performance.now()
const kept = path.endsWith('.docx') ? await importSections() : await importLog()
const ms = performance.now() - start
await app.close()
rmSync(dataDir, { recursive: true, force: true })
console.log(JSON.stringify({ ms, rss: process.resourceUsage().maxRSS * 1024, kept }))

async function importSections() {
  const { sections } = await client.documents.previewImport({ fileId })
  const approval = { why: 'The document we have', liveOn: clock.today(), decidedBy: 'Dana', approvedBy: '' }
  return (await client.documents.importSections({ sections, ...approval })).length
}

async function importLog() {
  const { guess, dateOrder } = await client.changes.previewLog({ fileId })
  const { jobId } = await client.changes.importLog({ fileId, mapping: guess, dateOrder })
  for (;;) {
    const { state, outcome, message } = await client.jobs.get({ id: jobId })
    if (outcome !== null) return outcome.kept
    if (state !== 'running') throw new Error(message ?? state)
    await setTimeout(5)
  }
}
