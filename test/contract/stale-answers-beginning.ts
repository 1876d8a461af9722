import { aWorkflow, drawMonth, judge, marksOf, someOutputs, toCsv, updateOf } from '../helpers/builders.ts'
import { addInput, aSetUpTest } from '../helpers/model-tests.ts'
import type { Client, TestApp } from '../helpers/test-app.ts'

const approval = { why: 'The first one.', decidedBy: '', approvedBy: 'Ana' }

const aChange = (workflowId: number, onDate: string) => ({
  ...{ onDate, workflowIds: [workflowId], kind: 'other' as const },
  ...{ what: 'A newer template', from: 'Old', to: 'New', why: 'Better.' },
})

/** A company that began two months before `today`, with one workflow and outputs of two months in one file. */
export async function aBeginning(app: TestApp, today: string): Promise<void> {
  const { client, clock } = app
  const { id: workflowId } = await client.workflows.create(
    aWorkflow({ standards: [], processOwner: 'Ana', goLiveOn: null }),
  )
  const days = ['2026-09-15', '2026-09-16', '2026-10-15']
  const rows = days.map((date) => ({ Date: date, 'AI text': `Dear customer, written on ${date}.` }))
  clock.moveTo(today)
  await app.importFile('replies.csv', toCsv(rows), { workflowId })
}

/** Writes of its first day on which nothing else hides: each brings out what the sample company has long had. */
export async function firstDays(app: TestApp, client: Client): Promise<void> {
  const today = app.clock.today()
  const [workflow] = await client.workflows.list()
  if (!workflow) throw new Error('The company begins with a workflow')
  const workflowId = workflow.id
  await client.workflows.update(updateOf(workflow, { goLiveOn: '2026-10-05', reason: 'Live.' }))
  const standards = [{ name: 'Short', description: '', isMustPass: true }]
  await client.standards.save({ workflowId, standards, reason: 'The first ones.' })
  await client.imports.paste({ workflowId, month: '2026-11', pairs: someOutputs(12, 50) })
  const [person] = await client.people.list()
  await client.people.save({ id: person?.id ?? null, name: 'Ana Roth', role: 'Sales', leftOn: null })
  await aMonthAboveTheLine(client, workflowId)
  // The first section of a Foundation gives the report a date for its review.
  const { id: sectionId } = await client.documents.create({
    ...{ workflowId: null, kind: 'section', name: 'Prices', text: 'Case 3 costs five euros.' },
  })
  await client.changes.create(aChange(workflowId, today))
  await client.documents.publish({ id: sectionId, liveOn: today, ...approval })
  const news = { kind: 'business', text: 'A new competitor.', onDate: today } as const
  await client.signals.record({ ...news, workflowId, sectionId })
  await foundationReview(client, sectionId, today)
  await aSignal(client, workflowId, today)
  await aTest(client, workflowId, today)
}

async function aMonthAboveTheLine(client: Client, workflowId: number) {
  const fact = { id: null, rev: null, term: 'ten', replacement: '', retiredOn: '2026-01-01', sectionId: null }
  const { id: reviewId, items } = await drawMonth(client, workflowId, '2026-11')
  await client.retiredFacts.save(fact)
  for (const item of items) await judge(client, item, { marks: marksOf(item, 'not_met') })
  await client.reviews.finish({ reviewId })
  await client.imports.paste({ workflowId, month: '2026-10', pairs: someOutputs(12, 200) })
  await client.reviews.draw({ workflowId, month: '2026-10' })
}

async function foundationReview(client: Client, sectionId: number, heldOn: string) {
  const { foundationReviews } = client
  const { id } = await foundationReviews.prepare({ heldOn, attendees: [{ name: 'Ana Roth', role: '' }] })
  const { cards } = await foundationReviews.start({ id })
  const said = { answer: 'change', what: 'New prices', who: 'Ana Roth', dueOn: heldOn } as const
  await foundationReviews.answer({ id, sectionId, rev: cards[0]?.rev ?? 0, ...said, isParked: false })
  await foundationReviews.finish({ id, nextOn: '2027-03-05' })
}

async function aSignal(client: Client, workflowId: number, onDate: string) {
  const noted = { kind: 'business', text: 'Prices go up.', onDate, workflowId, sectionId: null } as const
  const { id } = await client.signals.record(noted)
  await client.changes.create({ ...aChange(workflowId, onDate), signalIds: [id] })
  const handled = (await client.signals.list({ state: 'all', kind: null, search: '', offset: 0 })).rows[0]
  await client.signals.update({ ...noted, id, rev: handled?.rev ?? 0, text: 'Prices go up a little.' })
}

async function aTest(client: Client, workflowId: number, liveOn: string) {
  const { documents } = client
  const prompt = { kind: 'prompt', workflowId, name: 'Prompt', text: 'Answer.' } as const
  await documents.publish({ id: (await documents.create(prompt)).id, liveOn, ...approval })
  const text = 'Vendor: Anthropic\nModel: model-old'
  const model = { kind: 'model', workflowId, name: 'Model', text } as const
  await documents.publish({ id: (await documents.create(model)).id, liveOn, ...approval })
  await addInput(client, workflowId, 'case 1')
  const { id } = await aSetUpTest(client, [workflowId])
  await client.modelTests.lock({ id })
  await client.provider.setKey({ provider: 'anthropic', key: 'sk-ant-canary-0123456789' })
}
