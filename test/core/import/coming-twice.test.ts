import { describe, expect, it } from 'vitest'
import { aWorkflow, finishReview, toCsv } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const month = '2026-11'

type Ticket = Record<string, string | number>

/** Twelve tickets as a help desk exports them; `more` adds to each what is known by then. */
const tickets = (more: (index: number) => Ticket = () => ({}), count = 12): Ticket[] =>
  Array.from({ length: count }, (_, index) => ({
    Id: `T-${index + 1}`,
    'Customer message': `Where is parcel ${index + 1}?`,
    'AI draft': `Your parcel ${index + 1} left our warehouse yesterday.`,
    Created: `2026-11-${String(index + 1).padStart(2, '0')}`,
    ...more(index),
  }))

const finals = (index: number) => ({ 'Sent reply': `Your parcel ${index + 1} left our warehouse on Monday.` })

async function withTickets(app: TestApp, rows: readonly Ticket[] = tickets()) {
  const { id: workflowId } = await app.client.workflows.create(aWorkflow())
  const summary = await app.importFile('tickets.csv', toCsv(rows), { workflowId })
  return { workflowId, summary }
}

const poolOf = (app: TestApp, workflowId: number) => app.client.reviews.pool({ workflowId, month })

async function countOf(
  app: TestApp,
  workflowId: number,
  rows: readonly Ticket[],
  only: string | null = null,
) {
  const fileIds = [await app.upload('tickets again.csv', toCsv(rows))]
  const { guess, dateOrder } = await app.client.imports.preview({ workflowId, fileIds })
  const choice = { workflowId, fileIds, mapping: guess, dateOrder, undatedMonth: month, onlyMonth: only }
  return app.client.imports.count(choice)
}

describe('the same outputs, coming twice', () => {
  it('complete what was drawn: 12 outputs, and the sample has its final versions', async () => {
    await using app = await createTestApp()
    const { workflowId } = await withTickets(app)
    const { reviewId } = await app.client.reviews.draw({ workflowId, month })
    const drawn = await app.client.reviews.get({ reviewId })
    expect(drawn.items.map((item) => item.editing)).toEqual(Array(10).fill(null))

    expect(await countOf(app, workflowId, tickets(finals))).toMatchObject({ new: 0, completed: 12 })
    const again = await app.importFile('tickets again.csv', toCsv(tickets(finals)), { workflowId })
    expect(again).toMatchObject({ keptCount: 0, completedCount: 12, alreadyInCount: 0, canTakeBack: false })
    expect(await poolOf(app, workflowId)).toMatchObject({ outputCount: 12, withFinalCount: 12 })
    const completed = await app.client.reviews.get({ reviewId })
    expect(completed.items.map((item) => item.output.id)).toEqual(drawn.items.map((item) => item.output.id))
    for (const { output, editing } of completed.items) {
      expect(output.finalText).toMatch(/on Monday/)
      expect(editing).toBeCloseTo(2 / 8)
    }
    expect(await app.client.reviews.drawRecord({ reviewId })).toMatchObject({ isReproduced: true })
  })

  it('leave what a finished review used as it was, and say so', async () => {
    await using app = await createTestApp()
    const { workflowId } = await withTickets(app, tickets(finals))
    const { reviewId } = await app.client.reviews.draw({ workflowId, month })
    const finished = await finishReview(app.client, reviewId)
    const other = tickets(() => ({ 'Sent reply': 'Something else was sent in the end.' }))
    const again = await app.importFile('tickets again.csv', toCsv(other), { workflowId })
    // Two in reserve were not reviewed, but belong to the sample all the same.
    expect(again).toMatchObject({ keptCount: 0, completedCount: 0, alreadyInCount: 12, problemCount: 12 })
    expect(again.problems[0]?.reason).toMatch(/finished review used this output/)
    expect(await app.client.reviews.get({ reviewId })).toEqual(finished)
  })

  it('bring minutes, ratings and another agent, and nothing once more', async () => {
    await using app = await createTestApp()
    const { workflowId } = await withTickets(
      app,
      tickets(() => ({ Agent: 'Kim Berg' })),
    )
    const more = tickets((index) => ({ Agent: 'Ana Ruiz', Minutes: index + 1, CSAT: 4 }))
    const again = await app.importFile('tickets again.csv', toCsv(more), { workflowId })
    expect(again).toMatchObject({ keptCount: 0, completedCount: 12 })
    expect(await poolOf(app, workflowId)).toMatchObject({ outputCount: 12, withMinutesCount: 12 })
    const once = await app.importFile('tickets again.csv', toCsv(more), { workflowId })
    expect(once).toMatchObject({ keptCount: 0, completedCount: 0, alreadyInCount: 12 })
    const { outputs } = await app.client.reviews.candidates({ workflowId, month, search: '', offset: 0 })
    expect(new Set(outputs.map(({ person }) => person))).toEqual(new Set(['Ana Ruiz']))
  })

  it('are offered a column that was empty last time', async () => {
    await using app = await createTestApp()
    const { workflowId } = await withTickets(
      app,
      tickets(() => ({ 'Sent reply': '' })),
    )
    const again = await app.importFile('tickets again.csv', toCsv(tickets(finals)), { workflowId })
    expect(again).toMatchObject({ keptCount: 0, completedCount: 12 })
    expect(await poolOf(app, workflowId)).toMatchObject({ outputCount: 12, withFinalCount: 12 })
  })

  it('without an ID are known by request, text and day', async () => {
    await using app = await createTestApp()
    const without = (rows: Ticket[]) => rows.map(({ Id: _, ...row }) => row as Ticket)
    const { workflowId } = await withTickets(app, without(tickets()))
    const rows = [...without(tickets(finals)), ...without(tickets(finals, 13)).slice(12)]
    const again = await app.importFile('tickets again.csv', toCsv(rows), { workflowId })
    expect(again).toMatchObject({ keptCount: 1, completedCount: 12 })
  })

  it('keep rows apart that share a ticket, or differ only in a column that is not used', async () => {
    await using app = await createTestApp()
    const twoDrafts = [
      { Id: 'T-1', 'AI draft': 'First draft of a reply.', Created: '2026-11-01', Subject: 'a' },
      { Id: 'T-1', 'AI draft': 'Second draft of a reply.', Created: '2026-11-01', Subject: 'b' },
      { Id: 'T-1', 'AI draft': 'Second draft of a reply.', Created: '2026-11-01', Subject: 'c' },
    ]
    const { workflowId, summary } = await withTickets(app, twoDrafts)
    expect(summary).toMatchObject({ keptCount: 3, duplicateCount: 0 })
    const again = await app.importFile('again.csv', toCsv([...twoDrafts, ...twoDrafts]), { workflowId })
    expect(again).toMatchObject({ keptCount: 0, alreadyInCount: 3, duplicateCount: 3 })
  })

  it('are counted with their months before anything is kept', async () => {
    await using app = await createTestApp()
    const { workflowId } = await withTickets(
      app,
      tickets(() => ({}), 1),
    )
    const rows = [
      ...tickets((index) => (index === 0 ? finals(0) : {}), 3),
      { Id: 'T-9', 'Customer message': 'And mine?', 'AI draft': 'It is on its way.', Created: '2026-10-30' },
      { Id: 'T-10', 'Customer message': 'Mine?', 'AI draft': '', Created: '2026-10-30' },
    ].map((row) => ({ 'Sent reply': '', ...row }))
    expect(await countOf(app, workflowId, rows)).toEqual({
      rows: 5,
      new: 3,
      completed: 1,
      duplicates: 0,
      alreadyIn: 0,
      kept: 0,
      otherMonth: 0,
      leftOut: 1,
      months: [
        { month: '2026-10', rows: 1 },
        { month: '2026-11', rows: 3 },
      ],
    })
    expect(await countOf(app, workflowId, rows, '2026-10')).toMatchObject({
      new: 1,
      completed: 0,
      otherMonth: 3,
    })
    expect(await poolOf(app, workflowId)).toMatchObject({ outputCount: 1 })
  })

  it('can be taken back with what they completed, until a review uses them', async () => {
    await using app = await createTestApp()
    const { workflowId } = await withTickets(app)
    const more = [...tickets(finals), ...tickets(finals, 14).slice(12)]
    const again = await app.importFile('tickets again.csv', toCsv(more), { workflowId })
    expect(again).toMatchObject({ keptCount: 2, completedCount: 12, canTakeBack: true })
    await app.client.imports.remove({ id: again.id })
    expect(await poolOf(app, workflowId)).toMatchObject({ outputCount: 12, withFinalCount: 0 })

    await app.client.reviews.draw({ workflowId, month })
    const late = await app.importFile('late.csv', toCsv(tickets(finals, 14).slice(12)), { workflowId })
    expect(late).toMatchObject({ keptCount: 2, canTakeBack: true })
    await app.client.imports.remove({ id: late.id })
    const used = await app.importFile('again.csv', toCsv(tickets(finals)), { workflowId })
    expect(used.canTakeBack).toBe(false)
    expect(await refusal(app.client.imports.remove({ id: used.id }))).toMatchObject({
      message: expect.stringContaining('A review uses outputs'),
    })
  })
})
