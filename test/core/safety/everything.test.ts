import { unzipSync } from 'fflate'
import { describe, expect, it } from 'vitest'
import { aReview, finishReview } from '../../helpers/builders.ts'
import { createTestApp, refusal, type TestApp } from '../../helpers/test-app.ts'

async function everythingOf(app: TestApp): Promise<Buffer> {
  const { jobId } = await app.client.exports.everything()
  const { state, fileId, message } = await app.ended(jobId)
  if (state !== 'done') throw new Error(message ?? state)
  return Buffer.from(await (await app.fetch(`/files/${fileId}`)).arrayBuffer())
}

async function bringIn(app: TestApp, everything: Uint8Array) {
  const fileId = await app.upload('everything.zip', everything)
  const copy = await app.client.safety.addFile({ fileId })
  await app.client.safety.restore({ id: copy.id })
  return copy
}

async function aCompany(app: TestApp) {
  await app.client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
  const review = await aReview(app.client, { workflow: { name: '=Proposals' } })
  await finishReview(app.client, review.id)
}

describe('everything in one file', () => {
  it('holds each table as JSON and CSV, what it means, and the database', async () => {
    await using app = await createTestApp()
    await aCompany(app)
    const parts = unzipSync(await everythingOf(app))
    const textOf = (name: string) => Buffer.from(parts[name] ?? []).toString()
    const tables = app.inspect((db) =>
      db
        .prepare<[], string>(
          "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT GLOB 'sqlite_*'",
        )
        .pluck()
        .all(),
    )
    expect(Object.keys(parts).toSorted()).toEqual(
      [
        'How to read this without Evenkeel.html',
        'data dictionary.csv',
        'evenkeel.db',
        ...tables.flatMap((table) => [`csv/${table}.csv`, `json/${table}.json`]),
      ].toSorted(),
    )
    expect(JSON.parse(textOf('json/workflows.json'))).toMatchObject([{ id: 1, name: '=Proposals' }])
    expect(JSON.parse(textOf('json/kept_reports.json'))).toEqual([])
    expect(textOf('csv/workflows.csv')).toContain("'=Proposals")
    expect(textOf('data dictionary.csv')).toContain('reviews,workflow_id,Whole number,Yes,workflows.id')
    expect(textOf('How to read this without Evenkeel.html')).toContain('SQLite 3')
  })

  it('is the same company where it is brought in, and the same file when it is saved again', async () => {
    await using app = await createTestApp()
    await aCompany(app)
    const everything = await everythingOf(app)
    expect((await everythingOf(app)).equals(everything)).toBe(true)
    await using other = await createTestApp()
    const copy = await bringIn(other, everything)
    expect(copy.contents).toMatchObject({ company: 'Fernhill', workflows: 1 })
    expect(await other.client.results.overview()).toEqual(await app.client.results.overview())
    expect((await everythingOf(other)).equals(everything)).toBe(true)
    await other.client.company.update({ name: 'Fernhill', ownerName: 'Mira' })
    expect((await everythingOf(other)).equals(everything)).toBe(false)
  })

  it('is refused where it is damaged or something else, and nothing changes', async () => {
    await using app = await createTestApp()
    await aCompany(app)
    const everything = await everythingOf(app)
    const half = everything.subarray(0, everything.length / 2)
    for (const bytes of [half, Buffer.from('PK\u0003\u0004 not a zip')]) {
      const fileId = await app.upload('everything.zip', bytes)
      expect(await refusal(app.client.safety.addFile({ fileId }))).toMatchObject({ code: 'INVALID_INPUT' })
    }
    expect((await app.client.company.get()).company?.name).toBe('Fernhill')
  })

  it('can be stopped, and leaves no file then', async () => {
    await using app = await createTestApp()
    await aCompany(app)
    const { jobId } = await app.client.exports.everything()
    await app.client.jobs.cancel({ id: jobId })
    expect(await app.ended(jobId)).toMatchObject({ state: 'cancelled', fileId: null })
  })
})
