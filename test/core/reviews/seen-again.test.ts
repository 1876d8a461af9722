import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import type { Verdict } from '../../../shared/contract/reviews/item-state.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { aWorkflow, drawMonth, judge, marksOf } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

const firstMonth = '2026-07'
const august = { kind: 'month', from: '2026-08', to: '2026-08' } as const

/** Reviews a month on the second of the next: the first standard goes by `verdictOf` its request. */
async function aMonth(
  { client, clock }: TestApp,
  workflowId: number,
  month: string,
  verdictOf: (request: string) => Verdict,
) {
  clock.moveTo(`${addMonths(month, 1)}-02`)
  const review = await drawMonth(client, workflowId, month, 30)
  for (const item of review.items) {
    const rest = item.marks.slice(1).map((): Verdict => 'met')
    await judge(client, item, {
      marks: marksOf(item, [verdictOf(item.output.request ?? ''), ...rest]),
      satisfaction: 4,
    })
  }
  return { review, finished: await client.reviews.finish({ reviewId: review.id }) }
}

async function aCompany(app: TestApp) {
  const { id } = await app.client.workflows.create(aWorkflow({ goLiveOn: `${firstMonth}-01` }))
  const first = await aMonth(app, id, firstMonth, () => 'met')
  return { id, first }
}

const requests = (items: readonly { output: { request: string | null } }[]) =>
  items.map(({ output }) => output.request ?? '')

describe('outputs of earlier months', () => {
  it('come again among those of a month, two for ten, unlabelled and in no fixed place', async () => {
    await using app = await createTestApp({ today: '2026-07-01' })
    const { id, first } = await aCompany(app)
    expect([first.review.items.length, first.review.againCount]).toEqual([10, 0])
    const second = await aMonth(app, id, '2026-08', () => 'met')
    expect([second.review.items.length, second.review.againCount]).toEqual([12, 2])
    const earlier = new Set(requests(first.review.items))
    expect(requests(second.review.items).filter((request) => earlier.has(request))).toHaveLength(2)
    expect(second.review.items.map(({ position }) => position)).toEqual(
      Array.from({ length: 12 }, (_, at) => at + 1),
    )
    // Nothing in them but what they are tells which: no field, and no place of their own.
    const keys = new Set(second.review.items.map((item) => Object.keys(item).toSorted().join()))
    expect(keys.size).toBe(1)
    const third = await aMonth(app, id, '2026-09', () => 'met')
    const placesOf = (items: typeof third.review.items, known: ReadonlySet<string>) =>
      items.flatMap(({ output, position }) => (known.has(output.request ?? '') ? position : []))
    const places = [
      placesOf(second.review.items, earlier),
      placesOf(third.review.items, new Set([...earlier, ...requests(second.review.items)])),
    ]
    expect(new Set(places.map(String)).size).toBe(2)
  })

  it('count in no figure, list, report or workbook of the month', async () => {
    await using app = await createTestApp({ today: '2026-07-01' })
    const { id } = await aCompany(app)
    const { finished } = await aMonth(app, id, '2026-08', () => 'not_met')
    const { client } = app
    expect(finished.items).toHaveLength(10)
    expect(finished.result).toMatchObject({ reviewed: 10, replaced: 0 })
    expect(finished.finding?.figure.known).toBe(10)
    expect(finished.finding?.quality.metEvery).toMatchObject({ count: 0, of: 10 })
    const page = await client.results.outputs({ workflowId: id, month: '2026-08', offset: 0, limit: 50 })
    expect(page.total).toBe(10)
    expect(page.all).toBe(20)
    const report = await client.reports.page(august)
    expect(report.lines[0]?.finding.figure.known).toBe(10)
    const task = (await client.reviews.session({ month: '2026-08' })).tasks[0]
    expect([task?.done, task?.total]).toEqual([10, 10])
    const done = await client.results.done({ reviewId: finished.id })
    expect(done.rows.at(-1)?.values).toHaveLength(10)
    const { fileId } = await app.ended((await client.exports.workbook({ ...august, withTexts: false })).jobId)
    const { sheets } = await readXlsx(
      new Uint8Array(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()),
    )
    for (const name of ['Outputs', 'Issues']) {
      const { rows = [] } = sheets.find((sheet) => sheet.name === name) ?? {}
      const isOwn = (cell: unknown) => cell instanceof Date && cell.toISOString().startsWith('2026-09-02')
      expect([name, rows.filter((row) => row.some(isOwn)).length]).toEqual([name, 10])
    }
    // What was left of the pool is left for a second look.
    expect(await client.reviews.drawRecord({ reviewId: finished.id })).toMatchObject({ isReproduced: true })
  })

  it('say how often the same eyes gave the same marks', async () => {
    await using app = await createTestApp({ today: '2026-07-01' })
    const { id, first } = await aCompany(app)
    const earlier = requests(first.review.items)
    const none = { outputs: 0, sameOutputs: 0, marks: 0, sameMarks: 0 }
    expect(await app.client.reviews.seenAgain({ workflowId: id })).toEqual({ own: none, all: none })
    let isFirst = true
    const second = await aMonth(app, id, '2026-08', (request) => {
      if (!earlier.includes(request)) return 'met'
      const verdict = isFirst ? 'not_met' : 'met'
      isFirst = false
      return verdict
    })
    const two = { outputs: 2, sameOutputs: 1, marks: 6, sameMarks: 5 }
    expect(await app.client.reviews.seenAgain({ workflowId: id })).toEqual({ own: two, all: two })
    // An open review says nothing yet.
    await app.client.reviews.reopen({ reviewId: second.finished.id, reason: 'Looked again.' })
    expect((await app.client.reviews.seenAgain({ workflowId: id })).own).toEqual(none)
  })

  it('are no part of the month when set aside: no reserve comes in, and it can be undone', async () => {
    await using app = await createTestApp({ today: '2026-07-01' })
    const { id, first } = await aCompany(app)
    app.clock.moveTo('2026-09-02')
    const { id: reviewId, items, draw } = await drawMonth(app.client, id, '2026-08', 30)
    const again = items.find(({ output }) => requests(first.review.items).includes(output.request ?? ''))
    if (!again) throw new Error('One comes again')
    const { review } = await app.client.reviews.replace({
      itemId: again.id,
      rev: again.rev,
      reason: 'No idea',
    })
    expect(review).toMatchObject({ againCount: 1, replaced: [], draw: { reservesLeft: draw.reservesLeft } })
    expect(review.items).toHaveLength(11)
    const { review: undone } = await app.client.reviews.undo({ reviewId })
    expect(undone?.items.map(({ id }) => id)).toEqual(items.map(({ id }) => id))
    expect(await refusal(app.client.reviews.finish({ reviewId }))).toMatchObject({ code: 'INVALID_INPUT' })
  })

  it('stay away when switched off, and while their marks are remembered', async () => {
    await using app = await createTestApp({ today: '2026-07-01' })
    const { id } = await aCompany(app)
    app.clock.moveTo('2026-08-20')
    expect((await drawMonth(app.client, id, '2026-08', 30)).items).toHaveLength(10)
    await app.client.company.updatePreferences({ seenAgain: false })
    app.clock.moveTo('2026-10-02')
    expect((await drawMonth(app.client, id, '2026-09', 30)).items).toHaveLength(10)
  })
})
