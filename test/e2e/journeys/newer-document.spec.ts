import type { Page } from '@playwright/test'
import { aWorkflow } from '../../helpers/builders.ts'
import { wordFile, wordPart } from '../../helpers/word-file.ts'
import { createCoreClient } from '../core-client.ts'
import { type Evenkeel, expect, test } from '../fixtures.ts'
import { createFoundation } from '../pages/foundation.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'

const days = { first: '2026-03-02', newer: '2026-06-01', ahead: '2026-07-01' }
const chapters = [
  ...['Offer', 'Prices', 'Positioning', 'Customers', 'Tone', 'Terms', 'Delivery'],
  ...['Returns', 'Rules', 'Examples', 'Legal notes', 'Signature', 'Contacts', 'Escalation'],
]
const { heading, paragraph, table, tracked, footnote, image, link } = wordPart
const contents = (name: string, page: number) =>
  `<w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>${name}</w:t></w:r><w:r><w:tab/></w:r><w:r><w:t>${page}</w:t></w:r></w:p>`

/** Fourteen chapters with contents, a table, footnotes, a picture, tracked changes and a comment. */
function document(price: string, tone: string, names: readonly string[]) {
  const about: Record<string, string[]> = {
    Prices: [
      paragraph('Per month, without tax:'),
      table([
        ['Plan', 'Price'],
        ['Basic', price],
      ]),
      heading(2, 'Discounts'),
      paragraph('Five percent for a year.', footnote(2)),
    ],
    Tone: [paragraph(tone), image()],
    Terms: [tracked('Paid within ', '30 days', '14 days')],
    Returns: [paragraph('See ', link('our promise'), '.')],
  }
  const body = names.flatMap((name) => [
    heading(1, name),
    ...(about[name] ?? [paragraph(`${name}: as always.`)]),
  ])
  const list = names.map((name, at) => contents(name, at + 2))
  return {
    name: 'Our Foundation.docx',
    mimeType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    buffer: wordFile([...list, ...body], {
      footnotes: ['Not with other discounts.'],
      comments: ['Really?'],
      address: 'https://harbour.example/promise',
    }),
  }
}

async function choose(page: Page, file: ReturnType<typeof document>) {
  await createShell(page).open('/foundation')
  await createFoundation(page).bringIn.click()
  const chooser = page.waitForEvent('filechooser')
  await page.getByRole('button', { name: 'Choose a file' }).click()
  await (await chooser).setFiles(file)
}

async function moveTo(page: Page, evenkeel: Evenkeel, day: string) {
  await evenkeel.kill()
  evenkeel.moveTo(day)
  await page.goto('about:blank')
  await evenkeel.open(page)
}

test('a document of fourteen chapters comes in, a newer one is compared, and its prices are scheduled', async ({
  page,
  evenkeel,
}) => {
  evenkeel.moveTo(days.first)
  const { core } = await openCompany(page, evenkeel)
  await core.workflows.create(aWorkflow({ name: 'Replies', goLiveOn: '2026-01-05' }))
  const foundation = createFoundation(page)

  await test.step('bring the chapters in', async () => {
    await choose(page, document('20', 'Warm and short.', chapters))
    await expect(foundation.pieces).toHaveCount(15)
    await expect(foundation.fileNotes).toContainText('The table of contents was left out.')
    await expect(foundation.fileNotes).toContainText('One comment was left out.')
    await page.getByRole('radio', { name: 'Chapters only' }).check()
    await expect(foundation.pieces).toHaveCount(14)
    await foundation.fillReasons({ why: 'The document we have', liveOn: days.first })
    await page.getByRole('button', { name: 'Bring in 14 sections' }).click()
    await expect(foundation.sections).toHaveCount(14)
  })
  await foundation.section('Prices').click()
  await expect(page.getByRole('main').getByRole('cell', { name: '20', exact: true })).toBeVisible()

  await moveTo(page, evenkeel, days.newer)
  await test.step('compare the newer one, take its prices for July and leave its tone', async () => {
    const newer = chapters.filter((name) => name !== 'Signature')
    await choose(page, document('25', 'Cold and short.', newer))
    await expect(foundation.pieces).toHaveCount(13)
    await page.getByRole('button', { name: 'Compare with your Foundation' }).click()
    await expect(page.getByRole('list', { name: 'What differs' }).getByRole('heading')).toHaveText([
      'Prices',
      'Tone',
    ])
    await expect(page.getByText('Not in the document, and staying as they are: Signature.')).toBeVisible()
    await page
      .getByRole('radiogroup', { name: 'Prices: take or leave' })
      .getByRole('radio', { name: 'Take' })
      .check()
    await page
      .getByRole('radiogroup', { name: 'Tone: take or leave' })
      .getByRole('radio', { name: 'Leave' })
      .check()
    await foundation.fillReasons({ why: 'The price list of July', liveOn: days.ahead })
    await page.getByRole('button', { name: 'Take 1 wording' }).click()
    await expect(foundation.sections).toHaveCount(14)
  })

  await moveTo(page, evenkeel, days.ahead)
  await test.step('say on the day that it is live', async () => {
    await createShell(page).open('/')
    await page
      .getByText(/Is change \d+ live\?|Prices: new wording/)
      .first()
      .click()
    await page.getByRole('button', { name: 'It is live' }).click()
    await expect(page.getByRole('button', { name: 'It is live' })).toBeHidden()
  })
  const after = createCoreClient(page)
  const prices = (await after.documents.list({ workflowId: null })).find(({ name }) => name === 'Prices')
  expect(prices?.current).toMatchObject({ number: 2, liveOn: days.ahead })
  expect(prices?.current?.text).toContain('| Basic | 25 |')
})
