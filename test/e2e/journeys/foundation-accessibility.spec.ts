import type { Page } from '@playwright/test'
import { aWorkflow, drawMonth, finishReview, judge, marksOf } from '../../helpers/builders.ts'
import { approval, documentsOf } from '../../helpers/documents.ts'
import { expectAccessible } from '../axe.ts'
import type { CoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { expectNoOverflow } from '../overflow.ts'
import { createFoundation } from '../pages/foundation.ts'
import { createFoundationReview } from '../pages/foundation-review.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'

const today = '2026-03-20'
const goLive = '2026-01-05'
const longWord = 'Donaudampfschifffahrtsgesellschaftskapitänsmützenabzeichenverordnung'

// A trace would keep axe's own source for every screen.
test.use({ trace: 'off' })
test.beforeEach(({ evenkeel }) => evenkeel.moveTo(today))

/** Accessible in light and dark, and no wider than the window. */
async function expectGood(page: Page, screen: string) {
  await expectAccessible(page, screen)
  await expectNoOverflow(page, screen)
}

test('every page around the Foundation is as wide as the window, and its dialogs are accessible', async ({
  page,
  evenkeel,
}) => {
  const { core } = await openCompany(page, evenkeel)
  await fill(core)
  const shell = createShell(page)
  for (const path of [
    ...['/foundation', '/foundation/1', '/foundation/1/history', '/foundation/1/live-check'],
    ...['/foundation/1/back/1', '/foundation/import', '/foundation/retired', '/foundation/retired/1'],
    ...['/workflows', '/workflows/1/wording', '/workflows/1/set-up/register', '/workflows/1/prompt/3'],
    ...[
      '/changes',
      '/changes/3',
      '/changes/helped',
      '/changes/signals',
      '/settings/calendar',
      '/settings/people',
    ],
  ]) {
    await shell.open(path)
    // That the pages are accessible, screens.spec.ts says; here the words are as long as words get.
    await expectNoOverflow(page, path)
  }
  await test.step('dialogs', async () => {
    await shell.open('/foundation/2')
    await page.getByRole('button', { name: 'Edit' }).click()
    await createFoundation(page).write('Another tone.')
    await page.getByRole('radio', { name: 'Pilot with one team' }).check()
    await page.getByRole('button', { name: 'Publish version 2' }).click()
    await expectGood(page, 'publishing, with everything missing')
    await page.keyboard.press('Escape')
    for (const [path, button] of [
      ['/workflows/1/wording', /^Move on… release/],
      ['/workflows/1/set-up/register', 'Add data'],
      ['/workflows/1/set-up/register', 'Record an incident'],
      ['/foundation/retired', 'Add a retired fact'],
      ['/settings/people', 'Add a person'],
      ['/changes/signals', 'Set aside'],
      ['/changes/signals', /^Note a signal/],
    ] as const) {
      await shell.open(path)
      await page.getByRole('main').getByRole('button', { name: button }).first().click()
      await expect(shell.dialog).toBeVisible()
      await expectGood(page, `${path}: ${button}`)
      await page.keyboard.press('Escape')
    }
  })
})

test('a Foundation review is accessible from preparing to its record', async ({ page, evenkeel }) => {
  const { core } = await openCompany(page, evenkeel)
  const shell = createShell(page)
  const review = createFoundationReview(page)
  await shell.open('/reviews/foundation')
  await expectGood(page, 'Foundation reviews, without sections')
  await fill(core)
  await expect(review.button('Prepare the Foundation review')).toBeVisible()
  await expectGood(page, 'Foundation reviews, before the first')
  await shell.open('/foundation-review/new')
  await expectGood(page, 'preparing')
  await review.prepare(today, [['Jonas Weber', 'Sales']])
  for (const path of ['', '/pre-read', '/session']) {
    await shell.open(`/foundation-review/1${path}`)
    await expectGood(page, `prepared${path}`)
  }
  await review.button('Start the session').click()
  await expect(review.section('Prices')).toBeVisible()
  await expectGood(page, 'session')
  await page.keyboard.press('Enter')
  await expectGood(page, 'session, with the answer missing')
  await page.keyboard.press('c')
  await page.keyboard.type('New prices')
  await page.keyboard.press('ControlOrMeta+Enter')
  await expectGood(page, 'session, with who missing')
  await review.field('Who').fill('Jonas Weber')
  await page.keyboard.press('Enter')
  await expect(review.section('Quick confirm')).toBeVisible()
  await expectGood(page, 'quick confirm')
  await page.keyboard.press('Shift+?')
  await expectGood(page, 'keys of the session')
  await page.keyboard.press('Escape')
  await review.button(/^All still true/).click()
  await expect(review.button(/^All still true/)).toHaveCount(0)
  await page.keyboard.press('Enter')
  await expect(review.check).toBeVisible()
  await expectGood(page, 'check your answers')
  await review.button('Finish the review').click()
  await expect(review.done).toBeVisible()
  await expectGood(page, 'done')
  for (const button of ['Edit', 'Drop']) {
    await review.action('New prices').getByRole('button', { name: button }).click()
    await expectGood(page, `${button} what was decided`)
    await page.keyboard.press('Escape')
  }
  for (const path of ['/foundation-review/1', '/foundation-review/1/record', '/reviews/foundation', '/']) {
    await shell.open(path)
    await expectGood(page, `${path}, after the review`)
  }
})

/** Two sections, one of them changed and in doubt, a workflow that draws on them, and everything beside them. */
async function fill(core: CoreClient) {
  const write = documentsOf({ client: core })
  const { id: workflowId } = await core.workflows.create(aWorkflow({ goLiveOn: goLive }))
  const prices = await write.section('Prices', `From 20 a month. ${longWord}`, goLive)
  await write.checked('Tone', 'Warm.', goLive)
  await write.prompt(workflowId, 'Answer {{customer}}.', goLive, [prices.id])
  await write.again(prices, `From 25 a month. ${longWord}`, '2026-03-04')
  await core.documents.checkLive({ id: prices.id, pasted: 'From 20 a month.' })
  const review = await drawMonth(core, workflowId, '2026-03')
  const [item] = review.items
  if (!item) throw new Error('The sample is empty')
  const marks = marksOf(item, ['not_met', 'met', 'met'])
  await judge(core, item, {
    marks: marks.map((mark) => (mark.verdict === 'met' ? mark : { ...mark, section: 'Prices' })),
  })
  await finishReview(core, review.id)
  await core.people.save({ id: null, name: 'Jonas Weber', role: 'Sales', leftOn: null })
  const noted = { text: `${longWord} is new`, onDate: today, workflowId, sectionId: prices.id }
  await core.signals.record({ ...noted, kind: 'business' })
  await core.changes.create({
    ...{
      onDate: today,
      workflowIds: [workflowId],
      kind: 'other',
      what: longWord,
      from: '',
      to: '',
      why: 'So',
    },
    ...{ decidedBy: approval(today).decidedBy, approvedBy: '' },
  })
  await core.retiredFacts.save({
    ...{
      id: null,
      rev: null,
      term: 'ten',
      replacement: longWord,
      retiredOn: '2026-02-01',
      sectionId: prices.id,
    },
  })
  await core.register.saveDependency({
    ...{ workflowId, id: null, source: 'Price list', system: 'ERP', owner: 'Mei', refreshed: 'Every night' },
    ...{ lastCheckedOn: null, noticed: '', ifItStops: 'Old prices are quoted' },
  })
  await core.register.recordIncident({
    ...{ workflowId, happenedOn: today, what: longWord, effect: '', correctiveAction: '' },
    ...{ changeNumber: null, closedOn: null },
  })
}
