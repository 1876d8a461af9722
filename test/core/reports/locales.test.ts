import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { createORPCClient } from '@orpc/client'
import { RPCLink } from '@orpc/client/fetch'
import { expect, it } from 'vitest'
import { openDatabase } from '../../../electron/core/db/open.ts'
import { followRowSums } from '../../../electron/core/db/row-sums.ts'
import { shownMove } from '../../../shared/domain/findings/move-words.ts'
import { formatShare, roundFigure } from '../../../shared/domain/format.ts'
import { monthPeriod, type ReportPeriod } from '../../../shared/domain/report/period.ts'
import { aReview, aWorkflow, finishReview, someOutputs } from '../../helpers/builders.ts'
import { placeSample } from '../../helpers/sample.ts'
import { type Client, createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { readBack, temporaryPath } from '../export/workbook-reader.ts'

const locales = ['en-US', 'en-GB', 'de-DE'] as const

/** Outputs of one month; all 600,000 take half a minute of processor: EVENKEEL_OUTPUTS=600000. */
const many = Number(process.env.EVENKEEL_OUTPUTS ?? 60_000)

/** As many outputs of a month as would take hours to paste, beside those it has. */
function fill(dataDir: string, workflowId: number, upTo: number) {
  const db = openDatabase(join(dataDir, 'evenkeel.db'), { durability: 'off' })
  followRowSums(db)
  db.prepare(
    `WITH RECURSIVE n (i) AS (SELECT count(*) + 1 FROM outputs UNION ALL SELECT i + 1 FROM n WHERE i < :upTo)
     INSERT INTO outputs (workflow_id, import_id, month, record_sha, text_sha, external_id, ai_text, final_text)
     SELECT workflow_id, import_id, month, randomblob(32), randomblob(32), 'T-' || i, 'Answer ' || i, 'Reply ' || i
     FROM n, (SELECT * FROM outputs WHERE workflow_id = :workflowId LIMIT 1)`,
  ).run({ workflowId, upTo })
  db.close()
}

/** The same app as a window on a system of that language asks it. */
const windowIn = (app: TestApp, locale: string): Client =>
  createORPCClient(
    new RPCLink({
      url: 'http://evenkeel.test/api',
      headers: { 'accept-language': locale },
      fetch: (request) => app.fetch(new URL(request.url).pathname, request),
    }),
  )

async function summaryOf(app: TestApp, client: Client, period: ReportPeriod) {
  const { jobId } = await client.exports.workbook({ ...period, withTexts: false })
  const { fileId } = await app.ended(jobId)
  const path = temporaryPath()
  writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer()))
  const { sheets } = await readBack(path)
  const rows = sheets.find(({ name }) => name === 'Summary')?.rows ?? []
  const at = rows.findIndex(([first]) => first === 'Workflow')
  const header = rows[at] ?? []
  const cell = (row: readonly unknown[], name: string) => row[header.indexOf(name)] ?? null
  return { headline: rows[1]?.[0], rows: rows.slice(at + 1).filter(([name]) => name), cell }
}

/** The page, the list of workflows and the workbook of a period, held against one another in three languages. */
async function compare(app: TestApp, period: ReportPeriod): Promise<number> {
  let compared = 0
  for (const locale of locales) {
    const client = windowIn(app, locale)
    const page = await client.reports.page(period)
    const shown = (value: unknown) => (typeof value === 'number' ? formatShare(value, locale) : '–')
    const { headline, rows, cell } = await summaryOf(app, client, period)
    expect(headline, locale).toBe(page.headline)
    expect(rows.map((row) => cell(row, 'Workflow'))).toEqual(page.lines.map(({ name }) => name))
    for (const [index, { name, workflowId, finding }] of page.lines.entries()) {
      const row = rows[index] ?? []
      const { figure, monthThree, quality } = finding
      const own = (await client.results.workflow({ workflowId })).points.findLast(
        ({ month }) => month <= period.to,
      )
      const said = [figure.mean, figure.range?.low, figure.range?.high, monthThree?.mean].map(shown)
      const saved = ['Editing', 'Likely low', 'Likely high', 'Month-3 level'].map((each) =>
        shown(cell(row, each)),
      )
      expect(saved, `${name}, ${locale}`).toEqual(said)
      expect(shown(own?.result.figure.mean), `${name}, ${locale}`).toBe(shown(figure.mean))
      expect([cell(row, 'Outputs'), cell(row, 'Satisfaction, users')]).toEqual([
        figure.known + figure.unknown,
        quality.userSatisfaction.mean,
      ])
      const difference = shownMove(finding.moves.monthThree)
      const points = cell(row, 'Change')
      if (difference !== null && typeof points === 'number')
        expect(roundFigure(points / 100, 3)).toBe(difference)
      compared++
    }
  }
  return compared
}

it('the sample company says the same on the page, on screen and in the workbook, in three languages', async () => {
  await using app = await createTestApp()
  await placeSample(app)
  await app.client.company.openSample()
  const periods = await app.client.reports.periods()
  for (const period of periods.slice(0, 2)) expect(await compare(app, period)).toBe(3 * locales.length)
})

it('so does a company of odd names, with a workflow that has nothing', async () => {
  await using app = await createTestApp()
  const { client } = app
  await client.company.create({ name: 'שלום 😀 & <Ægir>', ownerName: "=O'Neil" })
  const names = ['مرحبا 👩‍👩‍👧 "x"', '日本語の返信', "=cmd|' /C calc'!A0", 'ẞ\u202e<b>']
  for (const name of names) {
    const { id } = await aReview(client, { workflow: { name }, month: '2026-10', outputs: 12 })
    await finishReview(client, id)
  }
  await client.workflows.create(aWorkflow({ name: 'Nothing yet' }))
  expect(await compare(app, monthPeriod('2026-10'))).toBe(names.length * locales.length)
})

it('so does a month of very many outputs', { timeout: 300_000 }, async () => {
  await using app = await createTestApp()
  await app.client.company.create({ name: 'Big', ownerName: 'Dana' })
  const { id: workflowId } = await app.client.workflows.create(aWorkflow({ name: 'Replies' }))
  await app.client.imports.paste({ workflowId, month: '2026-10', pairs: someOutputs(20) })
  await app.close()
  fill(app.dataDir, workflowId, many)
  await app.restart()
  const { reviewId } = await app.client.reviews.draw({ workflowId, month: '2026-10' })
  await finishReview(app.client, reviewId)
  expect(await compare(app, monthPeriod('2026-10'))).toBe(locales.length)
  const { lines } = await app.client.reports.page(monthPeriod('2026-10'))
  expect(lines[0]?.poolCount).toBe(many)
})
