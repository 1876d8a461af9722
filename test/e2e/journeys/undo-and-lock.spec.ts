import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import Database from 'better-sqlite3'
import Papa from 'papaparse'
import { aReview, judge } from '../../helpers/builders.ts'
import type { CoreClient } from '../core-client.ts'
import { expect, test } from '../fixtures.ts'
import { createChanges } from '../pages/changes.ts'
import { createFinish } from '../pages/finish.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { createWorkflowPage } from '../pages/workflow.ts'
import { openCompany } from '../prepare.ts'
import { readWorkbook } from '../read-workbook.ts'

const standards = ['Accurate', 'Right tone', 'Safe to send, must-pass']

test('a review is taken back up to its beginning, and locked once it is finished', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const { id, workflowName } = await aReview(core, { month })
  await test.step('everything said is taken back with the keyboard', () =>
    takeEverythingBack(page, keyboard, core, id))
  await test.step('finished, it is locked until it is reopened with a reason', () =>
    finishAndReopen(page, keyboard, core, { id, workflowName }))
  await evenkeel.kill()
  expect(auditOf(evenkeel.dataDir, 'reopen')).toEqual([
    { reason: 'Output 3 was judged by the old price list' },
  ])
})

async function takeEverythingBack(page: Page, keyboard: Keyboard, core: CoreClient, id: number) {
  const review = createReview(page)
  await createShell(page).open(`/review/${id}`)
  await review.at(1)
  const untouched = await review.marks(standards)
  const firstText = await review.pane.innerText()

  await keyboard.press('a', '4', 'Enter')
  await review.at(2)
  await keyboard.press('2', 'a', '3')
  await expect(review.issueType('Missing fact')).toHaveAttribute('aria-pressed', 'true')
  await keyboard.press('5', 'f', 'n')
  // All at once: a pause in the typing is stored, and is a step to take back by itself.
  await page.keyboard.insertText('Too formal')
  await keyboard.press('Escape')
  await expect(review.undo).toHaveText(/Note/)
  await replaceOutput(page, keyboard)
  await expect(review.undo).toHaveText(/Output 2 set aside/)

  const takenBack: string[] = []
  for (let label = await undoLabel(page); label !== ''; label = await undoLabel(page)) {
    takenBack.push(label)
    await keyboard.press('ControlOrMeta+z')
    await expect.poll(() => undoLabel(page)).not.toBe(label)
  }
  expect(takenBack).toEqual([
    'Output 2 set aside',
    'Note',
    'Flag',
    'Satisfaction 5',
    'Right tone: Missing fact',
    'All met',
    'Right tone not met',
    'Save and next',
    'Satisfaction 4',
    'All met',
  ])
  await review.at(1)
  expect(await review.pane.innerText()).toBe(firstText)
  expect(await review.marks(standards)).toEqual(untouched)
  const { items, replaced } = await core.reviews.get({ reviewId: id })
  expect({ done: items.filter(({ isDone }) => isDone).length, replaced }).toEqual({ done: 0, replaced: [] })
}

async function finishAndReopen(
  page: Page,
  keyboard: Keyboard,
  core: CoreClient,
  { id, workflowName }: { id: number; workflowName: string },
) {
  const { items } = await core.reviews.get({ reviewId: id })
  for (const item of items) await judge(core, item)
  const shell = createShell(page)
  const finish = createFinish(page)
  await shell.open(`/review/${id}/check`)
  await keyboard.activate(finish.finish(workflowName))
  await expect(finish.done(workflowName)).toBeVisible()

  await test.step('it is locked', async () => {
    await shell.go(`/review/${id}`)
    await expect(finish.done(workflowName)).toBeVisible()
    const [item] = (await core.reviews.get({ reviewId: id })).items
    const late = core.reviews.save({ itemId: item?.id ?? 0, rev: item?.rev ?? 0, patch: { note: 'late' } })
    await expect(late).rejects.toThrow(
      'This review is finished and locked. Reopen it with a reason to change it.',
    )
  })
  await test.step('reopening asks why', async () => {
    await keyboard.activate(finish.reopen)
    await keyboard.activate(finish.confirmReopen)
    await expect(finish.reason).toHaveAccessibleDescription('Enter why it is opened again.')
    await keyboard.fill(finish.reason, 'Output 3 was judged by the old price list')
    await keyboard.activate(finish.confirmReopen)
    await expect(finish.check).toBeVisible()
    await keyboard.activate(finish.change(3))
    await createReview(page).at(3)
  })
}

test('a change of measure is logged by itself, and the log is saved as a workbook and as CSV', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const { core, month } = await openCompany(page, evenkeel)
  const { workflowId } = await aReview(core, { month })
  const shell = createShell(page)
  const setUp = createWorkflowPage(page)
  const changes = createChanges(page, keyboard)
  const why = 'The final versions are no longer kept'

  await test.step('change the measure, with a reason', async () => {
    await shell.open(`/workflows/${workflowId}/set-up`)
    await keyboard.choose(setUp.measures, 'Minutes')
    await keyboard.fill(setUp.field('Minutes by hand'), '20')
    await keyboard.activate(setUp.save)
    await expect(setUp.field('Why does this change?')).toHaveAccessibleDescription(
      /^Enter why this changes\./,
    )
    await expect(setUp.note(/Earlier months used text changed, so they can’t be compared\.$/)).toBeVisible()
    await keyboard.fill(setUp.field('Why does this change?'), why)
    await keyboard.activate(setUp.save)
    await expect(setUp.saved).toBeVisible()
  })
  await test.step('read it in the log', async () => {
    await changes.open()
    await keyboard.activate(changes.opener(/minutes/i))
    await expect(changes.facts).toContainText(why)
    await expect(changes.facts).toContainText('Written by Evenkeel')
    await changes.open()
  })
  await test.step('write one down', async () => {
    await keyboard.activate(changes.newChange)
    await keyboard.choose(changes.kind, 'Prompt')
    await keyboard.fill(changes.field('What changed'), 'Shorter greeting')
    await keyboard.fill(changes.field('From, word for word'), 'Dear valued customer')
    await keyboard.fill(changes.field('To, word for word'), 'Hello')
    await keyboard.fill(changes.field('Why'), 'Team feedback')
    await keyboard.activate(changes.log)
    await expect(changes.row('Shorter greeting')).toBeVisible()
  })
  await test.step('save it', async () => {
    const expected = [
      expect.objectContaining({ Kind: 'Measure', Why: why }),
      expect.objectContaining({
        Kind: 'Prompt',
        What: 'Shorter greeting',
        From: 'Dear valued customer',
        To: 'Hello',
      }),
    ]
    const csv = await readFile(await saved(page, keyboard, 'CSV'), 'utf8')
    const { data } = Papa.parse<Record<string, string>>(csv.replace(/^\uFEFF/, ''), {
      header: true,
      skipEmptyLines: true,
    })
    expect(data.toSorted(byNumber)).toEqual(expected)
    const { Changes } = await readWorkbook(await saved(page, keyboard, 'Excel'))
    expect(Changes?.rows.toSorted(byNumber)).toEqual(expected)
  })
})

type Numbered = { Number?: unknown }
const byNumber = (first: Numbered, second: Numbered) => Number(first.Number) - Number(second.Number)

async function saved(page: Page, keyboard: Keyboard, format: 'CSV' | 'Excel'): Promise<string> {
  const started = page.waitForEvent('download')
  await keyboard.activate(createChanges(page, keyboard).saveAs(format))
  return (await started).path()
}

async function replaceOutput(page: Page, keyboard: Keyboard) {
  const { dialog } = createReview(page)
  await keyboard.press('s')
  await expect(dialog).toBeVisible()
  await keyboard.press('Space', 'Enter')
  await expect(dialog).toBeHidden()
}

/** What Ctrl+Z would take back, "" when nothing. */
async function undoLabel(page: Page): Promise<string> {
  const [words = ''] = await createReview(page).undo.allInnerTexts()
  return /“(.*)”/.exec(words)?.[1] ?? ''
}

/** What the audit holds of an action. */
function auditOf(dataDir: string, action: string): unknown[] {
  const db = new Database(join(dataDir, 'evenkeel.db'))
  const rows = db.prepare<[string], { after: string }>('SELECT after FROM audit WHERE action = ?').all(action)
  db.close()
  return rows.map(({ after }) => JSON.parse(after) as unknown)
}
