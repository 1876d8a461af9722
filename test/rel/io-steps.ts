import { aWorkflow, someOutputs, toCsv } from '../helpers/builders.ts'
import type { TestApp } from '../helpers/test-app.ts'
import { type Acknowledge, type Story, stories } from './stories.ts'

/** A piece of work on a disk that may fail: an error carries the sentence the owner would read. */
async function assertDone(app: TestApp, jobId: string): Promise<string> {
  const { state, message, fileId } = await app.ended(jobId)
  if (state !== 'done') throw new Error(message ?? `The job is ${state}`)
  return fileId ?? ''
}

async function uploaded(app: TestApp, name: string, content: string): Promise<string> {
  const response = await app.fetch(`/files?name=${name}`, { method: 'POST', body: content })
  const answer = (await response.json()) as { fileId: string; message: string }
  if (!response.ok) throw new Error(answer.message)
  return answer.fileId
}

const importing: Story = {
  async prepare({ client }) {
    return (await client.workflows.create(aWorkflow({ name: 'Imported' }))).id
  },
  async round(app, workflowId, number, acknowledge: Acknowledge) {
    const fileId = await uploaded(app, 'outputs.csv', toCsv(someOutputs(200, 1 + number * 200)))
    const { guess, dateOrder } = await app.client.imports.preview({ workflowId, fileIds: [fileId] })
    const reading = { mapping: guess, dateOrder, undatedMonth: '2026-11', onlyMonth: null }
    const { jobId } = await app.client.imports.start({ workflowId, fileIds: [fileId], ...reading })
    await assertDone(app, jobId)
    acknowledge([
      "SELECT count(*) >= 200 * ? FROM outputs WHERE import_id IN (SELECT id FROM imports WHERE state = 'done')",
      1,
    ])
  },
}

const backingUp: Story = {
  async prepare({ client }) {
    await client.company.create({ name: 'Northwind Bikes', ownerName: 'Ana' })
    return 0
  },
  async round({ client }) {
    await client.company.backUp()
  },
}

const exporting: Story = {
  async prepare({ client }) {
    await client.company.create({ name: 'Northwind Bikes', ownerName: 'Ana' })
    await client.workflows.create(aWorkflow())
    return 0
  },
  async round(app) {
    const { jobId } = await app.client.exports.everything()
    const response = await app.fetch(`/files/${await assertDone(app, jobId)}`)
    await response.arrayBuffer()
  },
}

const { review, checklist, finishes, publications } = stories
export const steps = { review, checklist, finishes, publications, importing, backingUp, exporting }
