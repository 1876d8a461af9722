import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { aWorkflow, drawMonth, finishReview } from '../../helpers/builders.ts'
import { type Client, createTestApp } from '../../helpers/test-app.ts'

const month = '2026-10'
const october = { kind: 'month', from: month, to: month } as const

/** A company with two workflows, of which October is drawn. */
async function twoDrawn(client: Client) {
  await client.company.create({ name: 'Fernhill', ownerName: 'Dana' })
  const ids: number[] = []
  for (const name of ['Replies', 'Proposals']) {
    const { id } = await client.workflows.create(aWorkflow({ name, goLiveOn: '2026-09-15' }))
    ids.push((await drawMonth(client, id, month, 20)).id)
  }
  return ids as [number, number]
}

describe('a month that is closed', () => {
  it('is sealed with the log as it was when its last review was finished, and reports print that', async () => {
    await using app = await createTestApp()
    const { client } = app
    const [first, second] = await twoDrawn(client)
    await finishReview(client, first)
    expect(await client.activity.seals()).toEqual([])
    await finishReview(client, second)
    const [seal] = await client.activity.seals()
    expect(seal).toMatchObject({ month, isInLog: true, sealedAt: app.clock.now() })
    const { seq = 0, hash = '' } = seal ?? {}
    expect(await client.activity.get({ seq })).toMatchObject({ what: 'Monthly review finished' })
    await client.company.update({ name: 'Fernhill', ownerName: 'Mira' })
    expect(await client.reports.stamp(october)).toEqual({ seq, hash, month })
    const { id } = await client.reports.keep({ ...october, audit: { seq, hash, month } })
    expect((await client.reports.kept({ id })).page.audit).toEqual({ seq, hash, month })
    await app.restart()
    expect(await client.activity.seals()).toEqual([seal])
  })

  it('may be closed by skipping what is left, and is sealed anew after it was opened again', async () => {
    await using app = await createTestApp()
    const { client } = app
    const [first, second] = await twoDrawn(client)
    await finishReview(client, first)
    await finishReview(client, second)
    const [before] = await client.activity.seals()
    await client.reviews.reopen({ reviewId: first, reason: 'A late answer.' })
    expect(await client.activity.seals()).toEqual([before])
    await client.reviews.finish({ reviewId: first })
    const [after, ...others] = await client.activity.seals()
    expect(others).toEqual([])
    expect(after?.seq).toBeGreaterThan(before?.seq ?? 0)
  })

  it('shows when the log is another one', async () => {
    const app = await createTestApp()
    const [first, second] = await twoDrawn(app.client)
    await finishReview(app.client, first)
    await finishReview(app.client, second)
    await app.close()
    const db = new Database(join(app.dataDir, 'evenkeel.db'))
    db.exec(`DROP TRIGGER sealed_months_are_never_updated; UPDATE sealed_months SET hash = 'f'`)
    db.exec(`CREATE TRIGGER sealed_months_are_never_updated BEFORE UPDATE ON sealed_months
BEGIN SELECT RAISE(ABORT, 'sealed_months is append-only'); END;`)
    db.close()
    await using other = await createTestApp({ dataDir: app.dataDir })
    expect(await other.client.activity.seals()).toMatchObject([{ month, isInLog: false }])
  })

  it('keeps its seals: they are never changed or taken out', async () => {
    await using app = await createTestApp()
    const [first, second] = await twoDrawn(app.client)
    await finishReview(app.client, first)
    await finishReview(app.client, second)
    app.inspect((db) => {
      expect(() => db.exec('DELETE FROM sealed_months')).toThrow('append-only')
      expect(() => db.exec("UPDATE sealed_months SET hash = ''")).toThrow('append-only')
    })
  })
})
