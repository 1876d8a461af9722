import fc from 'fast-check'
import Papa from 'papaparse'
import { expect, it } from 'vitest'
import type { Document } from '../../../shared/contract/documents.ts'
import { addDays } from '../../../shared/domain/time/dates.ts'
import { aWorkflow } from '../../helpers/builders.ts'
import { approval } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const first = '2026-03-02'
const texts = ['Warm.', 'Short.', 'Plain.', 'Kind.']

/** What a document said, from which day: the newest of them counts on a day. */
type Said = { text: string; sections: number[]; liveOn: string; change: number }
type Plan = { change: number; document: number; text: string; sections: number[]; onDate: string }
type Model = { today: string; said: Map<number, Said[]>; plans: Plan[] }

const inForce = (model: Model, document: number, on: string) =>
  model.said.get(document)?.findLast(({ liveOn }) => liveOn <= on)

type Step = { kind: string; document: number; text: string; sections: number; days: number }
const steps = fc.array(
  fc.record({
    kind: fc.constantFrom(
      'publish',
      'publish',
      'schedule',
      'schedule',
      'live',
      'live',
      'replan',
      'callOff',
      'goBack',
      'days',
    ),
    document: fc.integer({ min: 0, max: 3 }),
    text: fc.constantFrom(...texts),
    sections: fc.integer({ min: 0, max: 3 }),
    days: fc.integer({ min: 0, max: 6 }),
  }),
  { minLength: 30, maxLength: 40 },
)

async function aCompany(app: TestApp) {
  const { client } = app
  const documents: Document[] = []
  for (const name of ['Tone', 'Prices'])
    documents.push(await client.documents.create({ kind: 'section', workflowId: null, name, text: '' }))
  for (const name of ['Replies', 'Adverts']) {
    const { id: workflowId } = await client.workflows.create(aWorkflow({ name, goLiveOn: '2026-01-01' }))
    documents.push(await client.documents.create({ kind: 'prompt', workflowId, name: 'Prompt', text: '' }))
  }
  return documents
}

type Company = { app: TestApp; documents: readonly Document[]; model: Model }

/** The same step in the app and in the model; where the app refuses it, the model stays as it is. */
async function take({ app, documents, model }: Company, { kind, document: at, text, sections, days }: Step) {
  const { client } = app
  const document = documents[at]
  const plan = model.plans[days % Math.max(1, model.plans.length)]
  if (!document) return
  const draws =
    document.kind === 'prompt' ? documents.slice(0, 2).filter((_, bit) => sections & (1 << bit)) : []
  const wording = { text, sections: draws.map(({ id }) => id) }
  const publish = async (liveOn: string) => {
    const { draft } = await client.documents.get({ id: document.id })
    await client.documents.saveDraft({
      id: document.id,
      rev: draft?.rev ?? null,
      text,
      sectionIds: wording.sections,
    })
    return client.documents.publish({ id: document.id, ...approval(liveOn) })
  }
  const add = (id: number, said: Said) => model.said.set(id, [...(model.said.get(id) ?? []), said])
  switch (kind) {
    case 'publish': {
      const liveOn = addDays(model.today, -days)
      const { change } = await publish(liveOn)
      return add(document.id, { ...wording, liveOn, change: change.number })
    }
    case 'schedule': {
      const onDate = addDays(model.today, days + 1)
      const { change } = await publish(onDate)
      return void model.plans.push({ ...wording, document: document.id, onDate, change: change.number })
    }
    case 'live': {
      if (!plan) return
      const liveOn = addDays(model.today, -(days % 3))
      await client.changes.goLive({ number: plan.change, liveOn })
      model.plans = model.plans.filter((each) => each !== plan)
      return add(plan.document, { text: plan.text, sections: plan.sections, liveOn, change: plan.change })
    }
    case 'replan': {
      if (!plan) return
      const onDate = addDays(model.today, days + 1)
      await client.changes.replan({ number: plan.change, onDate })
      plan.onDate = onDate
      return
    }
    case 'callOff': {
      if (!plan) return
      await client.changes.callOff({ number: plan.change })
      model.plans = model.plans.filter((each) => each !== plan)
      return
    }
    case 'goBack': {
      const { versions } = await client.documents.get({ id: document.id })
      const earlier = versions[days % Math.max(1, versions.length)]
      if (!earlier) return
      const { change } = await client.documents.goBack({ versionId: earlier.id, ...approval(model.today) })
      return add(document.id, {
        text: earlier.text,
        sections: earlier.sectionIds,
        liveOn: model.today,
        change: change.number,
      })
    }
    default:
      model.today = addDays(model.today, days)
      app.clock.moveTo(model.today)
  }
}

/** The record, the log, what ran on each day and the prompt to copy, against the model. */
async function compare({ app, documents, model }: Company) {
  const { client } = app
  const changes = new Map<number, number>()
  for (const { id } of documents) {
    const said = model.said.get(id) ?? []
    const { versions, planned } = await client.documents.get({ id })
    for (const version of versions) changes.set(version.id, version.changeNumber)
    expect(
      versions.toReversed().map((each) => [each.text, each.sectionIds, each.liveOn, each.changeNumber]),
    ).toEqual(said.map((each) => [each.text, each.sections, each.liveOn, each.change]))
    const plan = model.plans.find(({ document }) => document === id)
    expect(planned).toEqual(plan ? { changeNumber: plan.change, onDate: plan.onDate } : null)
    for (const [at, { text, liveOn, change }] of said.entries()) {
      const before = said[at - 1]?.text ?? ''
      const logged = await client.changes.get({ number: change })
      expect([logged.onDate, logged.plan]).toEqual([liveOn, null])
      if (before !== text) expect([logged.from, logged.to]).toEqual([before, text])
    }
  }
  const { fileId } = await client.exports.list({ list: { kind: 'changes' }, format: 'csv' })
  const rows = Papa.parse<Record<string, string>>(await (await app.fetch(`/files/${fileId}`)).text(), {
    header: true,
  }).data
  const listed = new Map(rows.map((row) => [Number(row.Change ?? row.Number), [row.Date, row.To]]))
  for (const { change, liveOn, text } of [...model.said.values()].flat()) {
    if (listed.get(change)?.[1]?.startsWith('Draws on') !== true)
      expect(listed.get(change)).toEqual([liveOn, text])
  }
  const days = Array.from({ length: 40 }, (_, day) => addDays(first, day - 7)).filter(
    (day) => day <= model.today,
  )
  for (const prompt of documents.filter(({ kind }) => kind === 'prompt')) {
    const workflowId = prompt.workflowId ?? 0
    for (const on of days) {
      const { release } = await client.releases.at({ workflowId, on })
      const own = inForce(model, prompt.id, on)
      const sections = own?.sections.flatMap((id) => inForce(model, id, on)?.change ?? []) ?? []
      const ran = release?.parts.map(({ versionId }) => changes.get(versionId)) ?? []
      expect(ran.sort(), `${prompt.id} on ${on}`).toEqual((own ? [own.change, ...sections] : []).sort())
    }
    const assembled = await client.documents.assembled({ workflowId })
    const own = inForce(model, prompt.id, model.today)
    for (const id of own?.sections ?? [])
      expect(assembled?.text).toContain(inForce(model, id, model.today)?.text ?? '')
    expect(assembled === null).toBe(own === undefined)
  }
}

it('on every day the record, the log, what ran on and the prompt to copy agree, whatever was scheduled', {
  timeout: 120_000,
}, async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (taken) => {
      await using app = await createTestApp({ today: first })
      const company = {
        app,
        documents: await aCompany(app),
        model: { today: first, said: new Map(), plans: [] },
      }
      for (const step of taken) {
        await take(company, step).catch((error: unknown) => {
          if (!(error instanceof Error) || !('code' in error)) throw error
        })
      }
      await compare(company)
    }),
    { numRuns: Number(process.env.RUNS ?? 6), interruptAfterTimeLimit: 90_000 },
  )
})

it('a wording that was planned goes live for the prompts that draw on it by then, in place of what is in force then', async () => {
  await using app = await createTestApp({ today: first })
  const { client } = app
  const [tone, , replies, adverts] = await aCompany(app)
  if (!tone || !replies || adverts?.workflowId == null) throw new Error('The company was not set up')
  const { workflowId } = adverts
  const said = { ...approval(first), what: 'Tone' }
  const draw = async ({ id }: Document) => {
    const { draft } = await client.documents.get({ id })
    await client.documents.saveDraft({ id, rev: draft?.rev ?? null, text: 'Write.', sectionIds: [tone.id] })
    await client.documents.publish({ id, ...approval(first) })
  }
  await client.documents.write({ ...said, id: tone.id, text: 'Warm.' })
  await draw(replies)
  const { change } = await client.documents.write({
    ...said,
    id: tone.id,
    text: 'Short.',
    liveOn: '2026-03-10',
  })
  await client.documents.write({ ...said, id: tone.id, text: 'Warmer.' })
  expect(await client.changes.get({ number: change.number })).toMatchObject({ from: 'Warmer.', to: 'Short.' })
  await draw(adverts)
  app.clock.moveTo('2026-03-11')
  await client.changes.goLive({ number: change.number, liveOn: '2026-03-10' })
  const ranOn = async (on: string) => {
    const { release } = await client.releases.at({ workflowId, on })
    return release?.parts.find(({ documentId }) => documentId === tone.id)?.version
  }
  expect([await ranOn('2026-03-09'), await ranOn('2026-03-10')]).toEqual([2, 3])
  expect((await client.changes.get({ number: change.number })).workflowIds).toContain(workflowId)
})

it('a planned wording that is in force by then is no change', async () => {
  await using app = await createTestApp({ today: first })
  const { client } = app
  const [tone] = await aCompany(app)
  const said = { ...approval(first), what: 'Tone', id: tone?.id ?? 0, text: 'Warm.' }
  const { change } = await client.documents.write({ ...said, liveOn: '2026-03-10' })
  await client.documents.write(said)
  app.clock.moveTo('2026-03-10')
  expect(await refusal(client.changes.goLive({ number: change.number, liveOn: '2026-03-10' }))).toMatchObject(
    {
      code: 'CONFLICT',
      message: 'Version 1 of Tone says the same already. Call change 1 off.',
    },
  )
})
