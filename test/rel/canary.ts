import { randomBytes } from 'node:crypto'
import { readdirSync, readFileSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { monthPeriod } from '../../shared/domain/report/period.ts'
import { aWorkflow, drawMonth, finishReview } from '../helpers/builders.ts'
import { type FakeMessagesApi, type Fault, startFakeMessagesApi } from '../helpers/fake-messages-api.ts'
import { addInput, aSetUpTest, judgeAll } from '../helpers/model-tests.ts'
import { standIn } from '../helpers/stand-in.ts'
import { type Client, clientOf, createTestApp, refusal, type TestApp } from '../helpers/test-app.ts'
import { makeZip } from '../helpers/zip.ts'
import { type Form, formsOf, type Hit, search } from './canary-forms.ts'
import { conclude } from './harness.ts'

/**
 * Takes an API key through a whole model test, with a server that fails and sends the key back in its errors, and
 * then looks for it in every reply, export, backup, log and file. It must be nowhere but in the header.
 */

type Found = { name: string; bytes: Buffer }

const faults: readonly Fault[] = [
  { kind: 'status', status: 429, headers: { 'retry-after-ms': '20' } },
  { kind: 'status', status: 529, headers: { 'retry-after-ms': '20' } },
  { kind: 'status', status: 500 },
  { kind: 'cut' },
  { kind: 'bad_json' },
  { kind: 'error_event', type: 'overloaded_error', hasBegun: true },
  { kind: 'reset_after_headers' },
]
const stopping: readonly Fault[] = [
  { kind: 'status', status: 401 },
  { kind: 'status', status: 400 },
  { kind: 'redirect', to: 'http://127.0.0.1:9/' },
]

/** The app behind a door that keeps every reply. */
function listenedTo(app: TestApp, replies: Found[]): Client {
  return clientOf(async (request) => {
    const path = request.url.replace(/^https?:\/\/[^/]+/, '')
    const body = request.method === 'GET' ? null : await request.text()
    const response = await app.fetch(path, { method: request.method, headers: request.headers, body })
    const bytes = Buffer.from(await response.arrayBuffer())
    replies.push({ name: `reply ${path} ${response.status}`, bytes })
    replies.push({ name: `headers ${path}`, bytes: Buffer.from(JSON.stringify([...response.headers])) })
    return new Response(bytes, { status: response.status, headers: response.headers })
  })
}

async function fetchToTheEnd(client: Client, api: FakeMessagesApi, id: number) {
  for (const fault of [...stopping, null]) {
    if (fault) api.queue(fault)
    else api.queue(...faults)
    await client.modelTests.startRun({ id, cap: 10 })
    while (await isAtWork(client, id)) await new Promise((resolve) => setTimeout(resolve, 50))
  }
  const { run } = await client.modelTests.get({ id })
  if (run.done !== run.total) throw new Error(`The run ended early: ${run.message}`)
}

/** A call that is still on its way would take the fault that is meant for the next one. */
async function isAtWork(client: Client, id: number): Promise<boolean> {
  const { run } = await client.modelTests.get({ id })
  return run.state === 'running' || run.inFlight > 0
}

/** The whole journey, from the key to the decision. */
async function journey(app: TestApp, client: Client, api: FakeMessagesApi, key: string): Promise<Found[]> {
  await client.company.create({ name: 'Northwind', ownerName: 'Ana' })
  await refusal(client.provider.setKey({ provider: 'anthropic', key: `${key} ${key}` }))
  await refusal(client.provider.setKey({ provider: 'anthropic', key: key.repeat(30) }))
  await client.provider.setKey({ provider: 'anthropic', key })
  await client.provider.list()
  await client.provider.models({ provider: 'anthropic' })
  api.queue({ kind: 'status', status: 401 }, { kind: 'wrong_shape' })
  await refusal(client.provider.models({ provider: 'anthropic' }))
  await refusal(client.provider.models({ provider: 'anthropic' }))

  const { id: workflowId } = await client.workflows.create(aWorkflow({ model: 'claude-opus-5' }))
  for (let number = 1; number <= 8; number++) await addInput(client, workflowId, `case ${number}`)
  const set = await aSetUpTest(client, [workflowId], 'claude-haiku-4-5')
  const { id } = await client.modelTests.lock({ id: set.id })
  await client.modelTests.sendPlan({ id })
  await fetchToTheEnd(client, api, id)
  await client.modelTests.grid({ id })
  const sheet = await client.modelTests.sheet({ id, side: 'candidate' })
  await client.provider.sent({ offset: 0 })

  await client.modelTests.startJudging({ id })
  await judgeAll(client, id, () => ({ verdict: 'equal' }))
  await client.modelTests.reveal({ id })
  await client.modelTests.result({ id })
  await client.modelTests.decide({
    ...{ id, decision: 'stay', why: 'No difference.', decidedBy: 'Ana', approvedBy: '' },
    ...{ onDate: app.clock.today(), rollOut: null },
  })
  const { id: reviewId } = await drawMonth(client, workflowId, '2026-11')
  await finishReview(client, reviewId)
  await failUnforeseen(app, client)
  await client.company.backUp()
  const { jobId } = await client.exports.workbook({ ...monthPeriod('2026-11'), withTexts: true })
  const { fileId } = await app.ended(jobId)
  const made = [
    sheet,
    await client.exports.list({ list: { kind: 'model_test', id }, format: 'xlsx' }),
    await client.exports.list({ list: { kind: 'changes' }, format: 'xlsx' }),
    await client.exports.list({ list: { kind: 'changes' }, format: 'csv' }),
    await client.exports.list({ list: { kind: 'register' }, format: 'xlsx' }),
    { fileId: fileId ?? '', name: 'review workbook' },
  ]
  return Promise.all(made.map((file) => downloaded(app, file)))
}

async function downloaded(app: TestApp, { fileId, name }: { fileId: string; name: string }): Promise<Found> {
  const response = await app.fetch(`/files/${fileId}`)
  if (!response.ok) throw new Error(`${name} was not made`)
  return { name: `export ${name}`, bytes: Buffer.from(await response.arrayBuffer()) }
}

/** An error nobody foresaw, so that there is a log: the folder for files in passing is away. */
async function failUnforeseen({ dataDir }: TestApp, client: Client) {
  const folder = join(dataDir, 'tmp')
  renameSync(folder, `${folder}-away`)
  await client.exports.list({ list: { kind: 'changes' }, format: 'csv' }).catch(() => {})
  renameSync(`${folder}-away`, folder)
}

function filesIn(folder: string): Found[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => ({ name: `file ${path.slice(folder.length + 1)}`, bytes: readFileSync(path) }))
}

async function hitsIn(found: readonly Found[], forms: readonly Form[]): Promise<Hit[]> {
  const hits: Hit[] = []
  for (const { name, bytes } of found) hits.push(...(await search(name, bytes, forms)))
  return hits
}

/** Every form, planted in plain bytes and in a part of a zip, must be found. */
async function blindTo(forms: readonly Form[]): Promise<string[]> {
  const missed: string[] = []
  for (const form of forms) {
    const data = Buffer.concat([Buffer.from('before '), form.bytes, Buffer.from(' after')])
    for (const bytes of [data, makeZip([{ name: 'part', data }])]) {
      if ((await search('planted', bytes, [form])).length === 0) missed.push(form.name)
    }
  }
  return missed
}

const key = `sk-ant-canary/${randomBytes(24).toString('base64')}+end`
const forms = formsOf(key)
const api = await startFakeMessagesApi()
const app = await createTestApp({ providers: [standIn(api.baseURL)] })
const replies: Found[] = []
const exported = await journey(app, listenedTo(app, replies), api, key)
const whileOpen = filesIn(app.dataDir)
const bodies = api.requests.map(({ number, instructions, input }) => ({
  name: `request ${number}`,
  bytes: Buffer.from(JSON.stringify([instructions, input])),
}))
const sentWithKey = api.requests.filter(({ authorization }) => authorization === `Bearer ${key}`).length
await app.close()
const closed = filesIn(app.dataDir)

const everything = [...replies, ...exported, ...whileOpen, ...closed, ...bodies]
const hits = await hitsIn(everything, forms)
const missed = await blindTo(forms)
const logs = closed.filter(({ name }) => name.startsWith('file logs')).length
const backups = closed.filter(({ name }) => name.includes('backups')).length
await app.dispose()
await api.close()

console.log(
  `${api.requests.length} requests with the key in their header, ${replies.length / 2} replies, ${exported.length} exports, ${closed.length} files, of them ${logs} logs and ${backups} of backups; ${forms.length} forms`,
)
const isWhole = sentWithKey === api.requests.length && logs > 0 && backups > 0
conclude({
  promise: 'sec:canary',
  cases: everything.length,
  failures: [
    ...hits.map(({ where, form }) => `${where}: ${form}`),
    ...missed.map((form) => `planted and not found: ${form}`),
    ...(isWhole ? [] : ['The key was not used, or there is no log or backup to look into.']),
  ],
  control: { what: 'planted keys that were found', seen: 2 * forms.length - missed.length },
})
