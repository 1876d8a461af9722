import { describe, expect, it } from 'vitest'
import { effectHeadline } from '../../../shared/domain/effects/effect-words.ts'
import { standingOf } from '../../../shared/domain/effects/standing.ts'
import { findingHeadline } from '../../../shared/domain/findings/finding-words.ts'
import { holdReview, inMinutes } from '../../helpers/dated-months.ts'
import { approval } from '../../helpers/documents.ts'
import { beginDrift, holdMonth, holdMonths } from '../../helpers/drift.ts'
import { createTestApp, type TestApp } from '../../helpers/test-app.ts'

/** What Home, the list, the chart and the finding say after a month. */
async function said({ client }: TestApp) {
  const [home, [line], results] = await Promise.all([
    client.results.home(),
    client.results.overview(),
    client.results.workflow({ workflowId: 1 }),
  ])
  const { finding } = results
  if (!finding) throw new Error('Nothing is finished')
  return {
    status: finding.status,
    list: line?.finding?.status,
    chart: findingHeadline(results.points.at(-1)?.finding ?? finding, 'en-GB'),
    home: home.todos.find(({ id }) => id === 'finding:1')?.title ?? null,
    step: finding.nextStep.kind,
  }
}

describe('fourteen months with a drift from month nine', () => {
  it('lead from the early sign to an update that is due, and back', { timeout: 300_000 }, async () => {
    await using app = await createTestApp({ today: '2025-09-01' })
    const { client } = app
    const { offerId } = await beginDrift(app)

    await holdMonths(app, '2025-09', '2026-06')
    expect(await said(app)).toMatchObject({ status: 'watch', list: 'watch', home: null })

    await holdMonth(app, '2026-07')
    const july = await said(app)
    expect(july).toMatchObject({ status: 'watch', list: 'watch', step: 'plan_update' })
    expect(july.home).toMatch(/^Proposals: .*early sign/i)

    await holdMonth(app, '2026-08')
    expect((await said(app)).home).toMatch(/early sign/i)

    await holdMonth(app, '2026-09')
    const september = await said(app)
    expect(september).toMatchObject({ status: 'update_suggested', list: 'update_suggested' })
    expect(september.chart).toBe('First month above your 20% line; the early sign stands')

    await holdMonth(app, '2026-10')
    const october = await said(app)
    expect(october).toMatchObject({ status: 'update_due', list: 'update_due', step: 'plan_update' })
    expect(october.chart).toBe('An update is due: editing over three months is above your 20% line')
    expect(october.home).toBe('Proposals: an update is due: editing over three months is above your 20% line')

    // Plan an update: the section most issues point to, with them and the before.
    const [most] = (await client.results.workflow({ workflowId: 1 })).issues
    expect(most).toMatchObject({ section: 'Offer and prices', sectionId: offerId })
    expect((await client.results.home()).todos.find(({ id }) => id === 'finding:1')?.target).toEqual({
      ...{ page: 'update', workflowId: 1, sectionId: offerId },
    })
    const plan = await client.results.updatePlan({ workflowId: 1, sectionId: offerId })
    expect(plan).toMatchObject({ issueCount: 9, allIssues: 14, from: '2026-08', until: '2026-10' })
    expect(plan.issues[0]?.note).toBe('Offer and prices again')
    expect(plan.before.n).toBe(20)

    // Dated ahead, then live on its day.
    await client.documents.saveDraft({ id: offerId, rev: null, text: 'Prices of May.', sectionIds: [] })
    const { version, change } = await client.documents.publish({ id: offerId, ...approval('2026-11-16') })
    expect(version).toBeNull()
    expect((await client.documents.get({ id: offerId })).current?.text).toBe('Prices of January.')
    app.clock.moveTo('2026-11-16')
    const { number } = change
    expect((await client.results.home()).todos.map(({ title }) => title)).toContain(
      `Is change ${number} live?`,
    )
    await client.changes.goLive({ number, liveOn: '2026-11-16' })
    expect((await client.documents.get({ id: offerId })).current?.text).toBe('Prices of May.')
    expect((await said(app)).step).toBe('wait_for_effect')

    const effect = async () => {
      const [found] = (await client.changes.get({ number })).effects
      if (!found) throw new Error('The change has no effect')
      return found
    }
    await holdMonth(app, '2026-11')
    expect(await effect()).toMatchObject({ looks: [{ stage: 'first_look', verdict: 'about_the_same' }] })
    await holdMonth(app, '2026-12')
    expect((await effect()).looks.at(-1)).toMatchObject({ stage: 'firming_up', verdict: 'better' })
    await holdMonth(app, '2027-01')
    const settled = await effect()
    expect(settled.looks.map(({ before, after }) => [before.n, after.n])).toEqual([
      [20, 6],
      [20, 16],
      [20, 26],
    ])
    const words = 'Editing of Proposals fell from 23.8% to 13.5%, and that is settled'
    expect(effectHeadline(settled, 'Proposals', '2027-02-05', 'en-GB')).toBe(words)
    const [context] = (await client.changes.get({ number })).contexts
    expect(context?.againstMonthThree).toBe('about_the_same')

    // Recovered: on target, nothing needed but to keep the wording.
    expect(await said(app)).toMatchObject({ status: 'on_target', list: 'on_target', home: null })
    const rows = async () => (await client.results.home()).todos.map(({ title }) => title)
    expect(await rows()).toContain(words)
    await client.changes.keep({ number, workflowId: 1 })
    expect(await rows()).not.toContain(words)
    const { segments } = await client.results.workflow({ workflowId: 1 })
    expect(segments.at(-1)?.months[0]).toBe('2026-12')
    const told = await client.changes.told()
    expect(told.map((each) => [each.number, standingOf(each.effect)])).toEqual([[number, 'better']])
  })
})

it.each([
  [14.96, 'on_target'],
  [15, 'watch'],
  [20, 'watch'],
  [20.04, 'update_suggested'],
])('a month at %d is %s', async (minutes, status) => {
  await using app = await createTestApp({ today: '2026-09-01' })
  await app.client.workflows.create(inMinutes())
  const outputs = Array.from({ length: 10 }, (_, index) => ({
    on: '2026-08-15',
    minutes: minutes + (index % 2 === 0 ? 8 : -8),
  }))
  await holdReview(app, { workflowId: 1, month: '2026-08', outputs })
  const [line] = await app.client.results.overview()
  expect(line?.finding?.status).toBe(status)
})
