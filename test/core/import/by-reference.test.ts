import { describe, expect, it } from 'vitest'
import { aWorkflow, finishReview, toCsv } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const month = '2026-11'

type Row = Record<string, string | number>

const rows = (more: (index: number) => Row = () => ({}), count = 12): Row[] =>
  Array.from({ length: count }, (_, index) => ({
    'Ticket ID': `T-${index + 1}`,
    Created: `2026-11-${String(index + 1).padStart(2, '0')}`,
    Channel: index % 2 === 0 ? 'email' : 'chat',
    Agent: 'Mara Lind',
    ...more(index),
  }))

const minutes = (index: number) => ({ 'Edit minutes': index + 1, Rating: 1 + (index % 5) })

async function withReferences(app: TestApp, list: readonly Row[] = rows()) {
  const { id: workflowId } = await app.client.workflows.create({
    ...aWorkflow(),
    measure: 'minutes',
    byHandMinutes: 20,
    targetLine: 0.15,
    updateLine: 0.2,
  })
  const summary = await app.importFile('ids.csv', toCsv(list), { workflowId })
  return { workflowId, summary }
}

describe('outputs by reference', () => {
  it('come in by a file of IDs, days, people, minutes and ratings, and are reviewed without a text', async () => {
    await using app = await createTestApp()
    const { workflowId, summary } = await withReferences(app, rows(minutes))
    expect(summary).toMatchObject({ keptCount: 12, withTextCount: 0, problemCount: 0 })
    expect(await app.client.reviews.pool({ workflowId, month })).toMatchObject({ differentCount: 12 })
    const { reviewId } = await app.client.reviews.draw({ workflowId, month })
    const { items } = await app.client.reviews.get({ reviewId })
    for (const { output, editing, editMinutes } of items) {
      expect(output).toMatchObject({ aiText: '', finalText: null, request: null, person: 'Mara Lind' })
      expect(editMinutes).toBe(Number(output.externalId?.slice(2)))
      expect(editing).toBeCloseTo((editMinutes ?? 0) / 20)
    }
    await finishReview(app.client, reviewId)
    const { rows: found } = await app.client.results.outputs({
      workflowId,
      search: 'T-',
      offset: 0,
      limit: 50,
    })
    expect(found.map(({ excerpt }) => excerpt).toSorted()).toEqual(
      items.map(({ output }) => output.externalId).toSorted(),
    )
  })

  it('come in by pasted IDs and links alone, each once, into the month that is collected', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const links = Array.from({ length: 5 }, (_, index) => ({
      ID: `https://desk.example/tickets/${index}?a=1,2`,
    }))
    const first = await app.importFile('Pasted IDs.csv', toCsv([...links, { ID: '1007' }]), { workflowId })
    expect(first).toMatchObject({ keptCount: 6, withTextCount: 0, withDateCount: 0 })
    const again = await app.importFile('Pasted IDs.csv', toCsv([...links, { ID: '1008' }]), { workflowId })
    expect(again).toMatchObject({ keptCount: 1, alreadyInCount: 5 })
  })

  it('keep no text that stands in the file, and name the rows without an ID', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const texts = rows((index) => ({ 'AI reply': `A confidential answer, number ${index}.` }), 3)
    const csv = toCsv([...texts, { ...texts[0], 'Ticket ID': '' }])
    const summary = await app.importFile('tickets.csv', csv, { workflowId, mapping: { externalId: 0 } })
    expect(summary).toMatchObject({ keptCount: 3, withTextCount: 0 })
    expect(summary.problems).toEqual([
      {
        row: 5,
        column: 'Ticket ID',
        reason: 'There is no ID or link in this row, so it was left out.',
        kept: false,
      },
    ])
    expect(
      app.inspect((db) => db.prepare("SELECT count(*) FROM outputs WHERE ai_text <> ''").pluck().get()),
    ).toBe(0)
  })

  it('are completed by their IDs when minutes come later', async () => {
    await using app = await createTestApp()
    const { workflowId } = await withReferences(app)
    const again = await app.importFile('again.csv', toCsv(rows(minutes)), { workflowId })
    expect(again).toMatchObject({ keptCount: 0, completedCount: 12 })
  })

  it('need the column of the IDs where there is none of texts', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const fileIds = [await app.upload('ids.csv', toCsv(rows()))]
    const choice = {
      workflowId,
      fileIds,
      dateOrder: 'day-first',
      undatedMonth: month,
      onlyMonth: null,
    } as const
    expect(await refusal(app.client.imports.start({ ...choice, mapping: { occurredOn: 1 } }))).toMatchObject({
      message: 'Choose the column that holds what the AI wrote, or the one of the IDs.',
    })
  })
})
