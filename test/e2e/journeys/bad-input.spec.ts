import { randomBytes } from 'node:crypto'
import { readFile, truncate, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { aWorkflow, judge, someOutputs, toCsv } from '../../helpers/builders.ts'
import type { CoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { createCollect } from '../pages/collect.ts'
import { createFinish } from '../pages/finish.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { createTaskList } from '../pages/task-list.ts'
import { openCompany } from '../prepare.ts'

const csv = (name: string, text: string | Buffer) => ({
  name,
  mimeType: 'text/csv',
  buffer: Buffer.from(text),
})

const refusals = [
  {
    file: csv('photo.csv', Buffer.concat([Buffer.from([0xff, 0xd8, 0xff, 0xe0]), randomBytes(2000)])),
    says: '"photo.csv" is a JPEG picture, whatever its name says.',
  },
  { file: csv('empty.csv', ''), says: '"empty.csv" is empty. Choose a file that holds outputs.' },
  {
    file: csv('header.csv', 'request,answer\n'),
    says: '"header.csv" has a header but no rows below it. Choose a file that holds outputs.',
  },
  {
    file: csv('figures.csv', 'a,b\n1,2\n3,4\n'),
    says: 'No column of "figures.csv" holds text, so there is nothing to review. Choose a file with the text of the outputs.',
  },
]

test('a month without outputs asks for some, and refuses in a sentence what holds none', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const { workflowId, collect } = await collecting(page, core, month, keyboard)

  await test.step('a month with no outputs offers to bring some in, and nothing else', async () => {
    await expect(collect.heading('Bring in outputs')).toBeVisible()
    await expect(collect.pick.or(collect.useAll)).toHaveCount(0)
    await expect(core.reviews.draw({ workflowId, month })).rejects.toThrow(
      /^There are no outputs for .* yet\. Collect them, then draw\.$/,
    )
  })
  await test.step('a file of 200 MB is refused before any of it is sent', async () => {
    const path = join(evenkeel.dataDir, 'all-of-2026.csv')
    await writeFile(path, 'request,answer\n')
    await truncate(path, 200 * 1024 * 1024)
    const uploads: string[] = []
    page.on('request', (request) => {
      if (request.url().includes('/files')) uploads.push(request.url())
    })
    await collect.choose(path)
    await expect(collect.refusal).toContainText('all-of-2026.csv is larger than 64 MB. Nothing was read.', {
      timeout: 2000,
    })
    expect(uploads).toEqual([])
  })
  await test.step('a file that holds no outputs is refused in a sentence, and nothing is kept', async () => {
    for (const { file, says } of refusals) {
      await collect.choose(file)
      await expect(collect.refusal).toContainText(says)
      if (await collect.chooseAnother.isVisible()) await keyboard.activate(collect.chooseAnother)
    }
    const pool = await core.reviews.pool({ workflowId, month })
    expect({ outputs: pool.outputCount, imports: await core.imports.list({ workflowId }) }).toEqual({
      outputs: 0,
      imports: [],
    })
    await collect.bringInFile(
      csv('replies.csv', 'request,answer\nAsk,"A reply of some words"\n'),
      '1 new output',
    )
  })
  await test.step('an earlier month says that nothing was collected', async () => {
    await createShell(page).open(`/reviews/${addMonths(month, -3)}`)
    await expect(createTaskList(page, keyboard).row('Customer replies')).toContainText(
      'Nothing collected for this month',
    )
  })
})

test('what is bad, missing or too little is said where it is met', async ({ page, evenkeel, keyboard }) => {
  const { core, month } = await openCompany(page, evenkeel)
  const shell = createShell(page)
  await test.step('bad rows are listed by row and reason, and can be saved; the good ones are in', async () => {
    const minutes = { name: 'Replies by minutes', measure: 'minutes' as const, byHandMinutes: 20 }
    await bringInBadRows(page, keyboard, (await collecting(page, core, month, keyboard, minutes)).collect)
  })
  await test.step('a workflow without standards cannot start, and says what is missing', async () => {
    const bare = { name: 'Without standards', standards: [] }
    const { workflowId, collect } = await collecting(page, core, month, keyboard, bare)
    await core.imports.paste({ workflowId, month, pairs: someOutputs(12) })
    await keyboard.activate(collect.pick)
    await expect(collect.refusal).toHaveText('Add at least one quality standard first.')
    await shell.open(`/reviews/${month}`)
    const row = createTaskList(page, keyboard).row('Without standards')
    await expect(row).toContainText('Add at least one quality standard first.')
    await expect(row).toContainText('Cannot start yet')
  })
  await test.step('three outputs are all reviewed, and the figure says that it is not enough yet', async () => {
    const { workflowId, collect } = await collecting(page, core, month, keyboard)
    await core.imports.paste({ workflowId, month, pairs: someOutputs(3) })
    await keyboard.activate(collect.useAll)
    await expect(collect.heading('All 3 outputs are in the sample')).toBeVisible()
    const { items } = await core.reviews.get({ reviewId: 1 })
    for (const item of items) await judge(core, item)
    await shell.open('/review/1/check')
    const finish = createFinish(page)
    await keyboard.activate(finish.finishAny)
    await expect(finish.headline).toHaveText('Not enough yet: 3 outputs with a figure')
    await expect(finish.fact('Outputs')).toHaveText('all 3')
  })
})

async function bringInBadRows(page: Page, keyboard: Keyboard, collect: ReturnType<typeof createCollect>) {
  const rows = [
    { request: 'one', answer: 'A reply to the first', minutes: '2' },
    { request: 'two', answer: '', minutes: '2' },
    { request: 'three', answer: 'A reply to the third', minutes: 'soon' },
    { request: 'four', answer: 'A reply to the fourth', minutes: '6,5' },
  ]
  await collect.choose(csv('replies.csv', toCsv(rows)))
  await keyboard.activate(collect.change)
  await keyboard.reach(collect.meaning('minutes'))
  await keyboard.type('Minutes')
  await keyboard.activate(collect.bringIn)
  await expect(collect.heading('3 new outputs')).toBeVisible()
  await expect(collect.problems).toHaveText([
    'RowColumnReasonRow kept',
    /^3answerThere is no AI text in this row, so it was left out\.No$/,
    /^4minutes.*soon.*Yes, without this value$/,
  ])
  const started = page.waitForEvent('download')
  await keyboard.activate(collect.saveTheList)
  const list = await started
  expect(list.suggestedFilename()).toBe('problems in replies.csv')
  expect(await readFile(await list.path(), 'utf8')).toContain(
    '3,answer,"There is no AI text in this row, so it was left out."',
  )
}

test('long outputs are read with the keyboard, and every script as it reads', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const shell = createShell(page)
  const review = createReview(page)
  /** Opens a review of these outputs, of a workflow of their own. */
  async function open(name: string, pairs: Pairs) {
    const { id: workflowId } = await core.workflows.create(aWorkflow({ name }))
    await core.imports.paste({ workflowId, month, pairs })
    const { reviewId } = await core.reviews.draw({ workflowId, month })
    await shell.open(`/review/${reviewId}`)
  }

  await test.step('outputs of 3,000 words are folded to what changed', async () => {
    await open('Long replies', longOutputs())
    await review.at(1)
    await expect(review.inserted.first()).toBeVisible()
    await expect(review.folds.first()).toHaveText(/^\d+ sentences the same$/)
    await keyboard.press('v', 'PageDown')
    await expect.poll(() => review.pane.evaluate((pane) => pane.scrollTop)).toBeGreaterThan(100)
    await keyboard.press('a', '4', 'Enter')
    await review.at(2)
    await expect.poll(() => review.pane.evaluate((pane) => pane.scrollTop)).toBe(0)
  })
  for (const { name, ai, final, added, direction } of scripts) {
    await test.step(`a change in a text of ${name} is shown as it reads`, async () => {
      await open(name, [{ request: ai, aiText: ai, finalText: final }])
      await expect(review.inserted).toHaveText([added])
      expect(await review.inserted.evaluate((element) => getComputedStyle(element).direction)).toBe(direction)
      await keyboard.press('v', 'v')
      await expect(review.pane).toContainText(final)
    })
  }
})

const scripts = [
  {
    name: 'Chinese',
    ai: '我们明天发货，请放心。',
    final: '我们后天发货，请放心。',
    added: '后天',
    direction: 'ltr',
  },
  {
    name: 'Arabic',
    ai: 'شكرا لك على طلبك اليوم',
    final: 'شكرا لك على طلبك أمس',
    added: 'أمس',
    direction: 'rtl',
  },
  {
    name: 'emoji',
    ai: 'All good 👍🏽 see you 👨‍👩‍👧 soon',
    final: 'All good 👍🏽 see you 🏴󠁧󠁢󠁳󠁣󠁴󠁿 soon',
    added: '🏴󠁧󠁢󠁳󠁣󠁴󠁿',
    direction: 'ltr',
  },
]
type Pairs = Parameters<CoreClient['imports']['paste']>[0]['pairs']

/** Ten outputs of 3,000 words, each with one sentence written anew. */
function longOutputs(): Pairs {
  const sentence = (n: number) => `Sentence ${n} holds exactly ten words, as all the others.`
  return Array.from({ length: 10 }, (_, at) => {
    const text = Array.from({ length: 300 }, (_, n) => sentence(n + at * 1000))
    const final = text.with(149, 'Only this one was written anew.')
    return { request: `Long ${at}`, aiText: text.join(' '), finalText: final.join(' ') }
  })
}

/** Where the outputs of a new workflow are collected. */
async function collecting(
  page: Page,
  core: CoreClient,
  month: string,
  keyboard: Keyboard,
  overrides: Parameters<typeof aWorkflow>[0] = {},
) {
  const { id: workflowId } = await core.workflows.create(aWorkflow(overrides))
  await createShell(page).open(`/reviews/${month}/collect/${workflowId}`)
  return { workflowId, collect: createCollect(page, keyboard) }
}
