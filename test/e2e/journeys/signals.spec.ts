import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { aReview, aWorkflow } from '../../helpers/builders.ts'
import { physicalLines, readCalendar } from '../../helpers/calendar.ts'
import { documentsOf } from '../../helpers/documents.ts'
import type { CoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { createChanges } from '../pages/changes.ts'
import { createFoundation } from '../pages/foundation.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'
import { readWorkbook } from '../read-workbook.ts'

const today = '2026-03-20'
const goLive = '2026-01-05'

test.beforeEach(({ evenkeel }) => evenkeel.moveTo(today))

test('what is no longer true is found in outputs, noted in the middle of a review and changed', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core } = await openCompany(page, evenkeel)
  const review = await test.step('a retired fact is found in an output that was drawn later', () =>
    findARetiredFact(page, core))
  await test.step('a signal noted in the middle of a review becomes the why of a change', () =>
    makeAChangeOfASignal(page, keyboard, core, review))
})

async function makeAChangeOfASignal(
  page: Page,
  keyboard: Keyboard,
  core: CoreClient,
  { id }: { id: number },
) {
  await documentsOf({ client: core }).section('Prices', 'From 20 a month.', goLive)
  const shell = createShell(page)
  const review = createReview(page)
  await shell.open(`/review/${id}`)
  await review.at(1)
  await keyboard.press('ControlOrMeta+Shift+l')
  await expect(shell.dialog).toHaveAccessibleName('Note a signal')
  await keyboard.type('The new price list is out')
  await keyboard.choose(shell.dialog.getByRole('radiogroup', { name: 'Kind' }), 'Business change')
  await shell.dialog.getByRole('combobox', { name: /^Foundation section/ }).selectOption('Prices')
  await keyboard.activate(shell.dialog.getByRole('button', { name: /^Note it/ }))
  await expect(page.getByText('Noted', { exact: true })).toBeVisible()
  await review.at(1)
  expect((await core.reviews.get({ reviewId: id })).items[0]?.marks.map(({ verdict }) => verdict)).toEqual([
    null,
    null,
    null,
  ])

  await shell.open('/changes/signals')
  const signal = page.getByRole('list', { name: 'Signals' }).getByRole('listitem')
  await expect(signal).toContainText('The new price list is out')
  await signal.getByRole('button', { name: 'Make a change of it' }).click()
  await expect(shell.heading).toHaveText('Prices')
  const foundation = createFoundation(page)
  await page.getByRole('button', { name: 'Edit' }).click()
  await foundation.write('From 25 a month.')
  await foundation.ledToIt.check()
  await expect(foundation.why).toHaveValue('The new price list is out')
  await foundation.publish(2)
  await shell.dialog.getByRole('link', { name: /^change \d+$/ }).click()
  const { facts } = createChanges(page, keyboard)
  await expect(facts.getByText('The new price list is out')).toBeVisible()
  await expect(facts.getByRole('heading', { name: 'What led to it' })).toBeVisible()
  await expect(facts.getByText(/^Business change · Prices · /)).toBeVisible()
  await shell.open('/changes/signals')
  await expect(page.getByText('No signal is open.')).toBeVisible()
}

test('a workflow is in the calendar and the register, and its prompt goes from pilot to production', async ({
  page,
  evenkeel,
}) => {
  const { core } = await openCompany(page, evenkeel)
  const { id } = await core.workflows.create(aWorkflow({ goLiveOn: goLive }))
  await test.step('the calendar file is one series that a calendar can read', () =>
    saveTheCalendar(page, core))
  await test.step('the register is saved with what each workflow depends on', () =>
    saveTheRegister(page, core, id))
  await test.step('each day of a prompt has its answer', () => moveAPromptOn(page, core, id))
})

async function saveTheCalendar(page: Page, core: CoreClient) {
  await createShell(page).open('/settings/calendar')
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the calendar file of the monthly review' }).click()
  const text = await readFile(await (await started).path(), 'utf8')
  expect(physicalLines(text)[0]).toBe('BEGIN:VCALENDAR')
  const series = readCalendar(text)
  expect(series).toMatchObject({ eventCount: 1, method: 'PUBLISH', sequence: 0, hours: 2 })
  const [plan] = (await core.calendar.list()).filter(({ kind }) => kind === 'monthly_review')
  expect(series.uid).toBe(plan?.uid)
  expect(series.occurrences(1)[0]?.local).toBe(`${plan?.firstOn}T${plan?.startsAt}`)
}

async function findARetiredFact(page: Page, core: CoreClient) {
  const shell = createShell(page)
  await shell.open('/foundation/retired')
  await page.getByRole('button', { name: 'Add a retired fact' }).click()
  await page.getByRole('textbox', { name: 'What is no longer true' }).fill('ten')
  await page.getByRole('textbox', { name: 'In its place' }).fill('eleven')
  await page.getByLabel('Retired on').fill('2026-02-15')
  await page.getByRole('button', { name: 'Add it' }).click()
  const review = await aReview(core, { month: '2026-03' })
  await page.getByRole('table', { name: 'Retired facts' }).getByRole('link', { name: 'ten' }).click()
  const found = page.getByRole('region', { name: 'Outputs' }).getByRole('listitem')
  await expect(found).toHaveCount(10)
  await expect(found.first().getByText('ten', { exact: true })).toBeVisible()
  await found
    .first()
    .getByRole('link', { name: /^Customer replies, March 2026$/ })
    .click()
  await expect(shell.heading).toBeVisible()
  return review
}

async function moveAPromptOn(page: Page, core: CoreClient, id: number) {
  const prompt = await documentsOf({ client: core }).prompt(id, 'Answer {{customer}}.', goLive)
  const shell = createShell(page)
  const foundation = createFoundation(page)
  await shell.open(`/workflows/${id}/prompt/${prompt.id}`)
  await page.getByRole('button', { name: 'Edit' }).click()
  await foundation.write('Answer {{customer}} warmly.')
  await foundation.rollOut.getByRole('radio', { name: 'Pilot with one team' }).check()
  await page.getByRole('textbox', { name: 'Team' }).fill('Support')
  await page.getByLabel('Until').fill('2026-04-20')
  await foundation.publish(2, { why: 'Too stiff', liveOn: '2026-03-10' })
  await foundation.closeDialog()

  await shell.open(`/workflows/${id}/wording`)
  const releases = page.getByRole('table', { name: 'Releases' }).getByRole('row')
  await expect(releases.filter({ hasText: 'Release 2' })).toContainText('Pilot with Support')
  await page.getByLabel('What ran on').fill('2026-03-14')
  const answer = page.getByRole('status').filter({ hasText: 'Customer replies ran on' })
  await expect(answer).toContainText('prompt version 1')
  await expect(answer).toContainText('Release 2 was in pilot with Support.')
  await page.getByRole('button', { name: 'Move on… release 2' }).click()
  await shell.dialog.getByRole('radio', { name: 'Production' }).check()
  await shell.dialog.getByRole('button', { name: 'Move it on' }).click()
  await expect(releases.filter({ hasText: 'Release 2' })).toContainText('Production')
  await expect(releases.filter({ hasText: 'Release 1' })).toContainText('Was in production')
  await page.getByLabel('What ran on').fill(today)
  await expect(answer).toContainText('prompt version 2')
}

async function saveTheRegister(page: Page, core: CoreClient, id: number) {
  await core.register.saveDependency({
    workflowId: id,
    id: null,
    ...{
      source: 'Price list',
      system: 'ERP',
      owner: 'Mei',
      refreshed: 'Every night',
      noticed: '',
      lastCheckedOn: null,
    },
    ifItStops: 'Old prices are quoted',
  })
  await createShell(page).open('/workflows')
  const started = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Save the register as a workbook' }).click()
  const { Register, Data, Incidents } = await readWorkbook(await (await started).path())
  expect(Register?.rows).toEqual([
    expect.objectContaining({ Workflow: 'Customer replies', Owner: 'Jonas Weber', Stage: 'Production' }),
  ])
  expect(Data?.rows).toEqual([
    expect.objectContaining({
      Workflow: 'Customer replies',
      Data: 'Price list',
      'If it stops': 'Old prices are quoted',
    }),
  ])
  expect(Incidents?.rows).toEqual([])
}
