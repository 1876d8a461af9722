import { createTestApp, type TestApp } from '../helpers/test-app.ts'
import { conclude, options } from './harness.ts'

/**
 * Saves everything of a company in one file, brings it into an Evenkeel without a company, and saves everything
 * again: the two files must be the same byte by byte. The control changes one name before the second time; were it
 * not seen, this test could not see a difference.
 */

const { count, seed } = options(3)
const failures: string[] = []
const tally = { companies: 0, megabytes: 0, alike: 0, controlsSeen: 0 }

async function everythingOf(app: TestApp): Promise<Buffer> {
  const { jobId } = await app.client.exports.everything()
  const { fileId, message } = await app.ended(jobId)
  if (fileId === null) throw new Error(message ?? 'No file was made')
  return Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer())
}

async function onceAround(run: number): Promise<void> {
  // The sample company of another day has other outputs, draws and marks.
  const today = new Date(Date.UTC(2026, 10, 1 + ((seed + run * 97) % 365))).toISOString().slice(0, 10)
  await using from = await createTestApp({ today })
  await from.client.company.openSample()
  const everything = await everythingOf(from)
  await using to = await createTestApp({ today })
  const copy = await to.client.safety.addFile({ fileId: await to.upload('everything.zip', everything) })
  await to.client.safety.restore({ id: copy.id })
  tally.companies += 1
  tally.megabytes += Math.round(everything.length / 1e5) / 10
  if ((await everythingOf(to)).equals(everything)) tally.alike += 1
  else failures.push(`the company of ${today} is another one the second time`)
  await to.client.company.update({ name: 'Another name', ownerName: 'Dana' })
  if (!(await everythingOf(to)).equals(everything)) tally.controlsSeen += 1
}

for (let run = 0; run < count; run += 1) await onceAround(run)
conclude({
  ...{ promise: 'rel:roundtrip', cases: tally.companies, failures, table: { companies: tally } },
  control: { what: 'another name', seen: tally.controlsSeen },
})
