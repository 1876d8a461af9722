import { describe, expect, it } from 'vitest'
import { aWorkflow, drawMonth, finishReview, retire, toCsv, updateOf } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { type Client, createTestApp, refusal } from '../../helpers/test-app.ts'

/** A company since `since` with one workflow, whose months up to `until` are reviewed; then it is `today`. */
async function aCompany({
  since = '2026-08-20',
  reviewed = [] as string[],
  today = '2026-11-12',
  goLiveOn = '2025-09-01',
} = {}) {
  const app = await createTestApp({ today: since })
  await app.client.company.create({ name: 'Northwind', ownerName: 'Dana' })
  const { id: workflowId } = await app.client.workflows.create(aWorkflow({ goLiveOn }))
  for (const month of reviewed) await review(app.client, workflowId, month)
  app.clock.moveTo(today)
  return { app, workflowId }
}

async function review(client: Client, workflowId: number, month: string) {
  const { id } = await drawMonth(client, workflowId, month, 6)
  await finishReview(client, id)
}

const october = (n: number) =>
  toCsv(
    Array.from({ length: n }, (_, at) => ({
      'AI text': `Dear customer number ${at}`,
      Final: `Dear customer number ${at}, sent`,
      Date: `2026-10-${String(at + 1).padStart(2, '0')}`,
    })),
  )

describe('a month that is not done', () => {
  it('is what comes next on the Done page of a later one, until it is finished', async () => {
    const { app, workflowId } = await aCompany({ since: '2026-09-20', reviewed: ['2026-09'] })
    await using _app = app
    const { id: earlier } = await drawMonth(app.client, workflowId, '2026-10', 6)
    const { id: reviewId } = await drawMonth(app.client, workflowId, '2026-11', 6)
    await finishReview(app.client, reviewId)
    const next = async () => (await app.client.results.done({ reviewId })).next
    const kind = 'monthly_review'
    expect(await next()).toEqual([{ kind, month: '2026-10', on: '2026-11-07', isOverdue: true }])
    await finishReview(app.client, earlier)
    expect(await next()).toEqual([{ kind, month: '2026-12', on: '2027-01-07', isOverdue: false }])
  })

  it('leads on 12 November: October, overdue since 7 November, on Home and in Reviews', async () => {
    const { app } = await aCompany({ reviewed: ['2026-08', '2026-09'] })
    await using _app = app
    const { session, workflows, dates } = await app.client.results.home()
    expect(session).toMatchObject({ month: '2026-10', dueOn: '2026-11-07', daysOverdue: 5 })
    expect(workflows.map(({ nextReviewOn }) => nextReviewOn)).toEqual(['2026-11-07'])
    expect(dates.slice(0, 2)).toEqual([
      {
        on: '2026-11-07',
        what: 'October review',
        isOverdue: true,
        target: { page: 'session', month: '2026-10' },
      },
      {
        on: '2026-12-07',
        what: 'November review',
        isOverdue: false,
        target: { page: 'session', month: '2026-11' },
      },
    ])
    const sessions = await app.client.reviews.sessions()
    expect(sessions.map(({ month, state, daysOverdue }) => [month, state, daysOverdue])).toEqual([
      ['2026-10', 'not_started', 5],
      ['2026-11', 'not_started', 0],
      ['2026-09', 'completed', 0],
      ['2026-08', 'completed', 0],
    ])
  })

  it('gets the 25 rows of october.csv, and the import leads there', async () => {
    const { app, workflowId } = await aCompany({ reviewed: ['2026-08', '2026-09'] })
    await using _app = app
    const fileIds = [await app.upload('october.csv', october(25))]
    const { dates } = await app.client.imports.preview({ workflowId, fileIds })
    expect(dates[0]?.months['day-first']).toEqual([{ month: '2026-10', rows: 25 }])
    const summary = await app.importFile('october.csv', october(25), { workflowId, undatedMonth: '2026-11' })
    expect(summary).toMatchObject({
      keptCount: 25,
      otherMonthCount: 0,
      months: [{ month: '2026-10', count: 25 }],
      leadsTo: '2026-10',
    })
    const { tasks } = await app.client.reviews.session({ month: '2026-10' })
    expect(tasks.map(({ outputCount }) => outputCount)).toEqual([25])
  })

  it('is due on the chosen day of the month after, or on its own last day', async () => {
    const { app } = await aCompany({ reviewed: ['2026-08', '2026-09', '2026-10'] })
    await using _app = app
    const dueOn = async () => (await app.client.results.home()).session?.dueOn
    expect(await dueOn()).toBe('2026-12-07')
    await app.client.company.updatePreferences({ reviewDay: 5 })
    expect(await dueOn()).toBe('2026-12-05')
    await app.client.company.updatePreferences({ reviewDay: 'last_day' })
    expect(await dueOn()).toBe('2026-11-30')
  })

  it('missed long ago still leads, and closes when it is filled or skipped', async () => {
    const reviewed = ['2026-03', '2026-05', '2026-06', '2026-07', '2026-08', '2026-09', '2026-10']
    const { app, workflowId } = await aCompany({ since: '2026-03-01', reviewed })
    await using _app = app
    const next = async () => (await app.client.results.home()).session?.month
    expect(await next()).toBe('2026-04')
    const which = { month: '2026-04', workflowId: null }
    const skipped = await app.client.reviews.skip({ ...which, reason: 'Everyone on leave' })
    expect(skipped).toMatchObject({
      state: 'skipped',
      tasks: [{ state: 'skipped', skipReason: 'Everyone on leave' }],
    })
    expect(await next()).toBe('2026-11')
    await app.restart()
    await app.client.imports.paste({
      workflowId,
      month: '2026-04',
      pairs: [{ request: null, aiText: 'Dear Ms Weber', finalText: null }],
    })
    expect(await refusal(app.client.reviews.draw({ workflowId, month: '2026-04' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'April 2026 is skipped. Take that back on its page, then draw.',
    })
    await app.client.reviews.takeBackSkip(which)
    expect(await next()).toBe('2026-04')
    await review(app.client, workflowId, '2026-04')
    expect(await next()).toBe('2026-11')
  })

  it('says each skip and its end in the audit, and refuses what is not open', async () => {
    const { app } = await aCompany({ reviewed: ['2026-08', '2026-09'] })
    await using _app = app
    const which = { month: '2026-10', workflowId: null }
    await app.client.reviews.skip({ ...which, reason: 'Move' })
    expect(await refusal(app.client.reviews.skip({ ...which, reason: 'Again' }))).toMatchObject({
      code: 'CONFLICT',
      message: 'Nothing of October 2026 is open.',
    })
    await app.client.reviews.takeBackSkip(which)
    expect(await refusal(app.client.reviews.takeBackSkip(which))).toMatchObject({ code: 'CONFLICT' })
    expect(await refusal(app.client.reviews.skip({ ...which, reason: ' ' }))).toMatchObject({
      fields: ['reason'],
    })
    const audited = app.inspect((db) =>
      db
        .prepare<[], string>(
          "SELECT action || ' ' || entity_id FROM audit WHERE entity = 'month' ORDER BY seq",
        )
        .pluck()
        .all(),
    )
    expect(audited).toEqual(['skip 1 2026-10', 'take_back_skip 1 2026-10'])
  })

  it('of one workflow can be skipped while the others are reviewed', async () => {
    const { app, workflowId } = await aCompany({ reviewed: ['2026-08', '2026-09'] })
    await using _app = app
    const { id: other } = await app.client.workflows.create(
      aWorkflow({ name: 'Adverts', goLiveOn: '2026-10-02' }),
    )
    await app.client.reviews.skip({ month: '2026-10', workflowId: other, reason: 'No adverts' })
    expect((await app.client.reviews.session({ month: '2026-10' })).state).toBe('not_started')
    await review(app.client, workflowId, '2026-10')
    const { state, total, skippedCount } = await app.client.reviews.session({ month: '2026-10' })
    expect({ state, skippedCount }).toEqual({ state: 'completed', skippedCount: 1 })
    const ofMonth = (await app.client.reviews.sessions()).find(({ month }) => month === '2026-10')
    expect(ofMonth).toMatchObject({ state, total, skippedCount })
  })
})

describe('the months of a workflow', () => {
  it('before the company began are filled from history and never overdue', async () => {
    const { app, workflowId } = await aCompany({ reviewed: ['2026-08', '2026-09', '2026-10'] })
    await using _app = app
    await drawMonth(app.client, workflowId, '2026-05', 6)
    const [first] = await app.client.reviews.sessions()
    expect(first).toMatchObject({ month: '2026-05', state: 'in_progress', isHistory: true, daysOverdue: 0 })
    expect((await app.client.results.home()).dates.some(({ isOverdue }) => isOverdue)).toBe(false)
  })

  it('begin with its go-live where that is later', async () => {
    const { app } = await aCompany({ goLiveOn: '2027-02-03' })
    await using _app = app
    const { session, dates } = await app.client.results.home()
    expect(session).toMatchObject({ month: '2027-02', dueOn: '2027-03-07', daysOverdue: 0 })
    expect(dates.some(({ isOverdue }) => isOverdue)).toBe(false)
  })
})

describe('the next Foundation review', () => {
  it('is on Home, in its plan and in its calendar series for the same day', async () => {
    const { app } = await aCompany({ since: '2026-07-01', today: '2026-07-20', goLiveOn: '2026-07-10' })
    await using _app = app
    const due = async () => {
      const { dates } = await app.client.results.home()
      const series = (await app.client.calendar.list()).find(({ kind }) => kind === 'foundation_review')
      const { dueOn } = await app.client.foundationReviews.plan()
      return [dates.find(({ what }) => what === 'Foundation review')?.on, dueOn, series?.dueOn]
    }
    // None is due before there is a Foundation.
    expect(await due()).toEqual([undefined, null, null])
    await documentsOf(app).section('Prices', 'As on the list.', '2026-07-15')
    expect(await due()).toEqual(['2026-08-10', '2026-08-10', '2026-08-10'])
    const series = (await app.client.calendar.list()).find(({ kind }) => kind === 'foundation_review')
    expect(series?.firstOn).toBe('2026-07-28')
    expect((await app.client.results.home()).foundation).toBeNull()
    app.clock.moveTo('2026-08-04')
    expect((await app.client.results.home()).foundation).toMatchObject({
      on: '2026-08-10',
      state: 'soon',
      cadence: 'monthly',
    })
  })
})

describe('a retired workflow', () => {
  const open = async (client: Client) =>
    (await client.reviews.sessions()).flatMap(({ month, state }) => (state === 'not_started' ? [month] : []))

  it('owes the months to its last day and none after it, and nothing once they are closed', async () => {
    const { app, workflowId } = await aCompany({ reviewed: ['2026-08'] })
    await using _app = app
    const { client } = app
    await retire(client, workflowId, '2026-10-20')
    expect(await open(client)).toEqual(['2026-09', '2026-10'])
    app.clock.moveTo('2027-02-03')
    expect(await open(client)).toEqual(['2026-09', '2026-10'])
    await client.reviews.skip({ month: '2026-09', workflowId, reason: 'Nobody was there' })
    await review(client, workflowId, '2026-10')
    expect(await open(client)).toEqual([])
    const [line] = await client.results.overview()
    expect(line).toMatchObject({ stage: 'retired', nextMonth: null, nextReviewOn: null })
    expect(line?.finding?.nextStep).toEqual({ kind: 'retired' })
    // Taken back, the skipped month is missed again.
    await client.reviews.takeBackSkip({ month: '2026-09', workflowId })
    expect(await open(client)).toEqual(['2026-09'])
    expect((await client.results.overview())[0]).toMatchObject({ nextMonth: '2026-09' })
  })

  it('is retired with a day and a reason, which the change log keeps; so is taking it up again', async () => {
    const { app, workflowId } = await aCompany({ reviewed: ['2026-08', '2026-09'] })
    await using _app = app
    const { client } = app
    const workflow = await client.workflows.get({ id: workflowId })
    const save = (changes: Parameters<typeof updateOf>[1]) =>
      client.workflows.update(updateOf(workflow, changes))
    const why = { stage: 'retired', reason: 'Replaced' } as const
    for (const [wrong, field] of [
      [why, 'retiredOn'],
      [{ ...why, retiredOn: '2026-11-13' }, 'retiredOn'],
      [{ ...why, retiredOn: '2025-08-31' }, 'retiredOn'],
      // September was reviewed.
      [{ ...why, retiredOn: '2026-08-31' }, 'retiredOn'],
      [{ ...why, retiredOn: '2026-10-20', reason: '' }, 'reason'],
    ] as const) {
      expect(await refusal(save(wrong))).toMatchObject({ code: 'INVALID_INPUT', fields: [field] })
    }
    await retire(client, workflowId, '2026-10-20')
    const log = async () =>
      (await client.changes.list({ workflowId, kind: null, search: '', offset: 0 })).rows.map(
        ({ onDate, what, why, effects }) => ({ onDate, what, why, effects }),
      )
    const retired = {
      onDate: '2026-10-20',
      what: 'Customer replies is retired',
      why: 'Replaced by a shop plug-in',
      effects: [],
    }
    expect(await log()).toEqual([retired])
    const again = updateOf(await client.workflows.get({ id: workflowId }), { stage: 'production' })
    expect(await refusal(client.workflows.update(again))).toMatchObject({ fields: ['reason'] })
    const saved = await client.workflows.update({ ...again, reason: 'The plug-in was no good' })
    expect(saved.retiredOn).toBeNull()
    expect((await log())[0]).toMatchObject({ onDate: '2026-11-12', what: 'Customer replies is in use again' })
    expect(await open(client)).toEqual(['2026-10', '2026-11'])
  })
})
