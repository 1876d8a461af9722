import { writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { mean } from '../../../shared/domain/figures/statistics.ts'
import { aWorkflow, drawMonth, finishReview, judge } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'
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
async function workbookOf(app: TestApp, month: string) {
  const { jobId } = await app.client.exports.workbook({ month, withTexts: false })
  const job = await app.ended(jobId)
  const response = await app.fetch(`/files/${job.fileId}`)
  const path = temporaryPath()
  writeFileSync(path, Buffer.from(await response.arrayBuffer()))
  return { job, sheets: (await readBack(path)).sheets }
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
      const { job, sheets } = await workbookOf(app, month)
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

  it('is refused in words while no review of the month is finished', async () => {
    await using app = await createTestApp()
    await app.client.workflows.create(aWorkflow())
    expect(await refusal(app.client.exports.workbook({ month: '2026-11', withTexts: false }))).toMatchObject({
      code: 'INVALID_INPUT',
      message: 'No review of November 2026 is finished yet. Finish one, then save the workbook.',
    })
  })
})
