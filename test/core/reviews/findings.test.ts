import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import type { Db } from '../../../electron/core/db/open.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import { findingRuleVersion } from '../../../shared/domain/findings/finding.ts'
import { findingHeadline, findingSentences } from '../../../shared/domain/findings/finding-words.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { aWorkflow, drawMonth, judge, marksOf, retire } from '../../helpers/builders.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

const byMinutes = { measure: 'minutes', byHandMinutes: 100, goLiveOn: '2026-01-01' } as const

/** Minutes of ten outputs around a mean; of 100 by hand they are per cent. */
const around = (mean: number, reach = 3) =>
  Array.from({ length: 10 }, (_, index) => Math.max(0, mean + (index % 2 === 0 ? reach : -reach)))

async function reviewMonth(app: TestApp, workflowId: number, month: string, minutes: readonly number[]) {
  app.clock.moveTo(`${month}-27`)
  const { id: reviewId, items } = await drawMonth(app.client, workflowId, month, 12)
  for (const [index, item] of items.entries()) {
    await judge(app.client, item, { editMinutes: minutes[index] ?? 0 })
  }
  const { finding } = await app.client.reviews.finish({ reviewId })
  if (!finding) throw new Error('A finished review has a finding')
  return finding
}

/** A workflow with one review a month from January on; the last finding. */
async function history(app: TestApp, months: readonly (readonly number[])[], overrides = {}) {
  // Minutes go by place here, so no output of an earlier month comes in between.
  await app.client.company.updatePreferences({ seenAgain: false })
  const { id } = await app.client.workflows.create(aWorkflow({ ...byMinutes, ...overrides }))
  const findings: Finding[] = []
  for (const [index, minutes] of months.entries()) {
    findings.push(await reviewMonth(app, id, addMonths('2026-01', index), minutes))
  }
  return { id, findings }
}

/** What another version would have left in the file. */
async function write(app: TestApp, change: (db: Db) => void) {
  await app.close()
  const db = new Database(join(app.dataDir, 'evenkeel.db'))
  change(db)
  db.close()
}

const todoOf = async (app: TestApp, id: number) =>
  (await app.client.results.home()).todos.find((todo) => todo.id === `finding:${id}`)
const said = (finding: Finding | undefined) =>
  finding ? [findingHeadline(finding, 'en-GB'), ...findingSentences(finding, 'en-GB')].join(' ') : ''

describe('what Home says', () => {
  it('is an early sign while the status is On target, with its sentence and its step', async () => {
    await using app = await createTestApp()
    const { id } = await history(
      app,
      [7, 7, 7.5, 7.5, 10, 13.7].map((mean) => around(mean)),
    )
    const [line] = await app.client.results.overview()
    expect(line?.finding).toMatchObject({ status: 'on_target', headline: { kind: 'early_sign' } })
    expect(await todoOf(app, id)).toMatchObject({
      mark: 'early_sign',
      title: expect.stringContaining('an early sign'),
      detail: expect.stringContaining('Complaints usually follow in four to six weeks.'),
      action: 'Plan an update',
    })
  })

  it('is Update due where the whole likely range lies above the line, not “a small sample”', async () => {
    await using app = await createTestApp()
    const { id, findings } = await history(app, [around(12), around(59.6, 20)])
    expect(findings.at(-1)).toMatchObject({
      status: 'update_due',
      headline: { reason: { kind: 'whole_range' } },
    })
    expect(await todoOf(app, id)).toMatchObject({ mark: 'update_due', action: 'Plan an update' })
    expect(said(findings.at(-1))).not.toMatch(/small sample|next month/)
    // Retired, it asks for nothing any more; its months stay as they were found.
    await retire(app.client, id, app.clock.today())
    const { todos, workflows } = await app.client.results.home()
    expect(todos.filter(({ workflowId, mark }) => workflowId === id || mark !== null)).toEqual([])
    expect(workflows).toEqual([])
    const [line] = await app.client.results.overview()
    expect(line).toMatchObject({ stage: 'retired', nextReviewOn: null, finding: { status: 'update_due' } })
  })

  it('is Update suggested for one month a little above the line, and no more', async () => {
    await using app = await createTestApp()
    const { findings } = await history(app, [around(14), around(20.04, 10)])
    expect(findings.map(({ status }) => status)).toEqual(['on_target', 'update_suggested'])
  })
})

describe('a finding', () => {
  it.each([
    ['14.96', 'on_target'],
    ['15', 'watch'],
    ['20', 'watch'],
    ['20.04', 'update_suggested'],
  ])('of a mean of %s %% is %s', async (mean, status) => {
    await using app = await createTestApp()
    const { findings } = await history(app, [around(Number(mean), 10)])
    expect(findings[0]?.status).toBe(status)
  })

  it('never says fallen where the last month rose: 60, then 1, then 17 %', async () => {
    await using app = await createTestApp()
    const { findings } = await history(app, [around(60), around(1, 1), around(17)])
    const words = said(findings.at(-1))
    expect(words).not.toMatch(/fallen|risen/)
    expect(words).toMatch(/\+16\.0 points against February/)
  })

  it('names its reference wherever it says about the same', async () => {
    await using app = await createTestApp()
    const { findings } = await history(
      app,
      [13, 13, 13, 13, 24, 25].map((mean) => around(mean)),
    )
    const words = said(findings.at(-1))
    expect(words).not.toMatch(/about the same(?! as)/)
  })

  it('counts outputs that met every standard, and ratings with their number', async () => {
    await using app = await createTestApp()
    const { id } = await app.client.workflows.create(aWorkflow(byMinutes))
    app.clock.moveTo('2026-01-27')
    const { id: reviewId, items } = await drawMonth(app.client, id, '2026-01', 12)
    for (const [index, item] of items.entries()) {
      await judge(app.client, item, {
        editMinutes: 10,
        marks: marksOf(item, index < 3 ? 'met' : ['met', 'not_met', 'met']),
        ...(index === 0 ? { satisfaction: 5, ratedBy: 'user' } : {}),
      })
    }
    const { finding } = await app.client.reviews.finish({ reviewId })
    expect(finding?.quality).toMatchObject({
      metEvery: { count: 3, of: 10 },
      notFit: { count: 0, of: 10 },
      userSatisfaction: { mean: 5, n: 1 },
    })
  })

  it('of months finished before findings were kept is made when the company opens, and is said to be', async () => {
    await using app = await createTestApp()
    const { id } = await history(app, [around(12), around(13)])
    const before = await app.client.results.workflow({ workflowId: id })
    await write(app, (db) => db.prepare('DELETE FROM findings').run())
    await app.restart()
    const { points } = await app.client.results.workflow({ workflowId: id })
    expect(points.map(({ origin }) => origin.cause)).toEqual(['earlier_month', 'earlier_month'])
    expect(points.map(({ finding, result }) => [finding.figure, result])).toEqual(
      before.points.map(({ finding, result }) => [finding.figure, result]),
    )
    const logged = app.inspect((db) =>
      db.prepare("SELECT actor FROM audit WHERE action = 'earlier_month'").all(),
    )
    expect(logged).toEqual([{ actor: 'evenkeel' }, { actor: 'evenkeel' }])
  })

  it('whose month-3 level moved with a late review says so, on Home and its page, until it is recomputed', async () => {
    await using app = await createTestApp()
    const { id } = await history(app, [around(12)])
    for (const [month, mean] of [
      ['2026-03', 12],
      ['2026-05', 12],
      ['2026-06', 13],
    ] as const) {
      await reviewMonth(app, id, month, around(mean))
    }
    const page = () => app.client.results.workflow({ workflowId: id })
    const todo = async () =>
      (await app.client.results.home()).todos.find(({ id }) => id.startsWith('level:'))?.detail
    expect((await page()).finding?.monthThree).toMatchObject({ months: ['2026-03', '2026-05'], n: 20 })
    expect((await page()).levelToday).toBeNull()
    expect(await todo()).toBeUndefined()
    app.clock.moveTo('2026-07-02')
    const { id: reviewId, items } = await drawMonth(app.client, id, '2026-04', 12)
    for (const item of items) await judge(app.client, item, { editMinutes: 16 })
    await app.client.reviews.finish({ reviewId })
    expect((await page()).levelToday).toMatchObject({ months: ['2026-03', '2026-04'], n: 20 })
    expect((await page()).finding?.monthThree).toMatchObject({ months: ['2026-03', '2026-05'] })
    expect(await todo()).toBe(
      'Month 3 is 14.0%, 20 outputs of March and April. June was worked out against 12.0%, before one of the first months was finished or corrected.',
    )
    expect(await app.client.reviews.recompute({ workflowId: id })).toEqual({ changed: 2 })
    expect((await page()).levelToday).toBeNull()
    expect((await page()).finding?.monthThree).toMatchObject({ months: ['2026-03', '2026-04'] })
    expect(await todo()).toBeUndefined()
  })

  it('recomputed with today’s rules keeps the old one, and what reads the same is left alone', async () => {
    await using app = await createTestApp()
    const { id } = await history(app, [around(12)])
    expect(await app.client.reviews.recompute({ workflowId: id })).toEqual({ changed: 0 })
    await write(app, (db) =>
      db
        .prepare(`INSERT INTO findings (review_id, cause, computed_at, rule_version, finding)
          SELECT review_id, cause, computed_at, 0, json_set(finding, '$.status', 'watch', '$.ruleVersion', 0) FROM findings`)
        .run(),
    )
    await app.restart()
    const status = async () => (await app.client.results.overview())[0]?.finding?.status
    expect(await status()).toBe('watch')
    expect(await app.client.reviews.recompute({ workflowId: id })).toEqual({ changed: 1 })
    expect(await status()).toBe('on_target')
    const kept = app.inspect((db) => db.prepare('SELECT rule_version FROM findings ORDER BY id').all())
    expect(kept).toEqual([
      { rule_version: findingRuleVersion },
      { rule_version: 0 },
      { rule_version: findingRuleVersion },
    ])
  })
})

describe('everything that speaks of a month', () => {
  it('says the same of it: Home, list, workflow, Done, triggers, warning before publishing', async () => {
    await using app = await createTestApp()
    const { id, findings } = await history(
      app,
      [13, 13, 13, 13, 21, 24, 25].map((mean) => around(mean)),
    )
    const last = findings.at(-1)
    expect(last?.status).toBe('update_due')
    const { client } = app
    const results = await client.results.workflow({ workflowId: id })
    const reviewId = results.points.at(-1)?.reviewId ?? 0
    const home = await client.results.home()
    const [line] = await client.results.overview()
    const { finding } = await client.reviews.get({ reviewId })
    const { tasks } = await client.reviews.session({ month: '2026-07' })
    for (const each of [results.finding, home.workflows[0]?.finding, line?.finding, finding]) {
      expect(each && { ...each, nextStep: null }).toEqual(last && { ...last, nextStep: null })
      expect(each?.nextStep).toEqual(results.finding?.nextStep)
    }
    expect(tasks[0]?.status).toBe('update_due')
    expect(home.todos.filter(({ workflowId }) => workflowId === id)).toHaveLength(1)
    const { rows } = await client.results.done({ reviewId })
    expect(rows.at(-1)?.mean).toBe(last?.figure.mean)
    expect(rows[0]?.mean).toBe(last?.monthThree?.mean)
    const triggers = await client.signals.triggers()
    expect(triggers).toMatchObject([{ kind: 'update_due', workflowId: id }])
    const { id: documentId } = await client.documents.create({
      workflowId: null,
      kind: 'section',
      name: 'Prices',
      text: 'Short.',
    })
    const warnings = await client.documents.warnings({ id: documentId })
    expect(warnings.map((warning) => warning.id)).not.toContain('noise')
  })
})
