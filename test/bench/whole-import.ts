import { mkdtempSync, openAsBlob, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createApp } from '../../electron/core/app.ts'
import { systemClock } from '../../electron/core/clock.ts'
import type { Contract } from '../../shared/contract/index.ts'

// The whole import through the app's door, from the owner's yes to the last commit: read, check, write.
const path = process.argv[2] ?? ''
const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-import-'))
const app = await createApp({ dataDir, clock: systemClock() })
const client: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({ url: 'http://app/api', fetch: (request) => app.fetch(request) }),
)
await client.company.create({ name: 'Import', ownerName: '' })
const { id } = await client.workflows.create({
  name: 'Replies',
  purpose: '',
  processOwner: '',
  vendor: '',
  model: '',
  stage: 'production',
  goLiveOn: null,
  monthlyVolume: null,
  byHandMinutes: 20,
  measure: 'minutes',
  targetLine: 0.15,
  updateLine: 0.2,
  sampleSize: 10,
  standards: [],
})
const upload = await app.fetch(
  new Request(`http://app/files?name=${basename(path)}`, { method: 'POST', body: await openAsBlob(path) }),
)
const { fileId } = (await upload.json()) as { fileId: string }
const target = { workflowId: id, fileIds: [fileId] }
const { guess, dateOrder } = await client.imports.preview(target)
const start = performance.now()
const { jobId } = await client.imports.start({
  ...target,
  mapping: guess,
  dateOrder,
  undatedMonth: '2026-10',
  onlyMonth: null,
})
for await (const event of await client.events.live()) {
  if (event.type === 'progress' && event.job.id === jobId && event.job.state !== 'running') break
}
const job = await client.jobs.get({ id: jobId })
const ms = performance.now() - start
const rss = process.resourceUsage().maxRSS * 1024
const { keptCount } = await client.imports.get({ id: job.importId ?? 0 })
await app.close()
rmSync(dataDir, { recursive: true, force: true })
if (keptCount < 99_000) throw new Error(`Only ${keptCount} outputs were kept`)
console.log(JSON.stringify({ ms, rss, keptCount }))
