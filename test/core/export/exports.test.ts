import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mean } from '../../../shared/domain/figures/statistics.ts'
import { monthPeriod, type ReportPeriod } from '../../../shared/domain/report/period.ts'
import { aWorkflow, drawMonth, finishReview, first, judge, marksOf } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'
import { faultsOf } from '../../helpers/workbook-parts.ts'
import { readBack, temporaryPath } from './workbook-reader.ts'

async function reviewMonth(app: TestApp, workflowId: number, month: string, minutes: number) {
  app.clock.moveTo(`${month}-25`)
  const { id: reviewId, items } = await drawMonth(app.client, workflowId, month, 12)
  for (const [index, item] of items.entries()) {
    await judge(app.client, item, { editMinutes: minutes + (index % 2) })
  }
  return finishReview(app.client, reviewId)
}

/** The workbook of a month as a reader that is not the writer sees it. */
async function workbookOf(app: TestApp, period: ReportPeriod) {
  const { jobId } = await app.client.exports.workbook({ ...period, withTexts: false })
  const job = await app.ended(jobId)
  const response = await app.fetch(`/files/${job.fileId}`)
  const path = temporaryPath()
  writeFileSync(path, Buffer.from(await response.arrayBuffer()))
  return { job, sheets: (await readBack(path)).sheets, faults: await faultsOf(path) }
}

/** The first row under the header that begins with `header`, by column name. */
function firstRow(rows: readonly (readonly unknown[])[], header: string): Record<string, unknown> {
  const at = rows.findIndex((row) => row[0] === header)
  return Object.fromEntries(
    (rows[at] ?? []).map((name, index) => [String(name), rows[at + 1]?.[index] ?? null]),
  )
}

describe('the review workbook', () => {
  it('holds the stored figures, and the month-3 level as it stood in that month', async () => {
    await using app = await createTestApp()
    const { id } = await app.client.workflows.create(
      aWorkflow({ name: 'Adverts', measure: 'minutes', byHandMinutes: 16, goLiveOn: '2026-04-10' }),
    )
    const early = await reviewMonth(app, id, '2026-05', 1)
    const settled = await reviewMonth(app, id, '2026-07', 2)
    const late = await reviewMonth(app, id, '2026-09', 3)
    for (const [month, review, level] of [
      ['2026-05', early, [early]],
      ['2026-09', late, [early, settled]],
    ] as const) {
      const { job, sheets } = await workbookOf(app, monthPeriod(month))
      expect(job.fileName).toBe(`evenkeel-quality-${month}.xlsx`)
      const summary = firstRow(sheets.find(({ name }) => name === 'Summary')?.rows ?? [], 'Workflow')
      const figure = review.result?.figure
      expect(summary).toMatchObject({
        Workflow: 'Adverts',
        Editing: figure?.mean,
        'Likely low': figure?.low,
        'Likely high': figure?.high,
        'Month-3 level': mean(level.map(({ result }) => result?.figure.mean ?? 0)),
        Outputs: 10,
      })
    }
  })

  it('holds every review of a quarter, and what led up to its end', async () => {
    await using app = await createTestApp()
    const { client } = app
    const { id } = await client.workflows.create(aWorkflow({ name: 'Adverts', goLiveOn: '2026-04-10' }))
    const { section, again } = documentsOf(app)
    const offer = await section('Offer', 'Spring prices', '2026-04-01')
    app.clock.moveTo('2026-07-20')
    const july = await drawMonth(client, id, '2026-07', 12)
    const item = first(july.items)
    const marks = marksOf(item, ['not_met', 'met', 'met']).map((mark) =>
      mark.verdict === 'not_met' ? { ...mark, section: 'Offer', sectionId: offer.id } : mark,
    )
    await judge(client, item, { marks })
    await finishReview(client, july.id)
    app.clock.moveTo('2026-08-03')
    const changed = await again(offer, 'Autumn prices', '2026-08-03')
    const review = await client.foundationReviews.prepare({ heldOn: '2026-08-04', attendees: [] })
    app.clock.moveTo('2026-08-04')
    const [card] = (await client.foundationReviews.start({ id: review.id })).cards
    const said = { answer: 'yes' as const, what: '', who: '', dueOn: null, isParked: false }
    await client.foundationReviews.answer({
      id: review.id,
      sectionId: offer.id,
      rev: card?.rev ?? 0,
      ...said,
    })
    await client.foundationReviews.finish({ id: review.id, nextOn: null })
    app.clock.moveTo('2026-09-20')
    await finishReview(client, (await drawMonth(client, id, '2026-09', 12)).id)
    app.clock.moveTo('2026-10-20')
    await finishReview(client, (await drawMonth(client, id, '2026-10', 12)).id)

    const quarter = { kind: 'quarter', from: '2026-07', to: '2026-09' } as const
    const { job, sheets, faults } = await workbookOf(app, quarter)
    expect(faults).toEqual([])
    expect(job.fileName).toBe('evenkeel-quality-2026-07-to-2026-09.xlsx')
    const of = (name: string) => sheets.find((sheet) => sheet.name === name)?.rows ?? []
    expect(of('Summary')[0]?.[0]).toMatch(/: AI quality review, Quarter 3 of 2026$/)
    expect(firstRow(of('Summary'), 'Workflow')).toMatchObject({ Month: new Date('2026-09-01'), Outputs: 10 })
    expect(of('Outputs')).toHaveLength(2 + 20)
    expect(of('Trend')).toHaveLength(2 + 2)
    const number = changed.current?.changeNumber
    expect(firstRow(of('Issues'), 'Issue ID')).toMatchObject({
      'Foundation section': 'Offer',
      'Linked change': number,
    })
    expect(firstRow(of('Foundation'), 'Review date')).toMatchObject({
      'Review date': new Date('2026-08-04'),
      Section: 'Offer',
      Answer: 'Yes',
    })
    expect(of('Changes').some(([first]) => first === number)).toBe(true)
  })

  it('is refused in words while no review of the month is finished', async () => {
    await using app = await createTestApp()
    await app.client.workflows.create(aWorkflow())
    expect(
      await refusal(app.client.exports.workbook({ ...monthPeriod('2026-11'), withTexts: false })),
    ).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'No review of November 2026 is finished yet. Finish one, then save the workbook.',
    })
  })
})
