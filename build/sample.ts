import { copyFileSync, mkdirSync, rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import type { ContractRouterClient } from '@orpc/contract'
import { createApp } from '../electron/core/app.ts'
import { systemClock } from '../electron/core/clock.ts'
import type { Contract } from '../shared/contract/index.ts'
import { monthPeriod } from '../shared/domain/report/period.ts'
import { addMonths, monthOf } from '../shared/domain/time/dates.ts'

const help = `npm run sample -- --out DIR

Builds the sample company without a window and writes its database and the
workbook of its last finished month to DIR.`

const { values } = parseArgs({ options: { out: { type: 'string' }, help: { type: 'boolean' } } })
if (values.help || !values.out) {
  console.log(help)
  process.exit(values.help ? 0 : 1)
}

const out = resolve(values.out)
const dataDir = join(out, 'data')
mkdirSync(out, { recursive: true })
rmSync(dataDir, { recursive: true, force: true })
const clock = systemClock()
const app = await createApp({ dataDir, clock })
const client: ContractRouterClient<Contract> = createORPCClient(
  new RPCLink({ url: 'http://app/api', fetch: (request) => app.fetch(request) }),
)
await client.company.openSample()
const month = addMonths(monthOf(clock.today()), -1)
const news = await client.events.live()
const { jobId } = await client.exports.workbook({ ...monthPeriod(month), withTexts: true })
for await (const event of news) {
  if (event.type === 'progress' && event.job.id === jobId && event.job.state !== 'running') break
}
const { fileId, fileName, message } = await client.jobs.get({ id: jobId })
if (fileId === null || fileName === null) throw new Error(message ?? 'The workbook was not written')
copyFileSync(join(dataDir, 'tmp', fileId), join(out, fileName))
await app.close()
copyFileSync(join(dataDir, 'sample.db'), join(out, 'sample.db'))
rmSync(dataDir, { recursive: true, force: true })
console.log(`${join(out, 'sample.db')}\n${join(out, fileName)}`)
