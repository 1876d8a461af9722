import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { monthPeriod } from '../../../shared/domain/report/period.ts'
import { aReview, finishReview } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { faultsOf } from '../../helpers/workbook-parts.ts'
import { bytesOf, temporaryPath } from './workbook-reader.ts'

/** The files of a pack by their names. */
async function unpacked(app: TestApp, started: Promise<{ jobId: string }>) {
  const job = await app.ended((await started).jobId)
  const path = temporaryPath()
  writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${job.fileId}`)).arrayBuffer()))
  return { job, files: await bytesOf(path) }
}

const linksOf = (html: string) => [...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)

it('what a period is handed on as is the page as it was shown, its workbook and what was decided', async () => {
  await using app = await createTestApp()
  const { client } = app
  await client.company.create({ name: 'Ægir & <b>Söhne</b>', ownerName: 'Dana' })
  const { id } = await aReview(client, { month: '2026-10' })
  await finishReview(client, id)
  await documentsOf(app).section('Offer', 'Prices', '2026-09-01')
  const review = await client.foundationReviews.prepare({ heldOn: '2026-10-09', attendees: [] })
  const [card] = (await client.foundationReviews.start({ id: review.id })).cards
  if (!card) throw new Error('There is no section')
  const said = { answer: 'yes' as const, what: '', who: '', dueOn: null, isParked: false }
  await client.foundationReviews.answer({ id: review.id, sectionId: card.sectionId, rev: card.rev, ...said })
  await client.foundationReviews.finish({ id: review.id, nextOn: null })

  const page = '<!doctype html><title>Page</title><p>As it was shown</p>'
  const pageFileId = await app.upload('leadership-page.html', page)
  const asked = client.exports.reportPack({ ...monthPeriod('2026-10'), pageFileId })
  const { job, files } = await unpacked(app, asked)
  expect(job.fileName).toBe('evenkeel-report-2026-10.zip')
  expect([...files.keys()]).toEqual([
    'index.html',
    'how-to-read-this.html',
    'leadership-page.html',
    'evenkeel-quality-2026-10.xlsx',
    'foundation-review-2026-10-09.xlsx',
  ])
  const text = (name: string) => files.get(name)?.toString('utf8') ?? ''
  expect(text('leadership-page.html')).toBe(page)
  expect(linksOf(text('index.html')).every((href) => files.has(href ?? ''))).toBe(true)
  expect(linksOf(text('index.html'))).toHaveLength(files.size - 1)
  expect(text('index.html')).toContain('Ægir &amp; &lt;b&gt;Söhne&lt;/b&gt;')
  expect(text('index.html')).toContain('No model test was held in this period.')
  expect(text('how-to-read-this.html')).toContain('Excel, LibreOffice')
  for (const name of [...files.keys()].filter((each) => each.endsWith('.xlsx'))) {
    const path = temporaryPath()
    writeFileSync(path, files.get(name) ?? '')
    expect(await faultsOf(path), name).toEqual([])
  }
})

it('a pack that is stopped leaves no file', async () => {
  await using app = await createTestApp()
  const { id } = await aReview(app.client, { month: '2026-10' })
  await finishReview(app.client, id)
  const pageFileId = await app.upload('leadership-page.html', 'page')
  const { jobId } = await app.client.exports.reportPack({ ...monthPeriod('2026-10'), pageFileId })
  await app.client.jobs.cancel({ id: jobId })
  expect(await app.ended(jobId)).toMatchObject({ state: 'cancelled', fileId: null })
  expect(readdirSync(join(app.dataDir, 'tmp'))).toEqual([pageFileId])
})
