import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { contract } from '../../shared/contract/index.ts'
import { noActivityFilter } from '../../shared/contract/reports/activity.ts'
import { eachRegisterText } from '../../shared/domain/register-texts.ts'
import { monthPeriod } from '../../shared/domain/report/period.ts'
import {
  aReview,
  aWorkflow,
  drawMonth,
  finishReview,
  judge,
  someOutputs,
  toCsv,
  updateOf,
} from '../helpers/builders.ts'
import { type FakeMessagesApi, startFakeMessagesApi } from '../helpers/fake-messages-api.ts'
import { aSetUpTest, aTestedWorkflow, judgeAll, likesCandidate, pasteAll } from '../helpers/model-tests.ts'
import { placeSample } from '../helpers/sample.ts'
import { standIn } from '../helpers/stand-in.ts'
import { type Client, createTestApp, type TestApp } from '../helpers/test-app.ts'

type Definition = { '~orpc': { inputSchema?: z.ZodType; outputSchema?: z.ZodType } }

const procedures = Object.entries(contract).flatMap(([feature, methods]) =>
  Object.entries(methods).map(([name, procedure]) => ({
    path: `${feature}.${name}`,
    ...(procedure as unknown as Definition)['~orpc'],
  })),
)

// The one stream of the contract has a schema of its own kind.
const answering = procedures.filter(({ path }) => path !== 'events.live')

describe.each(answering)('$path', ({ inputSchema, outputSchema }) => {
  it('takes and gives only what JSON can hold', () => {
    for (const schema of [inputSchema, outputSchema]) {
      if (schema) expect(() => z.toJSONSchema(schema, { io: 'input' })).not.toThrow()
      if (schema) expect(() => z.toJSONSchema(schema, { io: 'output' })).not.toThrow()
    }
    expect(outputSchema).toBeDefined()
  })
})

/** One good call of every procedure; the answer passes the output schema, else the door gives an error. */
describe('every procedure answers through the door', () => {
  let app: TestApp
  let client: Client
  const called = new Set<string>()
  const month = '2026-11'

  let api: FakeMessagesApi

  beforeAll(async () => {
    api = await startFakeMessagesApi()
    app = await createTestApp({ providers: [standIn(api.baseURL)] })
    client = recording(app.client, called)
  })
  afterAll(async () => {
    await app.dispose()
    await api.close()
  })

  it('company', async () => {
    await client.company.create({ name: 'Northwind Bikes', ownerName: 'Ana' })
    await client.company.update({ name: 'Northwind', ownerName: 'Ana' })
    await client.company.updatePreferences({ theme: 'dark' })
    await client.company.backUp()
    expect((await client.company.get()).lastBackupAt).toBe(app.clock.now())
  })

  it('workflows, standards and changes', async () => {
    const workflow = await client.workflows.create(aWorkflow())
    await client.workflows.update(updateOf(workflow, { purpose: 'New' }))
    await client.workflows.get({ id: workflow.id })
    await client.workflows.list()
    const spare = await client.workflows.create(aWorkflow({ name: 'Spare' }))
    await client.workflows.remove({ id: spare.id, name: 'Spare' })
    const standards = [{ name: 'Short', description: '', isMustPass: true }]
    await client.standards.save({ workflowId: workflow.id, standards, reason: '' })
    await client.standards.current({ workflowId: workflow.id })
    await client.standards.versions({ workflowId: workflow.id })
    const { number } = await client.changes.create({
      onDate: '2026-11-20',
      workflowIds: [workflow.id],
      kind: 'model',
      what: 'A newer model',
      from: 'Old',
      to: 'New',
      why: 'The provider retires the old one.',
    })
    await client.changes.get({ number })
    await client.changes.list({ workflowId: null, search: '', offset: 0 })
    await client.changes.waiting()
    await client.changes.told()
    await client.changes.outputs({ number, workflowId: workflow.id })
    const planned = async () => {
      const ahead = { onDate: '2027-04-01', workflowIds: [workflow.id], why: 'Agreed.' }
      const what = { kind: 'other', what: 'Prices of April', from: '', to: '' } as const
      return (await client.changes.create({ ...ahead, ...what })).number
    }
    await client.changes.replan({ number: await planned(), onDate: '2027-05-01' })
    await client.changes.callOff({ number: await planned() })
    await client.changes.goLive({ number: await planned(), liveOn: '2026-11-21' })
    const fileId = await app.upload('log.csv', 'Date,What\n2026-01-05,Tone\n')
    const { guess, dateOrder } = await client.changes.previewLog({ fileId })
    await app.outcomeOf(client.changes.importLog({ fileId, mapping: guess, dateOrder }))
  })

  it('documents and releases', async () => {
    const { documents, releases } = client
    const approval = { why: 'The first one.', liveOn: '2026-11-20', decidedBy: '', approvedBy: 'Ana' }
    const made = { workflowId: null, kind: 'section', text: 'Short sentences.' } as const
    const { id } = await documents.create({ ...made, name: 'Tone' })
    await documents.update({ id, name: 'Tone of voice', verifier: 'Ana', intervalDays: 90 })
    await documents.move({ id, by: 1 })
    await documents.publish({ id, ...approval })
    await documents.saveDraft({ id, rev: null, text: 'No set phrases.', sectionIds: [] })
    await documents.discardDraft({ id })
    const { rev } = await documents.saveDraft({ id, rev: null, text: 'No set phrases.', sectionIds: [] })
    await documents.saveDraft({ id, rev, text: 'No set phrases at all.', sectionIds: [] })
    await documents.warnings({ id })
    await documents.publish({ id, ...approval })
    const { versions } = await documents.get({ id })
    const number = versions[0]?.changeNumber ?? 0
    await documents.write({ id: versions[0]?.documentId ?? 0, text: 'One go.', what: 'One go', ...approval })
    await client.changes.tick({ number, step: 'pasted', isDone: true })
    await documents.goBack({ versionId: versions.at(-1)?.id ?? 0, ...approval })
    await documents.verify({ id, by: 'Ana' })
    const newer = [{ documentId: id, name: 'Tone', text: 'Taken from a newer document.' }]
    await documents.compareSections({ sections: newer })
    await documents.takeSections({ sections: newer, ...approval })
    await documents.checkLive({ id, pasted: 'Short sentences.' })
    await documents.search({ search: 'sentences' })
    const fileId = await app.upload('foundation.md', '# Prices\n\nFrom 10 euros.\n')
    const { sections } = await documents.previewImport({ fileId })
    await documents.importSections({ sections, ...approval })
    await documents.list({ workflowId: null })
    await documents.assembled({ workflowId: 1 })
    await releases.list({ workflowId: 1 })
    await releases.at({ workflowId: 1, on: '2026-11-20' })
    const prompt = { kind: 'prompt', workflowId: 1, name: 'Prompt', text: 'Answer.' } as const
    await documents.publish({ id: (await documents.create(prompt)).id, ...approval })
    const pilot = { stage: 'pilot', team: 'Support', until: '2026-12-20' } as const
    await releases.setStage({ workflowId: 1, number: 1, since: '2026-11-20', ...pilot })
  })

  it('retired facts', async () => {
    const { retiredFacts } = client
    const fields = { term: 'Basic plan', replacement: '', retiredOn: '2026-11-20', sectionId: null }
    const { id } = await retiredFacts.save({ id: null, rev: null, ...fields })
    await retiredFacts.get({ id })
    await retiredFacts.list()
    await retiredFacts.remove({ id })
  })

  it('people', async () => {
    const { people } = client
    const somebody = { id: null, role: 'Support', leftOn: null }
    const { id: fromId } = await people.save({ ...somebody, name: 'Cleo' })
    const { id: toId } = await people.save({ ...somebody, name: 'Ben' })
    await people.handOver({ fromId, toId })
    await people.remove({ id: fromId })
    const names = (await people.list()).map(({ name }) => name)
    expect([names.includes('Ben'), names.includes('Cleo')]).toEqual([true, false])
  })

  it('signals', async () => {
    const { signals } = client
    const noted = { kind: 'business', text: 'Prices go up.', onDate: '2026-11-20' } as const
    const { id, rev } = await signals.record({ ...noted, workflowId: null, sectionId: null })
    await signals.update({ id, rev, ...noted, workflowId: 1, sectionId: null })
    await signals.setAside({ id, reason: 'Only a rumour' })
    await signals.reopen({ id })
    await signals.remove({ id })
    const [deleted] = await client.bin.list()
    await client.bin.putBack({ id: deleted?.id ?? 0 })
    await signals.list({ state: 'all', kind: null, search: '', offset: 0 })
    expect(await signals.triggers()).toMatchObject([{ kind: 'business', signalIds: [id] }])
  })

  it('Foundation reviews', async () => {
    const { foundationReviews } = client
    const meeting = { heldOn: '2026-11-21', attendees: [{ name: 'Ben', role: 'Support' }] }
    await foundationReviews.discard({ id: (await foundationReviews.prepare(meeting)).id })
    const { id, rev } = await foundationReviews.prepare(meeting)
    await client.calendar.invitation({ reviewId: id })
    await foundationReviews.update({ id, rev, ...meeting })
    const { cards, attendees } = await foundationReviews.start({ id })
    const [first, ...others] = cards
    if (!first) throw new Error('There is no section to go through')
    const { sectionId } = first
    const said = { answer: 'unsure', what: 'Ask sales', who: 'Ben', dueOn: '2026-11-30' } as const
    await foundationReviews.answer({ id, sectionId, rev: first.rev, ...said, isParked: false })
    const undone = await foundationReviews.undo({ id })
    const again = undone.review.cards[0]?.rev ?? 0
    await foundationReviews.answer({ id, sectionId, rev: again, ...said, isParked: false })
    await foundationReviews.confirmQuick({
      id,
      sectionIds: others.filter(({ isQuick }) => isQuick).map((card) => card.sectionId),
    })
    await foundationReviews.spend({ id, sectionId, spent: [{ sectionId, seconds: 60 }] })
    await foundationReviews.finish({ id, nextOn: null })
    await foundationReviews.agree({ id, attendeeId: attendees[0]?.id ?? 0, hasAgreed: true })
    await foundationReviews.get({ id })
    await foundationReviews.list()
    await foundationReviews.plan()
    const [action] = await foundationReviews.actions({ state: 'open' })
    const actionId = action?.id ?? 0
    await foundationReviews.updateAction({ actionId, who: 'Ben', dueOn: '2026-12-01' })
    await foundationReviews.closeAction({ actionId, state: 'done', note: 'It still holds.' })
    await foundationReviews.reopenAction({ actionId })
    const { fileId } = await client.exports.list({ list: { kind: 'foundation_review', id }, format: 'xlsx' })
    expect((await app.fetch(`/files/${fileId}`)).status).toBe(200)
  })

  it('the register', async () => {
    const { register } = client
    const { rev } = await register.get({ workflowId: 1 })
    const entry = { deputy: 'Ben', dataClass: 'internal', ...eachRegisterText(() => '') } as const
    await register.save({ workflowId: 1, rev, ...entry, nextReviewOn: null })
    await register.markReviewed({ workflowId: 1, nextReviewOn: '2027-02-01' })
    const needed = {
      source: 'Prices',
      system: '',
      owner: '',
      refreshed: '',
      lastCheckedOn: null,
      noticed: '',
    }
    const { id } = await register.saveDependency({ workflowId: 1, id: null, ...needed, ifItStops: '' })
    await register.removeDependency({ id })
    const happened = { happenedOn: '2026-11-20', what: 'A wrong price', effect: '', correctiveAction: '' }
    const open = { ...happened, changeNumber: null, closedOn: null }
    const incident = await register.recordIncident({ workflowId: 1, ...open })
    await register.updateIncident({ ...open, id: incident.id, rev: incident.rev, closedOn: '2026-11-21' })
    const { fileId } = await client.exports.list({ list: { kind: 'register' }, format: 'xlsx' })
    expect((await app.fetch(`/files/${fileId}`)).status).toBe(200)
  })

  it('the calendar', async () => {
    const { calendar } = client
    await calendar.save({ kind: 'monthly_review', week: 2, weekday: 2, startsAt: '09:00' })
    await calendar.list()
    const { fileId } = await calendar.file({ kind: 'monthly_review' })
    expect((await app.fetch(`/files/${fileId}`)).status).toBe(200)
  })

  it('imports and jobs', async () => {
    const fileIds = [await app.upload('replies.csv', toCsv([{ 'AI text': 'Dear Ms Weber, here it is.' }]))]
    await client.imports.preview({ workflowId: 1, fileIds })
    const choice = {
      mapping: { aiText: 0 },
      dateOrder: 'day-first',
      undatedMonth: month,
      onlyMonth: null,
    } as const
    await client.imports.count({ workflowId: 1, fileIds, ...choice })
    const { jobId } = await client.imports.start({ workflowId: 1, fileIds, ...choice })
    await client.jobs.get({ id: jobId })
    const { importId } = await app.ended(jobId)
    await client.jobs.cancel({ id: jobId })
    await client.imports.get({ id: importId ?? 0 })
    await client.imports.paste({ workflowId: 1, month, pairs: someOutputs(3) })
    await client.imports.list({ workflowId: 1 })
    await client.imports.remove({ id: importId ?? 0 })
    await client.exports.importProblems({ importId: importId ?? 0 })
  })

  it('reviews and results', async () => {
    await client.reviews.skip({ month, workflowId: 1, reason: 'Closed for a month.' })
    await client.reviews.takeBackSkip({ month, workflowId: 1 })
    await client.reviews.pool({ workflowId: 1, month })
    await client.reviews.candidates({ workflowId: 1, month, search: '', offset: 0 })
    const review = await aReview(client, { workflow: { name: 'Proposals' } })
    const { id: reviewId, workflowId } = review
    await client.reviews.drawRecord({ reviewId })
    const [first, second] = review.items
    if (!first || !second) throw new Error('The sample is too small')
    await client.reviews.replace({ itemId: first.id, rev: first.rev, reason: 'Test message' })
    await judge(client, second)
    await client.reviews.undo({ reviewId })
    const cursor = { itemId: second.id, group: 'note', standardId: null, view: 'ai', scroll: 0 } as const
    await client.reviews.moveTo({ reviewId, cursor, spent: [{ itemId: second.id, seconds: 60 }] })
    await finishReview(client, reviewId)
    await client.results.output({ itemId: second.id })
    await client.results.outputs({ workflowId, offset: 0, limit: 10 })
    await client.results.outputChoices({ workflowId })
    await client.results.workflow({ workflowId })
    const what = { kind: 'other', what: 'A checklist', from: '', to: '', why: 'Agreed.' } as const
    const change = await client.changes.create({
      onDate: `${month}-01`,
      workflowIds: [workflowId],
      ...what,
    })
    await client.changes.keep({ number: change.number, workflowId })
    await client.results.updatePlan({ workflowId, sectionId: 1 })
    await client.results.done({ reviewId })
    await client.reviews.recompute({ workflowId })
    await client.reviews.textLines({ workflowId })
    await client.reviews.seenAgain({ workflowId })
    const byMinutes = { name: 'Offers', measure: 'minutes', byHandMinutes: 100 } as const
    const above = await drawMonth(client, (await client.workflows.create(aWorkflow(byMinutes))).id, month, 40)
    for (const [index, item] of above.items.entries())
      await judge(client, item, { editMinutes: index % 2 ? 40 : 4 })
    await client.reviews.finish({ reviewId: above.id })
    await client.reviews.secondLook({ reviewId: above.id })
    await client.reviews.reopen({ reviewId, reason: 'A late answer.' })
    await client.reviews.finish({ reviewId })
    await client.reviews.session({ month })
    await client.reviews.sessions()
    await client.results.overview()
    await client.results.home()
  })

  it('reports', async () => {
    const { reports } = client
    const [period] = await reports.periods()
    if (!period) throw new Error('No month is finished')
    await reports.saveWords({ ...period, sentence: 'Prices were old.', decisions: [] })
    await reports.setCosts({ hourlyCost: { amount: 50, currency: 'EUR' }, updateHours: 12 })
    const [line] = (await reports.page(period)).lines
    if (line) {
      const { workflowId } = line
      await reports.setUsed({ workflowId, month: line.finding.month, used: { used: 8, offered: 10 } })
    }
    const { id } = await reports.keep({ ...period, audit: await reports.stamp(period) })
    expect((await reports.list({ offset: 0 })).reports.map((report) => report.id)).toEqual([id])
    expect((await reports.kept({ id })).page.words.sentence).toBe('Prices were old.')
  })

  it('the Bin', async () => {
    await client.bin.empty()
    expect(await client.bin.list()).toEqual([])
  })

  it('activity', async () => {
    const { activity } = client
    await activity.choices()
    await activity.seals()
    const { rows } = await activity.list({ ...noActivityFilter, offset: 0, limit: 10 })
    await activity.get({ seq: rows[0]?.seq ?? 0 })
    expect(await activity.check()).toMatchObject({ brokenAt: null })
  })

  it('exports', async () => {
    for (const format of ['xlsx', 'csv'] as const) {
      const { fileId } = await client.exports.list({ list: { kind: 'changes' }, format })
      const { jobId } = await client.exports.longList({ list: { kind: 'changes' }, format })
      expect(await app.ended(jobId)).toMatchObject({ state: 'done' })
      expect((await app.fetch(`/files/${fileId}`)).status).toBe(200)
    }
    await client.exports.foundation({ format: 'docx' })
    const pageFileId = await app.upload('page.html', '<p>Page</p>')
    const pack = await client.exports.reportPack({ ...monthPeriod(month), pageFileId })
    expect(await app.ended(pack.jobId)).toMatchObject({ state: 'done', fileId: expect.any(String) })
    const evidence = await client.exports.evidencePack()
    expect(await app.ended(evidence.jobId)).toMatchObject({ state: 'done', fileId: expect.any(String) })
    const everything = await client.exports.everything()
    expect(await app.ended(everything.jobId)).toMatchObject({ state: 'done' })
    const { jobId } = await client.exports.workbook({ ...monthPeriod(month), withTexts: true })
    expect(await app.ended(jobId)).toMatchObject({ state: 'done', fileId: expect.any(String) })
  })

  it('events', async () => {
    const events = await client.events.live()
    const news = events.next()
    await client.company.update({ name: 'Northwind Bikes', ownerName: 'Ana' })
    expect((await news).value).toEqual({
      type: 'changed',
      carriedTo: null,
      features: ['company'],
    })
    await events.return?.(undefined)
  })

  it('the sample, and back', async () => {
    await placeSample(app)
    await client.company.openSample()
    await client.company.openOwn()
  })

  it('safety', async () => {
    expect(await client.safety.recovery()).toBeNull()
    const [newest] = await client.safety.copies()
    await client.safety.openFolder()
    await client.safety.second()
    await client.safety.chooseSecond({ folder: null })
    const fileId = await app.upload(
      'from-home.db',
      readFileSync(join(app.dataDir, 'backups', newest?.id.slice(7) ?? '')),
    )
    const { id } = await client.safety.addFile({ fileId })
    await client.safety.restore({ id })
    await client.safety.keepFile()
    await client.safety.retry()
    const before = (await client.safety.copies()).find(({ reason }) => reason === 'before going back')
    await client.safety.restore({ id: before?.id ?? '' })
  })

  it('provider', async () => {
    await client.provider.setKey({ provider: 'anthropic', key: 'sk-ant-canary-0123456789' })
    await client.provider.list()
    await client.provider.models({ provider: 'anthropic' })
    await client.provider.forgetKey({ provider: 'anthropic' })
    await client.provider.savePrice({
      provider: 'anthropic',
      model: 'mine',
      input: 1,
      output: 5,
      asOf: app.clock.today(),
    })
    await client.provider.saveRetirement({ model: 'mine', retiresOn: '2027-03-01' })
    await client.provider.setGateway({ provider: 'anthropic', address: null })
    await client.modelTests.inUse()
    await client.provider.prices()
    await client.provider.removePrice({ provider: 'anthropic', model: 'mine' })
    expect((await client.provider.sent({ offset: 0 })).total).toBe(1)
  })

  it('standard inputs and model tests', async () => {
    await client.provider.setKey({ provider: 'anthropic', key: 'sk-ant-canary-0123456789' })
    const workflowId = await aTestedWorkflow({ ...app, client }, 2, { name: 'Tested' })
    const fileId = await app.upload('inputs.csv', toCsv([{ Name: 'case 3', Input: 'A third question.' }]))
    const { guess: mapping } = await client.standardInputs.previewImport({ fileId })
    await app.outcomeOf(client.standardInputs.importFile({ workflowId, fileId, mapping }))
    const { inputs } = await client.standardInputs.list({ workflowId })
    const [first, second] = inputs
    if (!first || !second) throw new Error('There are three inputs')
    await client.standardInputs.move({ id: second.id, by: -1 })
    await client.standardInputs.remove({ id: first.id })
    const review = await drawMonth(client, workflowId, month)
    const [item] = review.items
    await client.standardInputs.addFromReview({ itemId: item?.id ?? 0 })
    await client.modelTests.starts({ workflowId })

    const { id } = await aSetUpTest(client, [workflowId])
    const copy = await client.modelTests.copy({ id })
    await client.modelTests.discard({ id: copy.id })
    await client.modelTests.lock({ id })
    const [row] = await client.modelTests.grid({ id })
    const inputId = row?.inputId ?? 0
    await client.modelTests.mask({ inputId, isMasked: true })
    const otherModel = { side: 'candidate', provider: 'anthropic', model: 'other', maxTokens: 900 } as const
    await client.modelTests.correctSide({ id, workflowId, ...otherModel })
    await client.modelTests.sendPlan({ id })
    await client.modelTests.countTokens({ id })
    await client.modelTests.startRun({ id, cap: null })
    await client.modelTests.pauseRun({ id })
    await client.modelTests.cancelRun({ id })
    await pasteAll(client, id)
    await client.modelTests.clearOutput({ inputId, side: 'current' })
    await client.modelTests.sheet({ id, side: 'current' })
    const outputs = await app.upload('outputs.csv', toCsv([{ Input: row?.text ?? '', Output: 'An answer.' }]))
    await client.modelTests.previewOutputs({ id, fileId: outputs })
    const columns = { input: 0, output: 1, milliseconds: null, model: null }
    const ofFile = { id, workflowId, side: 'current' as const, fileId: outputs, ...columns }
    await client.modelTests.countOutputs(ofFile)
    await app.outcomeOf(client.modelTests.importOutputs(ofFile))

    await client.modelTests.startJudging({ id })
    await judgeAll(client, id, likesCandidate)
    await client.modelTests.undoJudgement({ id })
    await judgeAll(client, id, likesCandidate)
    await client.modelTests.reveal({ id })
    await client.modelTests.result({ id })
    const decision = {
      decision: 'stay',
      why: 'No need.',
      decidedBy: '',
      approvedBy: '',
      rollOut: null,
    } as const
    await client.modelTests.decide({ id, ...decision, onDate: app.clock.today() })
    await client.exports.list({ list: { kind: 'model_test', id }, format: 'xlsx' })
    await client.modelTests.get({ id })
    expect(await client.modelTests.list()).toMatchObject([{ id, state: 'decided' }])
  })

  it('and none was left out', () => {
    expect([...called].sort()).toEqual(procedures.map(({ path }) => path).sort())
  })
})

/** The client, noting each procedure that answered without an error. */
function recording(client: Client, called: Set<string>): Client {
  const features = Object.entries(contract).map(([feature, methods]) => {
    const through = client[feature as keyof Client] as unknown as Record<
      string,
      (input: unknown) => Promise<unknown>
    >
    const noted = Object.keys(methods).map((name) => [
      name,
      async (input: unknown) => {
        const answer = await through[name]?.(input)
        called.add(`${feature}.${name}`)
        return answer
      },
    ])
    return [feature, Object.fromEntries(noted)]
  })
  return Object.fromEntries(features) as Client
}
