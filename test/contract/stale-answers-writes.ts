import { eachRegisterText } from '../../shared/domain/register-texts.ts'
import {
  aWorkflow,
  drawMonth,
  finishReview,
  judge,
  someOutputs,
  toCsv,
  updateOf,
} from '../helpers/builders.ts'
import { addInput, aSetUpTest, judgeAll, likesCandidate, pasteAll } from '../helpers/model-tests.ts'
import type { Client, TestApp } from '../helpers/test-app.ts'

const month = '2026-11'

/** Calls every write of the contract through `client`, on the sample company. */
export async function everyWrite(app: TestApp, client: Client): Promise<void> {
  const aboveItsLine = await aMonthAboveItsLine(app.client)
  const workflowId = await workflowsAndStandards(client)
  await client.reviews.secondLook({ reviewId: aboveItsLine })
  await outputsAndReviews(app, client, workflowId)
  await foundation(app, client, workflowId)
  await peopleSignalsRegister(client, workflowId)
  await foundationReview(client)
  await changesAndCalendar(app, client, workflowId)
  await modelTest(app, client, workflowId)
  await reports(client)
  await company(app, client)
}

async function reports(client: Client) {
  const [period] = await client.reports.periods()
  if (!period) throw new Error('The sample has finished months')
  await client.reports.saveWords({ ...period, sentence: 'Prices were old.', decisions: [] })
  await client.reports.setCosts({ hourlyCost: { amount: 50, currency: 'EUR' }, updateHours: 12 })
  const [line] = (await client.reports.page(period)).lines
  if (line) {
    const { workflowId } = line
    await client.reports.setUsed({ workflowId, month: line.finding.month, used: { used: 8, offered: 10 } })
  }
  await client.reports.keep({ ...period, audit: await client.reports.stamp(period) })
}

async function workflowsAndStandards(client: Client) {
  const workflow = await client.workflows.create(aWorkflow({ name: 'Answers in the shop' }))
  await client.workflows.update(updateOf(workflow, { name: 'Shop answers', goLiveOn: '2026-03-05' }))
  const [first] = await client.workflows.list()
  if (!first) throw new Error('The sample has workflows')
  await client.workflows.update(
    updateOf(first, { name: `${first.name} now`, targetLine: 0.11, updateLine: 0.2, reason: 'Agreed.' }),
  )
  const spare = await client.workflows.create(aWorkflow({ name: 'Spare' }))
  await client.workflows.remove({ id: spare.id, name: 'Spare' })
  const standards = [{ name: 'Short', description: '', isMustPass: true }]
  await client.standards.save({ workflowId: workflow.id, standards, reason: '' })
  await client.standards.save({ workflowId: first.id, standards, reason: 'Simpler.' })
  return workflow.id
}

async function outputsAndReviews(app: TestApp, client: Client, workflowId: number) {
  const fileIds = [await app.upload('replies.csv', toCsv([{ 'AI text': 'Dear Ms Weber, here it is.' }]))]
  const choice = {
    mapping: { aiText: 0 },
    dateOrder: 'day-first',
    undatedMonth: month,
    onlyMonth: null,
  } as const
  const { jobId } = await client.imports.start({ workflowId, fileIds, ...choice })
  const { importId } = await app.ended(jobId)
  await client.imports.remove({ id: importId ?? 0 })
  await client.imports.paste({ workflowId, month, pairs: someOutputs(14) })
  await client.retiredFacts.save({
    id: null,
    rev: null,
    term: 'e',
    replacement: '',
    retiredOn: '2026-11-20',
    sectionId: null,
  })
  await client.reviews.skip({ month, workflowId, reason: 'Moving house.' })
  await client.reviews.takeBackSkip({ month, workflowId })
  const { id: reviewId, items } = await drawMonth(client, workflowId, month)
  const [first, second] = items
  if (!first || !second) throw new Error('The sample is too small')
  await client.reviews.replace({ itemId: first.id, rev: first.rev, reason: 'Test message' })
  await judge(client, second)
  await client.reviews.undo({ reviewId })
  const cursor = { itemId: second.id, group: 'note', standardId: null, view: 'ai', scroll: 0 } as const
  await client.reviews.moveTo({ reviewId, cursor, spent: [{ itemId: second.id, seconds: 60 }] })
  await finishReview(client, reviewId)
  await client.reviews.reopen({ reviewId, reason: 'A late answer.' })
  await client.reviews.finish({ reviewId })
  await client.reviews.recompute({ workflowId })
  const [fact] = await client.retiredFacts.list()
  await client.standardInputs.addFromReview({ itemId: second.id }).catch(() => null)
  await client.retiredFacts.remove({ id: fact?.id ?? 0 })
}

async function foundation(app: TestApp, client: Client, workflowId: number) {
  const { documents } = client
  const approval = { why: 'The first one.', liveOn: '2026-11-20', decidedBy: '', approvedBy: 'Ana' }
  const made = { workflowId: null, kind: 'section', text: 'Short sentences.' } as const
  const { id } = await documents.create({ ...made, name: 'Voice' })
  await documents.update({ id, name: 'Tone of voice', verifier: 'Ana', intervalDays: 90 })
  await documents.move({ id, by: -1 })
  await documents.publish({ id, ...approval })
  await documents.saveDraft({ id, rev: null, text: 'No set phrases.', sectionIds: [] })
  await documents.discardDraft({ id })
  await documents.saveDraft({ id, rev: null, text: 'No set phrases.', sectionIds: [] })
  await documents.publish({ id, ...approval })
  await documents.write({ id, text: 'Written in one go.', what: 'One go', ...approval })
  const { versions } = await documents.get({ id })
  await client.changes.tick({ number: versions[0]?.changeNumber ?? 0, step: 'pasted', isDone: true })
  await documents.goBack({ versionId: versions.at(-1)?.id ?? 0, ...approval })
  await documents.verify({ id, by: 'Ana' })
  await documents.checkLive({ id, pasted: 'Something else.' })
  const [section] = await documents.list({ workflowId: null })
  if (section)
    await documents.update({ id: section.id, name: `${section.name} now`, verifier: 'Ben', intervalDays: 30 })
  const fileId = await app.upload('foundation.md', '# New prices\n\nFrom 10 euros.\n')
  const { sections } = await documents.previewImport({ fileId })
  await documents.importSections({ sections, ...approval })
  const newer = [
    { documentId: id, name: 'Voice', text: 'Written by comparison.' },
    { documentId: null, name: 'Newly named', text: 'New.' },
  ]
  await documents.takeSections({ sections: newer, ...approval })
  const prompt = { kind: 'prompt', workflowId, name: 'Shop prompt', text: 'Answer.' } as const
  await documents.publish({ id: (await documents.create(prompt)).id, ...approval })
  const model = {
    kind: 'model',
    workflowId,
    name: 'Shop model',
    text: 'Vendor: Anthropic\nModel: old',
  } as const
  await documents.publish({ id: (await documents.create(model)).id, ...approval })
  const pilot = { stage: 'pilot', team: 'Support', until: '2026-12-20' } as const
  await client.releases.setStage({ workflowId, number: 1, since: '2026-11-28', ...pilot }).catch(() => null)
  const number = (await client.releases.list({ workflowId }))[0]?.number ?? 1
  await client.releases.setStage({ workflowId, number, since: '2026-11-28', ...pilot })
}

async function peopleSignalsRegister(client: Client, workflowId: number) {
  const { people, signals, register } = client
  const somebody = { id: null, role: 'Support', leftOn: null }
  const { id: fromId } = await people.save({ ...somebody, name: 'Ottilie' })
  const { id: toId } = await people.save({ ...somebody, name: 'Benedikt' })
  await people.save({ id: fromId, name: 'Ottilie Maria', role: 'Support', leftOn: '2026-11-20' })
  await people.handOver({ fromId, toId })
  // Whoever stands in records of the past stays; a name entered by mistake goes.
  const { id: mistakenId } = await people.save({ ...somebody, name: 'Carla' })
  await people.remove({ id: mistakenId })
  const noted = { kind: 'business', text: 'Prices go up.', onDate: '2026-11-01' } as const
  const { id, rev } = await signals.record({ ...noted, workflowId: null, sectionId: null })
  await signals.update({ id, rev, ...noted, workflowId, sectionId: null })
  await signals.setAside({ id, reason: 'Only a rumour' })
  await signals.reopen({ id })
  await signals.remove({ id })
  const [deleted] = await client.bin.list()
  await client.bin.putBack({ id: deleted?.id ?? 0 })
  await signals.remove({ id })
  await client.bin.empty()
  const entry = { deputy: 'Benedikt', dataClass: 'internal', ...eachRegisterText(() => '') } as const
  const known = await register.get({ workflowId })
  await register.save({ workflowId, rev: known.rev, ...entry, nextReviewOn: null })
  await register.markReviewed({ workflowId, nextReviewOn: '2026-12-05' })
  const needed = { source: 'Prices', system: '', owner: '', refreshed: '', lastCheckedOn: null, noticed: '' }
  const dependency = await register.saveDependency({ workflowId, id: null, ...needed, ifItStops: '' })
  await register.removeDependency({ id: dependency.id })
  const happened = { happenedOn: '2026-11-20', what: 'A wrong price', effect: '', correctiveAction: '' }
  const open = { ...happened, changeNumber: null, closedOn: null }
  const incident = await register.recordIncident({ workflowId, ...open })
  await register.updateIncident({ ...open, id: incident.id, rev: incident.rev, closedOn: '2026-11-21' })
}

async function foundationReview(client: Client) {
  const { foundationReviews } = client
  const underWay = (await foundationReviews.list()).find(({ state }) => state === 'preparing')
  if (underWay) await foundationReviews.discard({ id: underWay.id })
  const meeting = { heldOn: '2026-11-28', attendees: [{ name: 'Benedikt', role: 'Support' }] }
  await foundationReviews.discard({ id: (await foundationReviews.prepare(meeting)).id })
  const { id, rev } = await foundationReviews.prepare(meeting)
  await client.calendar.invitation({ reviewId: id })
  await foundationReviews.update({ id, rev, ...meeting })
  const { cards, attendees } = await foundationReviews.start({ id })
  const [first] = cards
  if (!first) throw new Error('There is no section to go through')
  const { sectionId } = first
  const said = { answer: 'unsure', what: 'Ask sales', who: 'Benedikt', dueOn: '2026-11-30' } as const
  await foundationReviews.answer({ id, sectionId, rev: first.rev, ...said, isParked: false })
  await foundationReviews.undo({ id })
  const again = (await foundationReviews.get({ id })).cards.find((card) => card.sectionId === sectionId)
  await foundationReviews.answer({ id, sectionId, rev: again?.rev ?? 0, ...said, isParked: false })
  const quick = cards.filter((card) => card.isQuick && card.sectionId !== sectionId)
  await foundationReviews.confirmQuick({ id, sectionIds: quick.map((card) => card.sectionId) })
  await foundationReviews.spend({ id, sectionId, spent: [{ sectionId, seconds: 60 }] })
  await foundationReviews.finish({ id, nextOn: null })
  await foundationReviews.agree({ id, attendeeId: attendees[0]?.id ?? 0, hasAgreed: true })
  const action = (await foundationReviews.actions({ state: 'open' })).find(({ who }) => who === 'Benedikt')
  const actionId = action?.id ?? 0
  await foundationReviews.updateAction({ actionId, who: 'Benedikt', dueOn: '2026-12-01' })
  await foundationReviews.closeAction({ actionId, state: 'done', note: 'It still holds.' })
  await foundationReviews.reopenAction({ actionId })
}

async function changesAndCalendar(app: TestApp, client: Client, workflowId: number) {
  const { id } = await client.signals.record({
    kind: 'provider',
    text: 'A newer one.',
    onDate: '2026-11-20',
    workflowId,
    sectionId: null,
  })
  await client.changes.create({
    onDate: '2026-11-20',
    workflowIds: [workflowId],
    kind: 'other',
    what: 'A newer template',
    from: 'Old',
    to: 'New',
    why: 'Better.',
    signalIds: [id],
  })
  await plannedChanges(client, workflowId)
  const fileId = await app.upload('log.csv', 'Date,What\n2026-06-05,Tone\n')
  const { guess, dateOrder } = await client.changes.previewLog({ fileId })
  await app.outcomeOf(client.changes.importLog({ fileId, mapping: guess, dateOrder }))
  await client.calendar.save({ kind: 'monthly_review', week: 2, weekday: 2, startsAt: '09:00' })
  await client.calendar.file({ kind: 'monthly_review' })
  await client.calendar.save({ kind: 'monthly_review', week: 3, weekday: 2, startsAt: '09:00' })
}

async function plannedChanges(client: Client, workflowId: number) {
  const plan = async () => {
    const ahead = { onDate: '2027-04-01', workflowIds: [workflowId], why: 'Agreed.' }
    const what = { kind: 'other', what: 'Prices of April', from: '', to: '' } as const
    return (await client.changes.create({ ...ahead, ...what })).number
  }
  await client.changes.replan({ number: await plan(), onDate: '2027-05-01' })
  await client.changes.callOff({ number: await plan() })
  await client.changes.goLive({ number: await plan(), liveOn: '2026-11-21' })
  const [told] = await client.changes.told()
  if (!told) throw new Error('No change has a look to keep')
  await client.changes.keep({ number: told.number, workflowId: told.workflowId })
  await client.changes.keep({ number: told.number, workflowId: told.workflowId, isKept: false })
}

async function modelTest(app: TestApp, client: Client, workflowId: number) {
  await client.provider.setKey({ provider: 'anthropic', key: 'sk-ant-canary-0123456789' })
  await client.provider.models({ provider: 'anthropic' })
  await client.provider.saveRetirement({ model: 'claude-sonnet-4', retiresOn: '2027-01-15' })
  await client.provider.setGateway({ provider: 'anthropic', address: 'https://ai.example.com/claude' })
  await client.provider.setGateway({ provider: 'anthropic', address: null })
  await client.provider.savePrice({
    provider: 'anthropic',
    model: 'model-new',
    input: 1,
    output: 5,
    asOf: app.clock.today(),
  })
  for (const name of ['case 1', 'case 2']) await addInput(client, workflowId, name)
  const fileId = await app.upload('inputs.csv', toCsv([{ Name: 'case 3', Input: 'A third question.' }]))
  const { guess: mapping } = await client.standardInputs.previewImport({ fileId })
  const { id } = await aSetUpTest(client, [workflowId])
  await app.outcomeOf(client.standardInputs.importFile({ workflowId, fileId, mapping }))
  const { inputs } = await client.standardInputs.list({ workflowId })
  await client.standardInputs.move({ id: inputs[1]?.id ?? 0, by: -1 })
  await client.standardInputs.remove({ id: inputs.at(-1)?.id ?? 0 })
  const copy = await client.modelTests.copy({ id })
  await client.modelTests.discard({ id: copy.id })
  await client.modelTests.lock({ id })
  const [row] = await client.modelTests.grid({ id })
  const inputId = row?.inputId ?? 0
  await client.modelTests.mask({ inputId, isMasked: true })
  const otherModel = { side: 'candidate', provider: 'anthropic', model: 'other', maxTokens: 900 } as const
  await client.modelTests.correctSide({ id, workflowId, ...otherModel })
  await client.modelTests.countTokens({ id })
  await client.modelTests.startRun({ id, cap: null })
  await client.modelTests.pauseRun({ id })
  await client.modelTests.cancelRun({ id })
  await pasteAll(client, id)
  await client.modelTests.clearOutput({ inputId, side: 'current' })
  const outputs = await app.upload('outputs.csv', toCsv([{ Input: row?.text ?? '', Output: 'An answer.' }]))
  const columns = { input: 0, output: 1, milliseconds: null, model: null }
  const ofFile = { id, workflowId, side: 'current' as const, fileId: outputs, ...columns }
  await app.outcomeOf(client.modelTests.importOutputs({ ...ofFile, replace: [inputId] }))
  await client.modelTests.startJudging({ id })
  await judgeAll(client, id, likesCandidate)
  await client.modelTests.undoJudgement({ id })
  await judgeAll(client, id, likesCandidate)
  await client.modelTests.reveal({ id })
  const said = {
    why: 'Better.',
    decidedBy: '',
    approvedBy: 'Dana',
    rollOut: null,
    decision: 'switch',
  } as const
  await client.modelTests.decide({ id, ...said, onDate: app.clock.today() })
  await client.provider.removePrice({ provider: 'anthropic', model: 'model-new' })
  await client.provider.forgetKey({ provider: 'anthropic' })
}

async function company({ clock }: TestApp, client: Client) {
  await client.company.update({ name: 'Northwind', ownerName: 'Ana' })
  await client.company.updatePreferences({ theme: 'dark', reviewDay: 12 })
  clock.pass(60)
  await client.company.backUp()
}

/** Writes whose effect lies far from where they are made: names, days and figures that others show. */
export async function connections(app: TestApp, client: Client): Promise<void> {
  const [workflow] = await client.workflows.list()
  const [section] = await client.documents.list({ workflowId: null })
  if (!workflow || !section) throw new Error('The sample has workflows and a Foundation')
  const workflowId = workflow.id
  const today = app.clock.today()
  const signal = { kind: 'business', text: 'A new price list.', onDate: today, workflowId } as const
  const noted = await client.signals.record({ ...signal, sectionId: section.id })
  const test = await aSetUpTest(client, [workflowId])
  await client.provider.savePrice({
    provider: 'anthropic',
    model: 'model-new',
    input: 3,
    output: 9,
    asOf: today,
  })
  await client.standards.save({
    workflowId,
    standards: [{ name: 'Complete', description: '', isMustPass: true }],
    reason: 'Clearer.',
  })
  await client.documents.update({
    id: section.id,
    name: 'Renamed section',
    verifier: 'Benedikt',
    intervalDays: 10,
  })
  const person = (await client.people.list()).find(({ name }) => name === 'Benedikt')
  await client.people.save({ id: person?.id ?? null, name: 'Benedikt Roth', role: 'Sales', leftOn: null })
  await client.workflows.update(
    updateOf(workflow, { name: 'Renamed workflow', goLiveOn: '2026-09-01', reason: 'Moved.' }),
  )
  await client.changes.create({
    ...{
      onDate: today,
      workflowIds: [workflowId],
      kind: 'other',
      what: 'The price list',
      from: '',
      to: 'New',
    },
    ...{ why: 'New prices.', signalIds: [noted.id] },
  })
  await client.retiredFacts.save({
    id: null,
    rev: null,
    term: 'Renamed',
    replacement: '',
    retiredOn: today,
    sectionId: section.id,
  })
  await client.documents
    .saveDraft({ id: section.id, rev: null, text: 'Renamed prices.', sectionIds: [] })
    .catch(() => null)
  await client.documents.publish({
    id: section.id,
    why: 'New.',
    liveOn: today,
    decidedBy: '',
    approvedBy: 'Ana',
  })
  await aFinishedMonth(client, workflowId)
  await client.company.update({ name: 'Northwind', ownerName: 'Benedikt Roth' })
  await client.modelTests.discard({ id: test.id })
}

/** A month a little above its line, of outputs that lie far apart: written before anything is compared. */
async function aMonthAboveItsLine(client: Client) {
  const byMinutes = { name: 'Offers', measure: 'minutes', byHandMinutes: 100 } as const
  const { id } = await client.workflows.create(aWorkflow(byMinutes))
  const { id: reviewId, items } = await drawMonth(client, id, month, 40)
  for (const [index, item] of items.entries()) await judge(client, item, { editMinutes: index % 2 ? 40 : 4 })
  await client.reviews.finish({ reviewId })
  return reviewId
}

/** The month of today, reviewed on top of fourteen months of history, with issues that point to a section. */
async function aFinishedMonth(client: Client, workflowId: number) {
  const taken = (await client.reviews.session({ month })).tasks.find((task) => task.workflowId === workflowId)
  let reviewId = taken?.reviewId ?? null
  if (reviewId === null) {
    await client.imports.paste({ workflowId, month, pairs: someOutputs(14) })
    reviewId = (await drawMonth(client, workflowId, month)).id
  }
  await finishReview(client, reviewId)
  const { rows } = await client.results.outputs({ workflowId, offset: 0, limit: 1 })
  await client.reviews.reopen({ reviewId: rows[0]?.reviewId ?? reviewId, reason: 'A late answer.' })
  await client.reviews.finish({ reviewId: rows[0]?.reviewId ?? reviewId })
}
