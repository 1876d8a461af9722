import { describe, expect, it } from 'vitest'
import { aReview, aWorkflow, drawMonth, finishReview, judge } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp } from '../../helpers/test-app.ts'

describe('Home', () => {
  it('of an empty company has nothing to show and breaks on nothing', async () => {
    await using app = await createTestApp()
    expect(await app.client.results.home()).toEqual({
      ownerName: '',
      today: '2026-11-21',
      session: null,
      foundation: null,
      continueAt: null,
      budgetMinutes: 60,
      workflows: [],
      todos: [],
      dates: [],
    })
    expect(await app.client.reviews.sessions()).toEqual([])
  })

  it('shows the dates of the next 90 days, and this month’s review no more once it is done', async () => {
    await using app = await createTestApp()
    const { id: reviewId } = await aReview(app.client, { workflow: { goLiveOn: '2026-10-01' }, outputs: 6 })
    const dates = async () => (await app.client.results.home()).dates.map(({ on, what }) => `${on} ${what}`)
    const later = ['2027-01-07 December review', '2027-02-07 January review']
    expect(await dates()).toEqual(['2026-12-07 November review', ...later])
    await finishReview(app.client, reviewId)
    expect(await dates()).toEqual(later)
    const { workflows } = await app.client.results.home()
    expect(workflows.map(({ nextReviewOn }) => nextReviewOn)).toEqual(['2027-01-07'])
  })

  it('keeps last month’s unfinished review first, as overdue, until it is finished', async () => {
    await using app = await createTestApp()
    const { id: reviewId } = await aReview(app.client, { workflow: { goLiveOn: null }, outputs: 6 })
    app.clock.moveTo('2026-12-12')
    const before = await app.client.results.home()
    expect(before.session?.month).toBe('2026-11')
    expect(before.continueAt?.reviewId).toBe(reviewId)
    expect(before.session?.daysOverdue).toBe(5)
    expect(before.dates[0]).toEqual({
      on: '2026-12-07',
      what: 'November review',
      isOverdue: true,
      target: { page: 'session', month: '2026-11' },
    })
    await finishReview(app.client, reviewId)
    const after = await app.client.results.home()
    expect(after.session?.month).toBe('2026-12')
    expect(after.dates.map(({ isOverdue }) => isOverdue)).not.toContain(true)
  })

  it('goes by the day of the month the owner chose', async () => {
    await using app = await createTestApp()
    await app.client.workflows.create(aWorkflow({ goLiveOn: null }))
    await app.client.company.updatePreferences({ reviewDay: 28 })
    const { session, dates } = await app.client.results.home()
    expect(session?.dueOn).toBe('2026-12-28')
    expect(dates.map(({ on }) => on)).toEqual(['2026-12-28', '2027-01-28'])
  })

  it('says what setting up has left open, and an update that is suggested first', async () => {
    await using app = await createTestApp()
    const blocked = aWorkflow({ name: 'Adverts', measure: 'minutes', goLiveOn: null, stage: 'pilot' })
    await app.client.workflows.create(blocked)
    await app.client.workflows.create(aWorkflow({ name: 'Proposals', goLiveOn: null }))
    const { id } = await aReview(app.client, { workflow: { targetLine: 0.01, updateLine: 0.02 } })
    await finishReview(app.client, id)
    const { todos } = await app.client.results.home()
    expect(todos.map((todo) => ({ id: todo.id, target: todo.target, mark: todo.mark }))).toEqual([
      {
        id: 'finding:3',
        target: { page: 'update', workflowId: 3, sectionId: null },
        mark: 'update_due',
      },
      { id: 'blocked:1', target: { page: 'workflow', workflowId: 1, tab: 'set-up' }, mark: null },
      { id: 'go-live:2', target: { page: 'workflow', workflowId: 2, tab: 'set-up' }, mark: null },
    ])
    expect(todos[0]).toMatchObject({
      title: 'Customer replies: an update is due: the whole likely range of editing is above your 2% line',
      action: 'Plan an update',
      about: { page: 'workflow', workflowId: 3, tab: 'results' },
    })
  })

  it('names workflows without an owner, and many of them in one row', async () => {
    await using app = await createTestApp()
    const owners = async () =>
      (await app.client.results.home()).todos.flatMap(({ id, title }) =>
        id.startsWith('owner:') ? [title] : [],
      )
    for (const name of ['Adverts', 'Proposals', 'Replies']) {
      await app.client.workflows.create(aWorkflow({ name, processOwner: '' }))
    }
    expect(await owners()).toHaveLength(3)
    await app.client.workflows.create(aWorkflow({ name: 'Offers', processOwner: '' }))
    expect(await owners()).toEqual(['4 workflows have no process owner'])
  })

  it('names wordings that nobody checked within a month, until somebody does', async () => {
    await using app = await createTestApp()
    const write = documentsOf(app)
    const unchecked = async () =>
      (await app.client.results.home()).todos.flatMap(({ id, title }) =>
        id.startsWith('unchecked:') ? [title] : [],
      )
    const tone = await write.section('Tone', 'Warm.', app.clock.today())
    expect(await unchecked()).toEqual([])
    app.clock.moveTo('2027-01-10')
    expect(await unchecked()).toEqual(['Tone was never checked'])
    await write.section('Rules', 'Short.', '2026-11-25')
    expect(await unchecked()).toEqual(['2 wordings were never checked'])
    await app.client.documents.verify({ id: tone.id, by: 'Ana' })
    expect(await unchecked()).toEqual(['Rules was never checked'])
  })

  it('asks whether a published wording is in the live tool, until both steps are ticked', async () => {
    await using app = await createTestApp()
    const { client, clock } = app
    const asked = async () =>
      (await client.results.home()).todos.flatMap(({ id, title, detail }) =>
        id.startsWith('steps:') ? [`${title} ${detail}`] : [],
      )
    const { id: workflowId } = await client.workflows.create(aWorkflow({ name: 'Replies' }))
    const write = documentsOf(app)
    const tone = await write.section('Tone', 'Warm.', clock.today())
    await write.prompt(workflowId, 'Answer {{question}}.', clock.today(), [tone.id])
    expect(await asked()).toEqual([])
    clock.moveTo('2026-12-02')
    const { current } = await write.again(tone, 'Plain.', '2026-12-02')
    const number = current?.changeNumber ?? 0
    const both = 'that it is pasted into the live tool and that one output was tested.'
    expect(await asked()).toEqual([
      `Is version 2 of Tone in the live tool? In force since 2 December. Nobody has ticked yet ${both}`,
    ])
    await client.changes.tick({ number, step: 'pasted', isDone: true })
    expect(await asked()).toEqual([expect.stringMatching(/yet that one output was tested\.$/)])
    await client.changes.tick({ number, step: 'tested', isDone: true })
    expect(await asked()).toEqual([])
    await client.changes.tick({ number, step: 'tested', isDone: false })
    // A newer version is what counts.
    await write.again(tone, 'Plain and short.', '2026-12-02')
    expect(await asked()).toEqual([expect.stringContaining('version 3 of Tone')])
  })

  it('continues after a kill at the same output and field', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const [first, second] = review.items
    if (!first || !second) throw new Error('The sample is too small')
    await judge(app.client, first)
    const cursor = {
      itemId: second.id,
      group: 'satisfaction',
      standardId: null,
      view: 'ai',
      scroll: 12,
    } as const
    await app.client.reviews.moveTo({ reviewId: review.id, cursor })
    await using next = await app.reopenAsKilled()
    const { continueAt, session } = await next.client.results.home()
    expect(continueAt).toEqual({
      reviewId: review.id,
      workflowName: 'Customer replies',
      position: 2,
      total: 10,
    })
    expect(session).toMatchObject({ state: 'in_progress', done: 1, total: 10, continueReviewId: review.id })
    expect((await next.client.reviews.get({ reviewId: review.id })).cursor).toEqual(cursor)
  })

  it('goes through a month: not started, in progress, completed', async () => {
    await using app = await createTestApp()
    const states: unknown[] = []
    const remember = async () => {
      const { state, done, total } = await app.client.reviews.session({ month: '2026-11' })
      states.push([state, done, total])
    }
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    await remember()
    const review = await drawMonth(app.client, workflowId, '2026-11', 12)
    await remember()
    const finished = await finishReview(app.client, review.id)
    await remember()
    expect(states).toEqual([
      ['not_started', 0, 10],
      ['in_progress', 0, 10],
      ['completed', 10, 10],
    ])
    const { tasks } = await app.client.reviews.session({ month: '2026-11' })
    expect(tasks).toEqual([
      {
        workflowId,
        workflowName: 'Customer replies',
        state: 'completed',
        reviewId: review.id,
        done: 10,
        total: 10,
        againCount: 0,
        secondLookCount: 0,
        outputCount: 12,
        obstacle: null,
        skipReason: null,
        result: finished.result,
        status: finished.finding?.status,
        secondLook: null,
      },
    ])
  })

  it('still knows the months before when a new one begins', async () => {
    await using app = await createTestApp()
    const { id, workflowId } = await aReview(app.client)
    await finishReview(app.client, id)
    app.clock.moveTo('2026-12-03')
    const sessions = await app.client.reviews.sessions()
    expect(sessions.map(({ month, state, done, total }) => [month, state, done, total])).toEqual([
      ['2026-12', 'not_started', 0, 10],
      ['2026-11', 'completed', 10, 10],
    ])
    const [line] = (await app.client.results.home()).workflows
    expect(line).toMatchObject({ workflowId, finding: { month: '2026-11' }, nextReviewOn: '2027-01-07' })
  })
})
