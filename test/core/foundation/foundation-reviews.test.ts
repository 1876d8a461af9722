import { describe, expect, it } from 'vitest'
import { answerRows } from '../../../electron/core/export/foundation-review.ts'
import type { Answer, FoundationReview, ReviewCard } from '../../../shared/contract/foundation-reviews.ts'
import { aReview, aWorkflow, drawMonth, finishReview, judge, marksOf } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const attendees = [
  { name: 'Jonas Weber', role: 'Sales' },
  { name: 'Ines Moreau', role: '' },
]

/** Three published sections, a workflow, and a review prepared for today. */
async function prepared(app: TestApp, names = ['Offer', 'Tone', 'Rules']) {
  const { checked } = documentsOf(app)
  const ids: number[] = []
  for (const name of names) ids.push((await checked(name, `${name} as it is.`, '2026-09-01')).id)
  const review = await app.client.foundationReviews.prepare({ heldOn: app.clock.today(), attendees })
  return { review, ids }
}

async function started(app: TestApp, names?: string[]) {
  const { review, ids } = await prepared(app, names)
  return { review: await app.client.foundationReviews.start({ id: review.id }), ids }
}

function cardOf(review: FoundationReview, name: string): ReviewCard {
  const card = review.cards.find((each) => each.name === name)
  if (!card) throw new Error(`No card of ${name}`)
  return card
}

const say = (
  app: TestApp,
  review: FoundationReview,
  name: string,
  answer: Answer | null,
  fields: Partial<Pick<ReviewCard, 'what' | 'who' | 'dueOn' | 'more' | 'isParked' | 'rev'>> = {},
) => {
  const { sectionId, rev } = cardOf(review, name)
  const empty = { what: '', who: '', dueOn: null, isParked: false, rev }
  return app.client.foundationReviews.answer({ id: review.id, sectionId, answer, ...empty, ...fields })
}

const change = { what: 'New prices', who: 'Jonas Weber', dueOn: '2026-12-05' }

/** Finishes a month's review with an issue that points to a section in each of the first outputs. */
async function monthWithIssues(app: TestApp, reviewId: number, section: string, count: number) {
  const { items } = await app.client.reviews.get({ reviewId })
  for (const item of items.slice(0, count)) {
    const marks = marksOf(item, ['not_met', 'met', 'met']).map((mark) =>
      mark.verdict === 'not_met' ? { ...mark, section, note: `Wrong in ${item.position}` } : mark,
    )
    await judge(app.client, item, { marks })
  }
  return finishReview(app.client, reviewId)
}

describe('a Foundation review', () => {
  it('decides several changes of one section, each with who does it and by when', async () => {
    await using app = await createTestApp()
    const { review } = await started(app)
    const [first, second] = [
      { what: 'Say who approves', who: 'Ines Moreau', dueOn: '2026-12-12' },
      { what: 'Drop the old list', who: '', dueOn: '2026-12-12' },
    ]
    const early = { ...first, dueOn: '2026-01-01' }
    expect(await refusal(say(app, review, 'Offer', 'change', { ...change, more: [early] }))).toMatchObject({
      fields: ['more.0.dueOn'],
    })
    const nothing = { what: '', who: '', dueOn: '2026-12-12' }
    await say(app, review, 'Offer', 'change', { ...change, more: [first, second, nothing] })
    const { id } = review
    expect(await refusal(app.client.foundationReviews.finish({ id, nextOn: null }))).toMatchObject({
      message: 'Offer: say who changes it.',
    })
    const { rev } = cardOf(await app.client.foundationReviews.get({ id }), 'Offer')
    const named = { ...second, who: 'Jonas Weber' }
    await say(app, review, 'Offer', 'change', { ...change, more: [first, named, nothing], rev })
    const finished = await app.client.foundationReviews.finish({ id, nextOn: null })
    const decided = [change, first, named]
    expect(
      finished.actions.map(({ sectionName, what, who, dueOn }) => ({ sectionName, what, who, dueOn })),
    ).toEqual(decided.map((each) => ({ sectionName: 'Offer', ...each })))
    const rows = answerRows(finished).filter(({ section }) => section === 'Offer')
    expect(rows.map(({ what, who, dueOn }) => ({ what, who, dueOn }))).toEqual(decided)
  })

  it('goes from preparing to the change that was decided', async () => {
    await using app = await createTestApp()
    await app.client.company.create({ name: 'Acme', ownerName: 'Dana' })
    const { id: workflowId } = await aReview(app.client).then((review) => finishReview(app.client, review.id))
    const { review, ids } = await started(app)
    expect(review).toMatchObject({ state: 'in_session', since: null, sectionId: ids[0], finishedAt: null })
    await say(app, review, 'Offer', 'change', change)
    await say(app, review, 'Tone', 'unsure', { ...change, what: 'Ask the team' })
    await app.client.foundationReviews.confirmQuick({ id: review.id, sectionIds: [ids[2] ?? 0] })
    const sectionId = ids[1] ?? 0
    await app.client.foundationReviews.spend({
      ...{ id: review.id, sectionId },
      spent: [{ sectionId, seconds: 90 }],
    })
    const { secondsUsed, cards } = await app.client.foundationReviews.get({ id: review.id })
    expect([secondsUsed, ...cards.map((card) => card.secondsUsed)]).toEqual([90, 0, 90, 0])

    const done = await app.client.foundationReviews.finish({ id: review.id, nextOn: null })
    expect(done).toMatchObject({
      state: 'finished',
      nextOn: '2027-03-04',
      secondsUsed: 90,
      sectionId: ids[1],
    })
    expect(
      done.actions.map(({ sectionName, kind, what, state }) => [sectionName, kind, what, state]),
    ).toEqual([
      ['Offer', 'change', 'New prices', 'open'],
      ['Tone', 'find_out', 'Ask the team', 'open'],
    ])
    const [action] = done.actions
    expect(action?.before).toEqual([
      { workflowId, workflowName: 'Customer replies', figure: expect.objectContaining({ month: '2026-11' }) },
    ])
    const rules = await app.client.documents.get({ id: ids[2] ?? 0 })
    expect([rules.lastVerifiedOn, rules.lastVerifiedBy]).toEqual(['2026-11-21', 'Dana'])

    const offer = ids[0] ?? 0
    await app.client.documents.saveDraft({ id: offer, rev: null, text: 'New prices.', sectionIds: [] })
    const { change: made } = await app.client.documents.publish({
      id: offer,
      ...approval('2026-11-21'),
      actionIds: [action?.id ?? 0],
    })
    const all = await app.client.foundationReviews.actions({ state: 'all' })
    expect(all.map(({ sectionName, state, changeNumber }) => [sectionName, state, changeNumber])).toEqual([
      ['Tone', 'open', null],
      ['Offer', 'done', made.number],
    ])
    const { foundationReview } = await app.client.changes.get({ number: made.number })
    expect(foundationReview).toEqual({ id: review.id, heldOn: '2026-11-21' })
    expect(
      await refusal(app.client.foundationReviews.reopenAction({ actionId: action?.id ?? 0 })),
    ).toMatchObject({
      code: 'CONFLICT',
    })
    expect(await app.client.foundationReviews.list()).toEqual([
      {
        id: review.id,
        heldOn: '2026-11-21',
        state: 'finished',
        answered: 3,
        total: 3,
        changes: 1,
        unsure: 1,
        secondsUsed: 90,
      },
    ])
  })

  it('shows most issues first, counts only those since last time, and puts quiet sections last', async () => {
    await using app = await createTestApp()
    const { id, workflowId } = await aReview(app.client, { month: '2026-10' })
    await monthWithIssues(app, id, 'tone', 2)
    const { review, ids } = await prepared(app)
    const names = (one: FoundationReview) =>
      one.cards.map(({ name, issueCount, isQuick, position }) => [position, name, issueCount, isQuick])
    expect(names(review)).toEqual([
      [1, 'Tone', 2, false],
      [2, 'Offer', 0, true],
      [3, 'Rules', 0, true],
    ])
    expect(
      cardOf(review, 'Tone').issues.map(({ workflowName, month, standard, type, note }) => [
        workflowName,
        month,
        standard,
        type,
        note,
      ]),
    ).toEqual([
      ['Customer replies', '2026-10', 'Accurate', 'Wrong fact', 'Wrong in 1'],
      ['Customer replies', '2026-10', 'Accurate', 'Wrong fact', 'Wrong in 2'],
    ])
    const november = await drawMonth(app.client, workflowId, '2026-11')
    await monthWithIssues(app, november.id, 'Rules', 3)
    expect(names(await app.client.foundationReviews.get({ id: review.id }))[0]).toEqual([
      1,
      'Rules',
      3,
      false,
    ])

    await app.client.foundationReviews.start({ id: review.id })
    const session = await app.client.foundationReviews.get({ id: review.id })
    for (const name of ['Offer', 'Tone', 'Rules']) await say(app, session, name, 'yes')
    await app.client.foundationReviews.finish({ id: review.id, nextOn: null })
    app.clock.moveTo('2026-12-20')
    const next = await app.client.foundationReviews.prepare({ heldOn: '2026-12-20', attendees: [] })
    expect(next.since).toBe('2026-11-21')
    expect(names(next)).toEqual(
      ids.map((_, index) => [index + 1, ['Offer', 'Tone', 'Rules'][index], 0, true]),
    )
  })

  it('takes a section that nobody ever checked on its own, and names the workflows it acts on', async () => {
    await using app = await createTestApp()
    const { section, prompt } = documentsOf(app)
    const { id } = await app.client.workflows.create(aWorkflow())
    await app.client.workflows.create(aWorkflow({ name: 'Proposals' }))
    await prepared(app)
    const news = await section('News', 'New.', '2026-09-01')
    await prompt(id, 'Answer.', '2026-09-02', [news.id])
    const { cards } = await app.client.foundationReviews.get({ id: 1 })
    expect(cards.map(({ name, isQuick, workflows }) => [name, isQuick, workflows])).toEqual([
      ['News', false, ['Customer replies']],
      ['Offer', true, ['Customer replies', 'Proposals']],
      ['Tone', true, ['Customer replies', 'Proposals']],
      ['Rules', true, ['Customer replies', 'Proposals']],
    ])
  })

  it('shows open signals, and a yes deals with them', async () => {
    await using app = await createTestApp()
    const { review, ids } = await prepared(app)
    const signal = { kind: 'feedback', text: 'Too stiff', onDate: '2026-11-20', workflowId: null } as const
    await app.client.signals.record({ ...signal, sectionId: ids[1] ?? 0 })
    await app.client.signals.record({ ...signal, text: 'A new rival', sectionId: null })
    const session = await app.client.foundationReviews.start({ id: review.id })
    expect(session.cards.map(({ name, isQuick, signals }) => [name, isQuick, signals.length])).toEqual([
      ['Tone', false, 1],
      ['Offer', true, 0],
      ['Rules', true, 0],
    ])
    expect(session.signals.map(({ text }) => text)).toEqual(['A new rival'])
    const quick = app.client.foundationReviews.confirmQuick({ id: review.id, sectionIds: [ids[1] ?? 0] })
    expect(await refusal(quick)).toMatchObject({
      message: 'Tone was never checked, or something came up about it. Answer it on its own.',
    })
    await say(app, session, 'Tone', 'yes')
    const done = await app.client.foundationReviews.finish({ id: review.id, nextOn: null })
    expect(
      cardOf(done, 'Tone').signals.map(({ state, foundationReviewId }) => [state, foundationReviewId]),
    ).toEqual([['handled', review.id]])
  })

  it('keeps the wording it began with when a section is published again', async () => {
    await using app = await createTestApp()
    const { review, ids } = await started(app)
    const { again } = documentsOf(app)
    await again(await app.client.documents.get({ id: ids[0] ?? 0 }), 'Another offer.', '2026-11-21')
    const { version } = cardOf(await app.client.foundationReviews.get({ id: review.id }), 'Offer')
    expect(version).toMatchObject({ number: 1, text: 'Offer as it is.', liveOn: '2026-09-01' })
  })

  it('leaves issues found after it began to the next one', async () => {
    await using app = await createTestApp()
    const monthly = await aReview(app.client)
    const { review } = await started(app)
    app.clock.pass(60)
    await monthWithIssues(app, monthly.id, 'Tone', 2)
    const { foundationReviews } = app.client
    const session = await foundationReviews.get({ id: review.id })
    expect(cardOf(session, 'Tone')).toMatchObject({ issueCount: 0, issues: [] })
    await say(app, session, 'Tone', 'yes')
    await foundationReviews.finish({ id: review.id, nextOn: null })
    const next = await foundationReviews.prepare({ heldOn: '2026-12-20', attendees: [] })
    expect(cardOf(next, 'Tone')).toMatchObject({ issueCount: 2, isQuick: false })
    expect(cardOf(next, 'Tone').issues).toHaveLength(2)
  })

  it('is signed by the verifier of a section who was there', async () => {
    await using app = await createTestApp()
    const { review, ids } = await started(app)
    const id = ids[0] ?? 0
    await app.client.documents.update({ id, name: 'Offer', verifier: 'jonas weber', intervalDays: 90 })
    await say(app, review, 'Offer', 'yes')
    const done = await app.client.foundationReviews.finish({ id: review.id, nextOn: null })
    expect((await app.client.documents.get({ id })).lastVerifiedBy).toBe('jonas weber')
    const [jonas] = done.attendees
    const agreed = await app.client.foundationReviews.agree({
      id: review.id,
      attendeeId: jonas?.id ?? 0,
      hasAgreed: true,
    })
    expect(agreed.attendees.map(({ name, agreedOn }) => [name, agreedOn])).toEqual([
      ['Jonas Weber', '2026-11-21'],
      ['Ines Moreau', null],
    ])
  })

  it('loses nothing of a session that is killed', async () => {
    await using app = await createTestApp()
    const { review } = await started(app)
    await say(app, review, 'Tone', 'change', { what: 'Half a sente' })
    await using next = await app.reopenAsKilled()
    const again = await next.client.foundationReviews.get({ id: review.id })
    expect(again.sectionId).toBe(cardOf(review, 'Tone').sectionId)
    expect(cardOf(again, 'Tone')).toMatchObject({ answer: 'change', what: 'Half a sente', rev: 2 })
    expect((await next.client.results.home()).foundation).toMatchObject({
      state: 'begun',
      review: { id: review.id, answered: 1, total: 3 },
    })
  })
})

describe('what a Foundation review refuses', () => {
  it('an answer over that of another window', async () => {
    await using app = await createTestApp()
    const { review } = await started(app)
    await say(app, review, 'Tone', 'change', change)
    expect(await refusal(say(app, review, 'Tone', 'yes'))).toEqual({
      code: 'CONFLICT',
      message:
        'This section was answered in another window. What is saved there is shown now; what you typed here is kept for you to copy.',
      fields: [],
    })
    const kept = await app.client.foundationReviews.get({ id: review.id })
    expect(cardOf(kept, 'Tone').what).toBe('New prices')
  })

  it('a second one under way', async () => {
    await using app = await createTestApp()
    const { review } = await prepared(app)
    const second = () => app.client.foundationReviews.prepare({ heldOn: '2026-11-22', attendees: [] })
    expect(await refusal(second())).toMatchObject({ code: 'CONFLICT' })
    await app.client.foundationReviews.discard({ id: review.id })
    expect((await second()).state).toBe('preparing')
  })

  it('to finish with gaps, naming each', async () => {
    await using app = await createTestApp()
    const { review, ids } = await started(app)
    const finish = () => app.client.foundationReviews.finish({ id: review.id, nextOn: null })
    expect(await refusal(finish())).toMatchObject({ code: 'INVALID_INPUT', fields: [] })
    await say(app, review, 'Offer', 'change')
    await say(app, review, 'Tone', 'unsure', { what: 'Who decides' })
    await say(app, review, 'Rules', 'change', { ...change, isParked: true })
    expect(await refusal(finish())).toEqual({
      code: 'INVALID_INPUT',
      message: 'Offer: say what changes.',
      fields: [
        `cards.${ids[0]}.what`,
        `cards.${ids[0]}.who`,
        `cards.${ids[0]}.dueOn`,
        `cards.${ids[1]}.who`,
        `cards.${ids[1]}.dueOn`,
      ],
    })
    const current = await app.client.foundationReviews.get({ id: review.id })
    await say(app, current, 'Offer', 'change', change)
    await say(app, current, 'Tone', 'unsure', { ...change, what: 'Who decides' })
    const done = await finish()
    expect(done.actions.map(({ sectionName }) => sectionName)).toEqual(['Offer', 'Tone'])
  })

  it('dates that do not fit', async () => {
    await using app = await createTestApp()
    const { review } = await started(app)
    expect(await refusal(say(app, review, 'Offer', 'change', { dueOn: '2026-11-20' }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'That is before the review of 21 November 2026. Enter that day or a later one.',
      fields: ['dueOn'],
    })
    await say(app, review, 'Offer', 'yes')
    const { id, rev } = review
    await app.client.foundationReviews.update({ id, rev, heldOn: '2026-11-25', attendees: [] })
    expect(await refusal(app.client.foundationReviews.finish({ id, nextOn: '2026-11-25' }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'The review is dated 25 November 2026. Finish it on or after that day, or change the date.',
      fields: ['heldOn', 'nextOn'],
    })
  })

  it('somebody who has left, and a yes to what was never published', async () => {
    await using app = await createTestApp()
    await app.client.people.save({ id: null, name: 'Jonas Weber', role: '', leftOn: '2026-11-01' })
    await app.client.documents.create({ kind: 'section', workflowId: null, name: 'Draft', text: 'Not yet.' })
    const { review } = await started(app)
    expect(await refusal(say(app, review, 'Offer', 'change', change))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Jonas Weber left on 1 November 2026. Enter who does it.',
      fields: ['who'],
    })
    expect(cardOf(review, 'Draft')).toMatchObject({ version: null, isQuick: false })
    expect(await refusal(say(app, review, 'Draft', 'yes'))).toMatchObject({ fields: ['answer'] })
  })

  it('to begin without sections, to be discarded once begun, and to be answered once finished', async () => {
    await using app = await createTestApp()
    const { foundationReviews } = app.client
    const empty = await foundationReviews.prepare({ heldOn: '2026-11-21', attendees: [] })
    expect(await refusal(foundationReviews.start({ id: empty.id }))).toMatchObject({ code: 'INVALID_INPUT' })
    await foundationReviews.discard({ id: empty.id })
    const { review } = await started(app)
    expect(await refusal(foundationReviews.discard({ id: review.id }))).toMatchObject({ code: 'CONFLICT' })
    await say(app, review, 'Offer', 'yes')
    await foundationReviews.finish({ id: review.id, nextOn: null })
    expect(await refusal(say(app, review, 'Tone', 'yes'))).toMatchObject({ code: 'CONFLICT' })
  })
})

describe('when the next Foundation review is due', () => {
  it('says so with its reason, and goes by the date that was agreed', async () => {
    await using app = await createTestApp({ today: '2026-04-10' })
    const plan = () => app.client.foundationReviews.plan()
    expect(await plan()).toMatchObject({ cadence: null, dueOn: null, isOverdue: false, sectionCount: 0 })
    await app.client.company.create({ name: 'Acme', ownerName: 'Dana' })
    await app.client.workflows.create(aWorkflow({ goLiveOn: '2024-01-31' }))
    // None is due before there is a Foundation.
    expect((await plan()).dueOn).toBeNull()
    await documentsOf(app).section('Offer', 'Our offer.', '2026-04-01')
    expect(await plan()).toMatchObject({
      cadence: 'quarterly',
      dueOn: '2026-04-30',
      reason: 'Due on 30 April 2026: every three months, counted from the day Customer replies went live.',
    })
    app.clock.moveTo('2026-05-02')
    expect((await plan()).isOverdue).toBe(true)
    expect((await app.client.results.home()).foundation).toMatchObject({
      on: '2026-04-30',
      state: 'overdue',
      cadence: 'quarterly',
    })
    const { id } = await app.client.foundationReviews.prepare({ heldOn: '2026-05-02', attendees: [] })
    const review = await app.client.foundationReviews.start({ id })
    expect(review.reason).toMatch(/^Due on 30 April 2026/)
    await say(app, review, 'Offer', 'yes')
    await app.client.foundationReviews.finish({ id, nextOn: '2026-06-15' })
    expect(await plan()).toMatchObject({
      dueOn: '2026-06-15',
      lastHeldOn: '2026-05-02',
      reason: 'Due on 15 June 2026: the date agreed at the review of 2 May 2026.',
    })
  })

  it('is brought forward by what came up', async () => {
    await using app = await createTestApp()
    await app.client.workflows.create(aWorkflow({ goLiveOn: '2026-11-10' }))
    await documentsOf(app).section('Offer', 'Our offer.', '2026-11-15')
    const business = { kind: 'business', text: 'New price list', onDate: '2026-11-20' } as const
    await app.client.signals.record({ ...business, workflowId: null, sectionId: null })
    const { reason, triggers, dueOn } = await app.client.foundationReviews.plan()
    expect(dueOn).toBe('2026-12-10')
    expect(reason).toBe(`Brought forward: ${triggers[0]?.message}`)
    const matter = async () => (await app.client.results.home()).foundation
    expect(await matter()).toMatchObject({
      on: '2026-11-21',
      state: 'triggered',
      reasons: ['“New price list” on 20 November'],
    })
    await app.client.signals.record({ ...business, text: 'New terms', workflowId: null, sectionId: null })
    expect((await matter())?.reasons).toHaveLength(2)
  })

  it('keeps its reason in facts, said in the language of whoever reads it', async () => {
    await using app = await createTestApp()
    await documentsOf(app).section('Offer', 'Our offer.', '2026-11-15')
    const business = { kind: 'business', text: 'New price list', onDate: '2026-11-20' } as const
    await app.client.signals.record({ ...business, workflowId: null, sectionId: null })
    const { id } = await app.client.foundationReviews.prepare({ heldOn: '2026-11-21', attendees: [] })
    const said = async (client: TestApp['client']) => (await client.foundationReviews.get({ id })).reason
    expect([await said(app.client), await said(app.clientIn('en-US'))]).toEqual([
      'Brought forward: Business change on 20 November 2026: New price list.',
      'Brought forward: Business change on November 20, 2026: New price list.',
    ])
  })

  it('proposes who was there last, without those who left; before that, owners and verifiers', async () => {
    await using app = await createTestApp()
    const { client } = app
    const offer = await documentsOf(app).section('Offer', 'Our offer.', '2026-11-15')
    await client.people.save({ id: null, name: 'Jonas', role: 'Sales', leftOn: null })
    await client.documents.update({ id: offer.id, name: 'Offer', verifier: 'Jonas', intervalDays: 90 })
    const mei = await client.people.save({ id: null, name: 'Mei', role: 'Care', leftOn: null })
    await client.workflows.create(aWorkflow({ processOwner: 'Mei' }))
    const proposed = async () => (await client.foundationReviews.plan()).attendees
    const [jonas, ofCare] = [
      { name: 'Jonas', role: 'Sales' },
      { name: 'Mei', role: 'Care' },
    ]
    expect(await proposed()).toEqual([ofCare, jonas])
    const review = await client.foundationReviews.prepare({
      heldOn: '2026-11-21',
      attendees: [{ name: 'Ines', role: 'Legal' }, ofCare],
    })
    await say(app, await client.foundationReviews.start({ id: review.id }), 'Offer', 'yes')
    await client.foundationReviews.finish({ id: review.id, nextOn: null })
    await client.people.save({ ...mei, leftOn: '2026-11-20' })
    expect(await proposed()).toEqual([{ name: 'Ines', role: 'Legal' }])
  })
})

describe('actions', () => {
  it('are on Home when they are due, three lines at most, and can be moved, closed and reopened', async () => {
    await using app = await createTestApp()
    const names = ['Offer', 'Tone', 'Rules', 'Terms']
    const { review } = await started(app, names)
    for (const name of names) await say(app, review, name, 'change', change)
    const { actions } = await app.client.foundationReviews.finish({ id: review.id, nextOn: null })
    const lines = async () => {
      const { todos } = await app.client.results.home()
      return todos
        .filter(({ id }) => id.startsWith('action'))
        .map(({ title, detail }) => `${title} | ${detail}`)
    }
    expect(await lines()).toEqual([])
    const { dates } = await app.client.results.home()
    expect(dates.map(({ on, what }) => `${on} ${what}`)).toContain(
      '2026-12-05 4 actions of the Foundation review',
    )
    app.clock.moveTo('2026-12-06')
    expect(await lines()).toEqual([
      'Offer: New prices | Jonas Weber was to do it by 5 December 2026.',
      'Tone: New prices | Jonas Weber was to do it by 5 December 2026.',
      '2 more actions of Foundation reviews are due | The next one is Jonas Weber’s, by 5 December 2026.',
    ])
    const [one, two] = actions.map(({ id }) => id)
    const moved = { actionId: one ?? 0, who: 'Ines Moreau', dueOn: '2027-01-15' }
    expect(await app.client.foundationReviews.updateAction(moved)).toMatchObject({ who: 'Ines Moreau' })
    const close = (note: string) =>
      app.client.foundationReviews.closeAction({ actionId: two ?? 0, state: 'done', note })
    expect(await refusal(close(''))).toMatchObject({ fields: ['note'] })
    expect(await close('Was right after all')).toMatchObject({
      state: 'done',
      closedOn: '2026-12-06',
      before: [],
    })
    expect(await lines()).toHaveLength(2)
    const reopened = await app.client.foundationReviews.reopenAction({ actionId: two ?? 0 })
    expect(reopened).toMatchObject({ state: 'open', closedOn: null, note: '' })
  })
})
