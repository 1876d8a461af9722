import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { shownFigures } from '../../../shared/domain/effects/standing.ts'
import { aWorkflow, judge, marksOf } from '../../helpers/builders.ts'
import { startApp, startingOn } from '../../helpers/running-app.ts'
import { wordFile, wordPart } from '../../helpers/word-file.ts'
import { type CoreClient, createCoreClient } from '../core-client.ts'
import { type Evenkeel, expect, test } from '../fixtures.ts'
import { createChanges } from '../pages/changes.ts'
import { createCollect } from '../pages/collect.ts'
import { createFoundation } from '../pages/foundation.ts'
import { createFoundationReview } from '../pages/foundation-review.ts'
import { createKeyboard } from '../pages/keyboard.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'
import { readWorkbook } from '../read-workbook.ts'

const days = { setUp: '2026-03-02', foundationReview: '2026-03-16', later: '2026-04-13' }
const goLive = '2026-01-05'
const names = [
  ...['Offer', 'Prices', 'Positioning', 'Customers', 'Tone', 'Terms'],
  ...['Delivery', 'Returns', 'Rules', 'Examples', 'Legal notes', 'Signature'],
]
/** Signs that a careless way in or out would change. */
const firstPrices = 'Prices: “from €20”  a month – net, 5 % off for a year.\n\n- Basic | 20\n- Plus | 45 😀'
const newPrices = 'Prices: “from €25” a month – net.\n\n- Basic | 25\n- Plus | 50'

const { heading, paragraph, item } = wordPart
const foundationFile = {
  name: 'Our Foundation.docx',
  mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  buffer: wordFile(
    names.flatMap((name) => [
      heading(1, name),
      ...(name === 'Prices'
        ? [paragraph(firstPrices.split('\n')[0] ?? ''), item('Basic | 20'), item('Plus | 45 😀')]
        : [paragraph(`${name}: as it has always been.`)]),
    ]),
  ),
}

// A wait that is in vain ends long before the whole journey would.
test('a Foundation comes in, is reviewed, changed, measured and gone back on', async ({
  page,
  evenkeel,
  context,
}) => {
  evenkeel.moveTo(days.setUp)
  const { core } = await openCompany(page, evenkeel)
  for (const name of ['Replies', 'Adverts'])
    await core.workflows.create(aWorkflow({ name, goLiveOn: goLive }))

  await test.step('bring the document in', () => bringIn(page))
  await test.step('tie prompts to its sections', async () => {
    await writePrompt(page, 'Replies', 'Answer {{customer}} by our prices.', 'Prices')
    await writePrompt(page, 'Adverts', 'Advertise {{job}} in our tone.', 'Tone')
  })
  await test.step('finish the March reviews with issues that point at sections', async () => {
    // February lies wholly before the changes; pasted outputs of March have no day, so they are on neither side.
    for (const workflowId of [1, 2]) await reviewMonth(core, workflowId, '2026-02', 5, [])
    await reviewMonth(core, 1, '2026-03', 5, ['Prices', 'Prices', 'Prices', 'Terms'])
    await reviewMonth(core, 2, '2026-03', 5, ['Tone', 'Tone'])
  })

  await moveTo(page, evenkeel, days.foundationReview)
  await test.step('prepare a Foundation review', () => prepare(page))
  const tab = await test.step('hold the session by keyboard, through a power cut', () =>
    holdSession(page, evenkeel))
  await test.step('check, finish and agree', () => finish(tab))
  await test.step('publish the two changes', async () => {
    await publishDecided(tab, 'Raise them by five', 'Prices', newPrices)
    await publishDecided(tab, 'Say du, not Sie', 'Tone', 'Tone: du, warm, short.')
  })

  await moveTo(tab, evenkeel, days.later)
  const again = createCoreClient(tab)
  await reviewMonth(again, 1, '2026-04', 1, [])
  await reviewMonth(again, 2, '2026-04', 5, [])
  await test.step('see what each change did', async () => {
    await expectEffect(tab, 'Prices', 'Replies', 'Better', ['50.0%', '10.0%', /40\.0 points/])
    await expectEffect(tab, 'Tone', 'Adverts', 'About the same', ['50.0%', '50.0%', /0\.0 points/])
  })
  await test.step('go back to the first wording', () => goBack(tab, again))
  await test.step('take the log out and bring it in again', () =>
    moveLog(tab, again, context.newPage.bind(context)))
})

/** The app again, on another day. */
async function moveTo(page: Page, evenkeel: Evenkeel, day: string) {
  await evenkeel.kill()
  evenkeel.moveTo(day)
  await page.goto('about:blank')
  await evenkeel.open(page)
}

async function bringIn(page: Page) {
  const foundation = createFoundation(page)
  await createShell(page).open('/foundation')
  await foundation.bringIn.click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(foundationFile)
  await expect(foundation.pieces).toHaveCount(names.length)
  await foundation.fillReasons({ why: 'The document we have', liveOn: goLive, approvedBy: 'Ines Moreau' })
  await page.getByRole('button', { name: 'Bring in 12 sections' }).click()
  await expect(foundation.sections).toHaveCount(names.length)
  await foundation.section('Prices').click()
  await foundation.expectWording('Prices', firstPrices)
}

async function writePrompt(page: Page, workflow: string, text: string, drawsOn: string) {
  const foundation = createFoundation(page)
  await createShell(page).open('/workflows')
  await page.getByRole('main').getByRole('link', { name: workflow }).click()
  await page.getByRole('link', { name: 'Wording', exact: true }).click()
  await page.getByRole('button', { name: 'Write down the prompt' }).click()
  await foundation.drawsOn(drawsOn).check()
  await foundation.write(text)
  await foundation.publish(1, { why: 'The prompt in the tool', liveOn: goLive })
  await foundation.closeDialog()
  await expect(page.getByRole('main').getByRole('link', { name: drawsOn })).toBeVisible()
}

/** Finishes a month in which every output had `edited` of its ten words changed; issues point at `sections`. */
async function reviewMonth(
  core: CoreClient,
  workflowId: number,
  month: string,
  edited: number,
  sections: readonly string[],
) {
  const words = 'one two three four five six seven eight nine'.split(' ')
  const final = words.map((word, index) => (index < edited ? `other${word}` : word)).join(' ')
  const pairs = Array.from({ length: 12 }, (_, index) => {
    const name = `case${workflowId}${month.replace('-', '')}${index}`
    return { request: `Request ${name}`, aiText: `${words.join(' ')} ${name}`, finalText: `${final} ${name}` }
  })
  await core.imports.paste({ workflowId, month, pairs })
  const { reviewId } = await core.reviews.draw({ workflowId, month })
  const { items } = await core.reviews.get({ reviewId })
  for (const [index, output] of items.entries()) {
    const section = sections[index]
    const marks = marksOf(output, section === undefined ? 'met' : ['not_met', 'met', 'met'])
    if (section === undefined || !marks[0]) await judge(core, output, { marks })
    else {
      const [first, ...others] = marks
      const note = `Not true any more: ${section}`
      await judge(core, output, { marks: [{ ...first, section, note }, ...others] })
    }
  }
  await core.reviews.finish({ reviewId })
}

async function prepare(page: Page) {
  const review = createFoundationReview(page)
  const core = createCoreClient(page)
  for (const { id } of await core.documents.list({ workflowId: null })) {
    await core.documents.verify({ id, by: 'Ines Moreau' })
  }
  await createShell(page).open('/reviews')
  await page.getByRole('link', { name: 'Foundation reviews' }).click()
  await review.button('Prepare the Foundation review').click()
  await review.prepare(days.foundationReview, [
    ['Jonas Weber', 'Sales'],
    ['Ines Moreau', 'Marketing'],
  ])
  await expect(review.order.nth(1)).toContainText('Prices')
  await expect(review.order.nth(2)).toContainText('Tone')
  await expect(review.order.nth(3)).toContainText('Terms')
  await expect(review.order.filter({ hasText: 'Quick confirm' })).toHaveCount(9)
}

/** The whole session without a mouse; the process is killed half-way. Returns the tab it ends in. */
async function holdSession(page: Page, evenkeel: Evenkeel): Promise<Page> {
  const keyboard = createKeyboard(page)
  const review = createFoundationReview(page)
  await keyboard.activate(review.row(/^Hold the session/))
  await keyboard.activate(review.button('Start the session'))
  await expect(review.section('Prices')).toBeVisible()
  await expect(page.getByText('Not true any more: Prices').first()).toBeVisible()
  await keyboard.press('c')
  await expect(review.field('What changes')).toBeFocused()
  await keyboard.type('Raise them by five')
  await keyboard.press('Tab')
  await keyboard.type('Jonas Weber')
  await expect(review.field('By when')).toHaveValue('2026-03-30')
  await keyboard.press('Enter')

  await expect(review.section('Tone')).toBeVisible()
  await keyboard.press('u', 'Escape')
  await expect(review.answer('Not sure')).toBeChecked()
  await keyboard.press('ControlOrMeta+z')
  await expect(review.answer('Not sure')).not.toBeChecked()
  await keyboard.press('c')
  await expect(review.field('What changes')).toBeFocused()
  await keyboard.type('Say du')
  const core = createCoreClient(page)
  await expect
    .poll(async () => (await core.foundationReviews.get({ id: 1 })).cards.map(({ what }) => what))
    .toContain('Say du')
  await evenkeel.kill()

  const tab = await page.context().newPage()
  await evenkeel.open(tab)
  await page.close()
  await endSession(tab)
  return tab
}

async function endSession(page: Page) {
  const keyboard = createKeyboard(page)
  const review = createFoundationReview(page)
  await createShell(page).open('/reviews/foundation')
  await keyboard.activate(review.button('Go on'))
  await keyboard.activate(review.button('Go on with the session'))
  await expect(review.section('Tone')).toBeVisible()
  await expect(review.answer('Needs change')).toBeChecked()
  await expect(review.field('What changes')).toHaveValue('Say du')
  await keyboard.reach(review.field('What changes'))
  await keyboard.press('End')
  await keyboard.type(', not Sie')
  await keyboard.press('Tab')
  await keyboard.type('Ines Moreau')
  await keyboard.press('Enter')

  await expect(review.section('Terms')).toBeVisible()
  await keyboard.press('p')
  await expect(review.section('Quick confirm')).toBeVisible()
  await keyboard.activate(review.button(/^All still true/))
  await expect(review.button(/^All still true/)).toHaveCount(0)
  await keyboard.press('Enter')
  await expect(review.section('Terms')).toBeVisible()
  await keyboard.press('u')
  await keyboard.type('Whether 30 days still hold')
  await keyboard.press('Tab')
  await keyboard.type('Ines Moreau')
  await keyboard.press('Enter')
  await expect(review.check).toBeVisible()
}

async function finish(page: Page) {
  const review = createFoundationReview(page)
  await review.button('Finish the review').click()
  await expect(review.done).toBeVisible()
  await expect(review.sentence).toContainText('12 sections: 9 still true, 2 need a change, 1 not sure.')
  await expect(review.action('Raise them by five')).toContainText(
    'Editing before, Replies: 50.0% in March 2026 (likely 50%, 10 outputs)',
  )
  for (const name of ['Jonas Weber', 'Ines Moreau']) {
    await review.agreed(name).click()
    await expect(review.agreed(name)).toBeChecked()
  }
  await review.button('Close').click()
}

/** Writes the new wording of a section as the review decided it. */
async function publishDecided(page: Page, decided: string, section: string, text: string) {
  const review = createFoundationReview(page)
  const foundation = createFoundation(page)
  await createShell(page).open('/reviews/foundation')
  await review.action(decided).getByRole('button', { name: 'Write the new wording' }).click()
  await expect(createShell(page).heading).toHaveText(section)
  await page.getByRole('button', { name: 'Edit' }).click()
  await foundation.write(text)
  await expect(foundation.ledToIt).toBeChecked()
  await expect(foundation.why).toHaveValue(decided)
  await foundation.publish(2, { approvedBy: 'Ines Moreau' })
  await foundation.closeDialog()
  await foundation.expectWording(section, text)
  await createShell(page).open('/reviews/foundation')
  await expect(review.action(decided)).toHaveCount(0)
}

async function expectEffect(
  page: Page,
  section: string,
  workflow: string,
  verdict: string,
  figures: (string | RegExp)[],
) {
  const changes = createChanges(page, createKeyboard(page))
  await createShell(page).open('/changes')
  await changes.opener(`${section}: version 2`).click()
  const effect = page.getByRole('region', { name: 'What it did' })
  await expect(effect.getByRole('heading', { name: workflow })).toBeVisible()
  await expect(effect.getByText(verdict, { exact: true })).toBeVisible()
  for (const figure of figures) await expect(effect.getByText(figure, { exact: true }).first()).toBeVisible()
  await expect(changes.facts).toContainText('Foundation review, March 16, 2026')
}

async function goBack(page: Page, core: CoreClient) {
  const foundation = createFoundation(page)
  await createShell(page).open('/changes')
  await createChanges(page, createKeyboard(page)).opener('Prices: version 2').click()
  await page.getByRole('button', { name: 'Go back to the earlier wording' }).click()
  await foundation.fillReasons({ why: 'Customers left', approvedBy: 'Ines Moreau' })
  await page.getByRole('button', { name: 'Go back to version 1' }).click()
  await expect(page.getByRole('status').filter({ hasText: 'word for word' })).toBeVisible()
  await foundation.tickLiveSteps()
  await page.getByRole('link', { name: 'Open Prices' }).click()
  await foundation.expectWording('Prices', firstPrices)
  const [prices] = (await core.documents.list({ workflowId: null })).filter(({ name }) => name === 'Prices')
  const { versions } = await core.documents.get({ id: prices?.id ?? 0 })
  expect(versions.map(({ number, text, restoredFrom }) => [number, text, restoredFrom])).toEqual([
    [3, firstPrices, 1],
    [2, newPrices, null],
    [1, firstPrices, null],
  ])
}

/** Excel into a folder that knows nothing; CSV after it finds all of it there. Nothing differs. */
async function moveLog(page: Page, core: CoreClient, newPage: () => Promise<Page>) {
  await createShell(page).open('/changes')
  const files = { excel: await saveLog(page, 'Excel'), csv: await saveLog(page, 'CSV') }
  const { Changes } = await readWorkbook(files.excel)
  const before = await entriesOf(core)
  expect(Changes?.rows).toHaveLength(before.length)

  const dataDir = mkdtempSync(join(tmpdir(), 'evenkeel-log-'))
  const app = await startApp(dataDir, startingOn(days.later))
  const other = await newPage()
  await other.goto(app.link)
  await createShell(other).loaded()
  const fresh = createCoreClient(other)
  await fresh.company.create({ name: 'Fresh', ownerName: 'Dana' })
  for (const name of ['Replies', 'Adverts'])
    await fresh.workflows.create(aWorkflow({ name, goLiveOn: goLive }))
  await other.reload()
  await importLog(other, files.excel, /^\d+ changes brought in$/)
  expect(await entriesOf(fresh)).toEqual(before)
  await importLog(other, files.csv, '0 changes brought in')
  expect(await entriesOf(fresh)).toEqual(before)
  await app.kill()
  rmSync(dataDir, { recursive: true, force: true })
}

async function saveLog(page: Page, format: 'Excel' | 'CSV'): Promise<string> {
  const started = page.waitForEvent('download')
  await createChanges(page, createKeyboard(page)).saveAs(format).click()
  const download = await started
  const path = join(tmpdir(), `${Date.now()}-${download.suggestedFilename()}`)
  await download.saveAs(path)
  return path
}

async function importLog(page: Page, file: string, heading: string | RegExp) {
  await createShell(page).open('/changes/import')
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
  const collect = createCollect(page, createKeyboard(page))
  await collect.bringIn.click()
  await expect(collect.heading(heading)).toBeVisible()
  await page.getByRole('button', { name: 'Import another file' }).click()
}

/** What each entry says, with the figures beside it as the log shows them. */
async function entriesOf(core: CoreClient) {
  const { rows } = await core.changes.list({ workflowId: null, kind: null, search: '', offset: 0 })
  return rows.map(({ effects, ...entry }) => ({
    ...{ number: entry.number, onDate: entry.onDate, kind: entry.kind, what: entry.what, why: entry.why },
    ...{ from: entry.from, to: entry.to, decidedBy: entry.decidedBy, approvedBy: entry.approvedBy },
    ...{ reverts: entry.reverts, revertedBy: entry.revertedBy },
    recorded: effects.map((effect) => [effect.workflowName, Object.values(shownFigures(effect)).slice(0, 2)]),
  }))
}
