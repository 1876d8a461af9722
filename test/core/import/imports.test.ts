import { describe, expect, it } from 'vitest'
import { aReview, aWorkflow, someOutputs, toCsv } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const month = '2026-11'

/** Rows as a file has them; `dayOf` gives the date of row k, '' for none. */
const rowsOf = (count: number, dayOf: (index: number) => string = () => '2026-11-03', first = 1) =>
  someOutputs(count, first).map(({ request, aiText, finalText }, index) => ({
    Request: request,
    'AI text': aiText,
    'Final text': finalText,
    Date: dayOf(index),
  }))

async function withWorkflow(app: TestApp) {
  const { id } = await app.client.workflows.create(aWorkflow())
  return id
}

const countIn = async (app: TestApp, workflowId: number, inMonth = month) =>
  (await app.client.reviews.pool({ workflowId, month: inMonth })).outputCount

describe('an import', () => {
  it('brings in every row of a file and says what it found', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const day = (index: number) => (index < 3 ? '2026-10-31' : '2026-11-01')
    const summary = await app.importFile('replies.csv', toCsv(rowsOf(5, day)), { workflowId })
    expect(summary).toEqual({
      id: 1,
      workflowId,
      name: 'replies.csv',
      format: 'csv',
      state: 'done',
      importedAt: app.clock.now(),
      rowCount: 5,
      keptCount: 5,
      completedCount: 0,
      duplicateCount: 0,
      alreadyInCount: 0,
      otherMonthCount: 0,
      canTakeBack: true,
      problemCount: 0,
      problems: [],
      withFinalCount: 5,
      withDateCount: 5,
      withTextCount: 5,
      leadsTo: '2026-11',
      months: [
        { month: '2026-10', count: 3 },
        { month: '2026-11', count: 2 },
      ],
    })
    await app.restart()
    expect(await app.client.imports.list({ workflowId })).toEqual([summary])
  })

  it('of the same file again adds nothing, and the preview says it was imported before', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const file = toCsv(rowsOf(5))
    const first = await app.importFile('replies.csv', file, { workflowId })
    const fileIds = [await app.upload('renamed.csv', file)]
    const { importedBefore } = await app.client.imports.preview({ workflowId, fileIds })
    expect(importedBefore).toEqual({ id: first.id, importedAt: first.importedAt })
    const again = await app.importFile('renamed.csv', file, { workflowId })
    expect(again).toMatchObject({
      rowCount: 5,
      keptCount: 0,
      duplicateCount: 0,
      alreadyInCount: 5,
      months: [],
    })
    expect(await countIn(app, workflowId)).toBe(5)
  })

  it('of the same file into another workflow keeps it there too', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const other = await app.client.workflows.create(aWorkflow({ name: 'Proposals' }))
    await app.importFile('replies.csv', toCsv(rowsOf(5)), { workflowId })
    const second = await app.importFile('replies.csv', toCsv(rowsOf(5)), { workflowId: other.id })
    expect(second).toMatchObject({ keptCount: 5, alreadyInCount: 0 })
  })

  it('of a file that overlaps an earlier one brings in only what is new', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    await app.importFile('first.csv', toCsv(rowsOf(6)), { workflowId })
    const second = await app.importFile('second.csv', toCsv(rowsOf(6, undefined, 4)), { workflowId })
    expect(second).toMatchObject({ rowCount: 6, keptCount: 3, alreadyInCount: 3, duplicateCount: 0 })
    expect(await countIn(app, workflowId)).toBe(9)
  })

  it('counts rows that say exactly the same as an earlier row of the file', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const rows = rowsOf(4)
    const summary = await app.importFile('twice.csv', toCsv([...rows, ...rows.slice(0, 2)]), { workflowId })
    expect(summary).toMatchObject({ rowCount: 6, keptCount: 4, duplicateCount: 2, alreadyInCount: 0 })
  })

  it('keeps the good rows and lists the bad ones, for saving as a file too', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const rows = rowsOf(4)
    const bad = [rows[0], { ...rows[1], 'AI text': ' ' }, { ...rows[2], Date: '31.02.2026' }, rows[3]]
    const file = toCsv(bad.flatMap((row) => row ?? []) as Record<string, string>[])
    const summary = await app.importFile('bad.csv', file, { workflowId })
    expect(summary).toMatchObject({ rowCount: 4, keptCount: 3, problemCount: 2, withDateCount: 2 })
    expect(summary.problems).toEqual([
      { row: 3, column: 'AI text', reason: expect.stringContaining('no AI text'), kept: false },
      { row: 4, column: 'Date', reason: expect.stringContaining('31.02.2026'), kept: true },
    ])
    const { fileId, name } = await app.client.exports.importProblems({ importId: summary.id })
    expect(name).toBe('problems in bad.csv')
    const lines = (await (await app.fetch(`/files/${fileId}`)).text()).trim().split(/\r?\n/)
    expect(lines).toHaveLength(3)
    expect(lines[2]).toContain('31.02.2026')
  })

  it('that is limited to a month leaves other months out and keeps what has no date', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const day = (index: number) => ['2026-10-31', '2026-11-01', ''][index % 3] ?? ''
    const options = { workflowId, onlyMonth: month, undatedMonth: month }
    const summary = await app.importFile('both.csv', toCsv(rowsOf(9, day)), options)
    expect(summary).toMatchObject({ keptCount: 6, withDateCount: 3, months: [{ month, count: 6 }] })
    const rest = await app.importFile('both.csv', toCsv(rowsOf(9, day)), { workflowId, undatedMonth: month })
    expect(rest).toMatchObject({ keptCount: 3, alreadyInCount: 6, months: [{ month: '2026-10', count: 3 }] })
  })

  it('puts outputs without a date into the month the owner names', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const summary = await app.importFile('undated.csv', toCsv(rowsOf(3, () => '')), {
      workflowId,
      undatedMonth: '2026-09',
    })
    expect(summary).toMatchObject({ withDateCount: 0, months: [{ month: '2026-09', count: 3 }] })
  })

  it('remembers the columns for this workflow and these column names, and only for them', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const other = await app.client.workflows.create(aWorkflow({ name: 'Proposals' }))
    const file = toCsv(rowsOf(3))
    const mapping = { aiText: 2, finalText: 1 }
    await app.importFile('first.csv', file, { workflowId, mapping, dateOrder: 'month-first' })
    const preview = async (id: number, content: string) =>
      app.client.imports.preview({ workflowId: id, fileIds: [await app.upload('next.csv', content)] })
    const next = toCsv(rowsOf(2, undefined, 50))
    expect(await preview(workflowId, next)).toMatchObject({
      isRemembered: true,
      guess: mapping,
      dateOrder: 'month-first',
    })
    expect(await preview(other.id, next)).toMatchObject({ isRemembered: false, guess: { aiText: 1 } })
    expect(await preview(workflowId, next.replace('Date', 'Sent'))).toMatchObject({ isRemembered: false })
  })

  it('without a column for the AI text is refused at once', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const fileIds = [await app.upload('replies.csv', toCsv(rowsOf(3)))]
    const rest = { dateOrder: 'day-first', undatedMonth: month, onlyMonth: null } as const
    const start = app.client.imports.start({ workflowId, fileIds, mapping: { finalText: 2 }, ...rest })
    expect(await refusal(start)).toMatchObject({ code: 'INVALID_INPUT', fields: ['mapping.aiText'] })
  })

  it.each([
    ['minutes and a satisfaction', '7.5', '4', { editMinutes: 7.5, satisfaction: 4 }],
    ['no satisfaction between two marks', '', '4.5', { editMinutes: null, satisfaction: null }],
    ['no satisfaction off the scale', '', '7', { editMinutes: null, satisfaction: null }],
  ])('takes over %s, and the row with it', async (_case, minutes, satisfaction, expected) => {
    await using app = await createTestApp()
    const workflow = await app.client.workflows.create(aWorkflow({ measure: 'minutes', byHandMinutes: 30 }))
    const rows = rowsOf(3).map((row) => ({ ...row, Minutes: minutes, Satisfaction: satisfaction }))
    const summary = await app.importFile('rated.csv', toCsv(rows), {
      workflowId: workflow.id,
      mapping: { request: 0, aiText: 1, finalText: 2, occurredOn: 3, editMinutes: 4, satisfaction: 5 },
    })
    expect(summary).toMatchObject({ keptCount: 3, problemCount: expected.satisfaction === null ? 3 : 0 })
    const { reviewId } = await app.client.reviews.draw({ workflowId: workflow.id, month })
    const { items } = await app.client.reviews.get({ reviewId })
    expect(items[0]).toMatchObject(expected)
  })
})

describe('pasting', () => {
  it('keeps the pairs in the month chosen, an empty final version as none', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const summary = await app.client.imports.paste({
      workflowId,
      month: '2026-09',
      pairs: [
        { request: '', aiText: 'Dear Ms Weber', finalText: '' },
        { request: null, aiText: 'Dear Mr Holt', finalText: 'Hello Mr Holt' },
        { request: null, aiText: 'Dear Mr Holt', finalText: 'Hello Mr Holt' },
      ],
    })
    expect(summary).toMatchObject({
      name: 'Pasted',
      format: 'pasted',
      state: 'done',
      rowCount: 3,
      keptCount: 2,
      duplicateCount: 1,
      withFinalCount: 1,
      months: [{ month: '2026-09', count: 2 }],
    })
  })

  it('of an empty text is refused with the field, and nothing is kept', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const pairs = [...someOutputs(1), { request: null, aiText: ' \n', finalText: null }]
    expect(await refusal(app.client.imports.paste({ workflowId, month, pairs }))).toEqual({
      code: 'INVALID_INPUT',
      message: 'Paste what the AI wrote.',
      fields: ['pairs.1.aiText'],
    })
    expect(await app.client.imports.list({ workflowId })).toEqual([])
  })
})

describe('taking an import back', () => {
  it('removes its outputs, and the same file can be imported again', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const file = toCsv(rowsOf(5))
    const { id } = await app.importFile('replies.csv', file, { workflowId })
    expect(await app.client.imports.remove({ id })).toMatchObject({
      state: 'removed',
      canTakeBack: false,
      keptCount: 5,
      months: [],
    })
    expect(await countIn(app, workflowId)).toBe(0)
    const fileIds = [await app.upload('replies.csv', file)]
    expect(await app.client.imports.preview({ workflowId, fileIds })).toMatchObject({ importedBefore: null })
    expect(await app.importFile('replies.csv', file, { workflowId })).toMatchObject({ keptCount: 5 })
  })

  it('twice is CONFLICT', async () => {
    await using app = await createTestApp()
    const workflowId = await withWorkflow(app)
    const { id } = await app.client.imports.paste({ workflowId, month, pairs: someOutputs(2) })
    await app.client.imports.remove({ id })
    expect(await refusal(app.client.imports.remove({ id }))).toMatchObject({ code: 'CONFLICT' })
  })

  it('is refused once a sample was drawn from it, and everything stays', async () => {
    await using app = await createTestApp()
    const review = await aReview(app.client)
    const [summary] = await app.client.imports.list({ workflowId: review.workflowId })
    if (!summary) throw new Error('The import is missing')
    expect(summary.canTakeBack).toBe(false)
    expect(await refusal(app.client.imports.remove({ id: summary.id }))).toMatchObject({ code: 'CONFLICT' })
    expect(await app.client.imports.list({ workflowId: review.workflowId })).toEqual([summary])
    expect(await app.client.reviews.get({ reviewId: review.id })).toEqual(review)
  })

  it('pasted as pairs are read as people read them', async () => {
    await using app = await createTestApp()
    const { id: workflowId } = await app.client.workflows.create(aWorkflow())
    const pair = {
      request: '<p>Where is my <b>parcel</b>?</p>',
      aiText: 'It ships **today** &amp; comes on Friday.',
      finalText: '<div>It ships today.</div>',
    }
    await app.client.imports.paste({ workflowId, month: '2026-11', pairs: [pair] })
    const kept = app.inspect((db) => db.prepare('SELECT request, ai_text, final_text FROM outputs').all())
    expect(kept).toEqual([
      {
        request: 'Where is my parcel?',
        ai_text: 'It ships today & comes on Friday.',
        final_text: 'It ships today.',
      },
    ])
  })
})
