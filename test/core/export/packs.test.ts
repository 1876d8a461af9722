import { spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { monthPeriod } from '../../../shared/domain/report/period.ts'
import { aReview, finishReview } from '../../helpers/builders.ts'
import { documentsOf } from '../../helpers/documents.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'
import { faultsOf } from '../../helpers/workbook-parts.ts'
import { bytesOf, readBack, temporaryPath } from './workbook-reader.ts'

/** The files of a pack by their names. */
async function unpacked(app: TestApp, started: Promise<{ jobId: string }>) {
  const job = await app.ended((await started).jobId)
  const path = temporaryPath()
  writeFileSync(path, Buffer.from(await (await app.fetch(`/files/${job.fileId}`)).arrayBuffer()))
  return { job, files: await bytesOf(path) }
}

const hasPython = spawnSync('python3', ['--version']).status === 0

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

describe('the evidence', () => {
  async function madeEvidence(app: TestApp) {
    const { client } = app
    await client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
    const { id, workflowId } = await aReview(client, { month: '2026-10' })
    await finishReview(client, id)
    await client.company.update({ name: 'Fern "hill" \\ \u2028 日本 😀', ownerName: 'Dana\u0001' })
    const { job, files } = await unpacked(app, client.exports.evidencePack())
    const folder = mkdtempSync(join(tmpdir(), 'evenkeel-evidence-'))
    for (const [name, bytes] of files) writeFileSync(join(folder, name), bytes)
    return { workflowId, job, files, folder }
  }
  const checks = [[process.execPath, 'verify.mjs'], ...(hasPython ? [['python3', 'verify.py']] : [])]
  const check = (folder: string, [program = '', script = '']: readonly string[]) =>
    spawnSync(program, [join(folder, script)], { encoding: 'utf8' })

  it('is all on record, in files that are sound, with reviews held and missed', async () => {
    await using app = await createTestApp()
    const { job, files, folder } = await madeEvidence(app)
    expect(job.fileName).toBe('evenkeel-evidence-2026-11-21.zip')
    expect(linksOf(files.get('index.html')?.toString() ?? '').every((href) => files.has(href ?? ''))).toBe(
      true,
    )
    const books = [...files.keys()].filter((name) => name.endsWith('.xlsx'))
    expect(books).toEqual(['register.xlsx', 'reviews.xlsx', 'changes.xlsx', 'oversight.xlsx'])
    for (const name of books) expect(await faultsOf(join(folder, name)), name).toEqual([])
    const { sheets } = await readBack(join(folder, 'reviews.xlsx'))
    const states = sheets[0]?.rows
      .slice(2)
      .map(([, month, state]) => [(month as Date).toISOString().slice(0, 7), state])
    expect(states).toContainEqual(['2026-10', 'Held'])
    expect(states).toContainEqual(['2026-11', 'Not due yet'])
    expect(files.get('headings.csv')?.toString()).toContain('NIST AI RMF 1.0,"MAP 3.5, human oversight"')
  })

  it.each(checks)(
    'checks its chain with %s %s, and finds what was changed, taken out or added',
    async (...program) => {
      await using app = await createTestApp()
      const { folder, files } = await madeEvidence(app)
      const lines = files.get('activity.jsonl')?.toString('utf8').trimEnd().split('\n') ?? []
      const sound = check(folder, program)
      expect([sound.status, sound.stderr]).toEqual([0, ''])
      expect(sound.stdout).toContain(`${lines.length} entries, each fits`)
      expect(sound.stdout).toContain((await app.client.activity.check()).hash)
      const at = 2
      const damaged = {
        changed: lines.map((line, n) => (n === at ? line.replace('"owner"', '"ownеr"') : line)),
        'taken out': lines.filter((_, n) => n !== at),
        added: [...lines.slice(0, at), lines[at - 1] ?? '', ...lines.slice(at)],
      }
      for (const [what, rows] of Object.entries(damaged)) {
        writeFileSync(join(folder, 'activity.jsonl'), `${rows.join('\n')}\n`)
        const { status, stdout } = check(folder, program)
        expect([what, status], stdout).toEqual([what, 1])
        expect(stdout).toContain(`Entry ${at + 1} does not fit`)
      }
    },
  )
})
