import type { Page } from '@playwright/test'
import { formatRange, formatShare } from '../../../shared/domain/format.ts'
import { createCoreClient } from '../core-client.ts'
import { type Evenkeel, expect, test } from '../fixtures.ts'
import { createCollect } from '../pages/collect.ts'
import { createFinish } from '../pages/finish.ts'
import { createHome } from '../pages/home.ts'
import { createKeyboard, type Keyboard } from '../pages/keyboard.ts'
import { createReview, standardNames } from '../pages/review.ts'
import { createSetUp } from '../pages/set-up.ts'
import { createTaskList } from '../pages/task-list.ts'
import { createWorkflowPage } from '../pages/workflow.ts'
import { readWorkbook } from '../read-workbook.ts'
import { expectSameDraw } from '../redraw.ts'
import { sharedFile } from '../shared-data.ts'

const edits = 'Story edits'
const replies = 'Customer replies'
const firstNote = 'The harbour scene is gone from the final version.'
const unfinishedNote = 'Reads well, but the last para'
/** What a person spent on each reply: 2.5 on average, 12.5 % of the 20 the job takes by hand. */
const minutes = ['0', '2', '6.5', '1', '3', '5', '2.5', '4', '0', '1']

test('a month is reviewed from real files to a workbook with the keyboard alone', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const editsFile = sharedFile('edited-outputs-editor-1.jsonl')
  const repliesFile = sharedFile('support-replies.csv')
  test.skip(!editsFile || !repliesFile, 'The shared data files are not beside this checkout')

  await evenkeel.open(page)
  await test.step('start my company with two workflows', () => setUp(page, keyboard))
  await test.step('collect from two files and draw', async () => {
    await collect(page, keyboard, edits, { file: editsFile ?? '', kept: '50 new outputs' })
    await draw(page, keyboard, 'Picked 10 of 50 at random')
    await collect(page, keyboard, replies, { file: repliesFile ?? '', kept: '6,480 new outputs' })
    await expect(
      createCollect(page, keyboard).note(
        '27 of them are different; the others repeat one of these, and a repeat counts once.',
      ),
    ).toBeVisible()
    await draw(page, keyboard, 'Picked 10 of 27 at random')
  })
  await test.step('review the edits up to a half-judged output', () => reviewEdits(page, keyboard))

  const again = await test.step('lose the power, and come back to the same field', async () => {
    const tab = await comeBack(page, evenkeel)
    return { tab, keys: createKeyboard(tab) }
  })
  await page.close()
  await test.step('finish the edits', () => finishEdits(again.tab, again.keys))
  const ofEdits = await readResult(again.tab, edits)
  expect(ofEdits).toEqual({
    sentence: expect.stringContaining(`Editing was ${ofEdits.editing}, `),
    editing: expect.stringMatching(/^\d+\.\d%$/),
    range: expect.stringMatching(/^\d+–\d+%$/),
    outputs: '10 of 50, random 1 replaced',
    // One output missed one standard, one missed two.
    standards: '8 of 10',
  })
  await test.step('review the replies by minutes', () => reviewReplies(again.tab, again.keys))
  const ofReplies = await readResult(again.tab, replies)
  expect(ofReplies).toEqual({
    sentence: expect.stringContaining('Editing was 12.5%, likely between 5% and 20%, in 10 outputs.'),
    editing: '12.5%',
    range: '5–20%',
    outputs: '10 of 27, random',
    standards: '10 of 10',
  })
  await test.step('find the same in the workbook', () =>
    checkWorkbook(again.tab, again.keys, { [edits]: ofEdits, [replies]: ofReplies }))
  await test.step('see the same on Home and on each page', async () => {
    await checkScreens(again.tab, again.keys, edits, ofEdits)
    await checkScreens(again.tab, again.keys, replies, ofReplies)
  })
})

async function setUp(page: Page, keyboard: Keyboard) {
  const steps = createSetUp(page, keyboard)
  await steps.start()
  await steps.nameCompany('Harbour Stories', 'Dana Whitfield')
  await expect(steps.firstWorkflow).toBeVisible()
  await steps.addWorkflow({ name: edits })
  await steps.addAnother()
  await expect(steps.anotherWorkflow).toBeVisible()
  await steps.addWorkflow({ name: replies, byHandMinutes: '20' })
  await steps.goHome()
  await expect(createHome(page).greeting).toHaveText(/^Good \w+, Dana$/)
}

type Source = { file: string; kept: string }

async function collect(page: Page, keyboard: Keyboard, workflow: string, { file, kept }: Source) {
  const tasks = createTaskList(page, keyboard)
  await tasks.open()
  await keyboard.activate(tasks.row(workflow))
  await createCollect(page, keyboard).bringInFile(file, kept)
}

/** Draws, and draws again from the seed on screen and the frozen pool. */
async function draw(page: Page, keyboard: Keyboard, drawn: string) {
  const screen = createCollect(page, keyboard)
  await keyboard.activate(screen.pick)
  await expect(screen.heading(drawn)).toBeVisible()
  await screen.unfoldRecord()
  const seed = Number(await screen.fact('Seed').innerText())
  await expect(screen.fact('Drawn again just now')).toHaveText('The same outputs came out, in the same order')
  await expectSameDraw(createCoreClient(page), seed)
}

async function reviewEdits(page: Page, keyboard: Keyboard) {
  const review = createReview(page)
  const tasks = createTaskList(page, keyboard)
  await tasks.open()
  await keyboard.activate(tasks.row(edits))

  await review.at(1)
  expect(await review.marks(standardNames)).toEqual(
    Object.fromEntries(standardNames.map((name) => [name, 'nothing'])),
  )
  const before = keyboard.presses()
  await keyboard.press('a', '4', 'Enter')
  await review.at(2)
  expect(keyboard.presses() - before).toBe(3)

  await test.step('one is not met: issue, note, satisfaction', async () => {
    await keyboard.press('2', 'a', '3')
    await expect(review.verdict('Complete', 'Not met')).toBeChecked()
    await expect(review.issueType('Missing fact')).toHaveAttribute('aria-pressed', 'true')
    await keyboard.press('ArrowUp', 'n')
    await expect(review.issueNote('Complete')).toBeFocused()
    await keyboard.type(firstNote)
    await keyboard.press('Escape', '2', 'Enter')
    await review.at(3)
  })
  await test.step('one cannot be judged: a reserve takes its place', async () => {
    const text = await review.pane.innerText()
    await keyboard.press('s')
    await expect(review.dialog).toBeVisible()
    await keyboard.press('ArrowDown', 'Enter')
    await expect.poll(() => review.pane.innerText()).not.toBe(text)
    await review.at(3)
    await keyboard.press('a', '3', 'Enter')
    await review.at(4)
  })
  await test.step('one is flagged', async () => {
    await keyboard.press('f', 'a', '5')
    await expect(review.flag).toHaveAttribute('aria-pressed', 'true')
    await keyboard.press('Enter')
    await review.at(5)
  })
  await test.step('"next" is taken back and done again', async () => {
    await keyboard.press('a', '4', 'Enter')
    await review.at(6)
    await expect(review.undo).toHaveText(/Save and next/)
    await keyboard.press('ControlOrMeta+z')
    await review.at(5)
    await expect(review.undo).toHaveText(/Satisfaction 4/)
    await keyboard.press('Enter')
    await review.at(6)
  })
  await keyboard.press('a', '4', 'Enter')
  await review.at(7)
  await keyboard.press('3', '4')
  const noteSaved = savedWith(page, unfinishedNote)
  const placeKept = savedWith(page, '"group":"note"')
  await keyboard.press('n')
  await expect(review.note).toBeFocused()
  await keyboard.type(unfinishedNote)
  await Promise.all([noteSaved, placeKept])
  await expect(review.saved).toBeVisible()
}

/** Resolves when the core has answered to what holds `text`. */
const savedWith = (page: Page, text: string) =>
  page.waitForResponse((reply) => (reply.request().postData() ?? '').includes(text) && reply.ok())

const halfJudged = {
  Accurate: 'nothing',
  Complete: 'nothing',
  'Right tone': 'not_met',
  'Right terms': 'not_met',
  'Safe to send, must-pass': 'nothing',
}

async function comeBack(page: Page, evenkeel: Evenkeel): Promise<Page> {
  const before = createReview(page)
  const marks = await before.marks(standardNames)
  expect(marks).toEqual(halfJudged)
  await evenkeel.kill()

  const tab = await page.context().newPage()
  await evenkeel.open(tab)
  const keyboard = createKeyboard(tab)
  await keyboard.activate(createHome(tab).nextAction)
  const review = createReview(tab)
  await review.at(7)
  await expect(review.note).toBeFocused()
  await expect(review.note).toHaveValue(unfinishedNote)
  await expect(review.group('Note on this output')).toHaveAttribute('aria-current', 'step')
  expect(await review.marks(standardNames)).toEqual(marks)
  return tab
}

async function finishEdits(page: Page, keyboard: Keyboard) {
  const review = createReview(page)
  const finish = createFinish(page)
  await keyboard.type('graph is new.')
  await keyboard.press('Escape', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp', 'ArrowUp')
  await keyboard.press('a', '1', '2', '3', 'Enter')
  await review.at(8)
  for (const position of [8, 9, 10]) {
    await review.at(position)
    await keyboard.press('a', '4', 'Enter')
  }
  await expect(finish.check).toBeVisible()
  await keyboard.activate(finish.finish(edits))
  await expect(finish.done(edits)).toBeVisible()
}

type Figures = Awaited<ReturnType<typeof readResult>>

/** The figures of a finished review as its page shows them, without what they are of. */
async function readResult(page: Page, workflow: string) {
  const finish = createFinish(page)
  await expect(finish.done(workflow)).toBeVisible()
  const row = await finish.thisMonth.innerText()
  const [editing = '', range = ''] = row.match(/\d+\.\d%|\d+–\d+%/g) ?? []
  const met = await finish.fact('Met every standard').innerText()
  return {
    sentence: await finish.sentence.innerText(),
    editing,
    range,
    outputs: (await finish.fact('Outputs').innerText()).trim(),
    standards: met.split(' likely')[0] ?? '',
  }
}

async function reviewReplies(page: Page, keyboard: Keyboard) {
  const review = createReview(page)
  const finish = createFinish(page)
  await keyboard.activate(finish.next)
  for (const [index, spent] of minutes.entries()) {
    await review.at(index + 1)
    await keyboard.press('a', '4')
    await expect(review.minutes).toBeFocused()
    await keyboard.type(spent)
    await keyboard.press('Enter')
  }
  await expect(finish.check).toBeVisible()
  await keyboard.activate(finish.finish(replies))
  await expect(finish.done(replies)).toBeVisible()
}

/** The same figures stand on Home and on the workflow's own page. */
async function checkScreens(page: Page, keyboard: Keyboard, workflow: string, figures: Figures) {
  const home = createHome(page)
  const result = createWorkflowPage(page)
  await keyboard.press('ControlOrMeta+1')
  await expect(home.row(workflow)).toContainText(figures.editing)
  await expect(home.row(workflow)).toContainText(figures.range)
  await keyboard.activate(home.workflow(workflow))
  await expect(result.heading(workflow)).toBeVisible()
  await expect(result.chart).toHaveAccessibleName(new RegExp(`Latest ${figures.editing} in `))
  await keyboard.activate(result.showAsTable)
  const month = result.months.nth(1)
  for (const figure of [figures.editing, figures.range, figures.standards]) {
    await expect(month).toContainText(figure)
  }
}

/** The workbook holds the figures as they stand on screen, and every output that was judged. */
async function checkWorkbook(page: Page, keyboard: Keyboard, shown: Record<string, Figures>) {
  const started = page.waitForEvent('download')
  await keyboard.activate(createFinish(page).saveWorkbook)
  const download = await started
  expect(download.suggestedFilename()).toMatch(/^evenkeel-quality-\d{4}-\d\d\.xlsx$/)
  const { Summary, Outputs, Issues } = await readWorkbook(await download.path())

  const written = (Summary?.rows ?? []).map((row) => [
    row.Workflow,
    {
      editing: formatShare(Number(row.Editing), 'en-US'),
      range: formatRange(Number(row['Likely low']), Number(row['Likely high']), 'en-US'),
      standards: `${row['Met every standard']} of 10`,
      outputs: row.Outputs,
    },
  ])
  const onScreen = Object.entries(shown).map(([workflow, { editing, range, standards }]) => [
    workflow,
    { editing, range, standards, outputs: 10 },
  ])
  expect(Object.fromEntries(written)).toEqual(Object.fromEntries(onScreen))
  expect(Summary?.lines).toContain(`${edits}: 1 output replaced from the reserve.`)

  expect(Outputs?.rows.map((row) => row.Workflow)).toEqual([
    ...Array(10).fill(edits),
    ...Array(10).fill(replies),
  ])
  const spent = Outputs?.rows.slice(10).map((row) => row['Edit minutes'])
  expect(spent).toEqual(minutes.map(Number))
  expect(Outputs?.rows.filter((row) => row.Flag === 'Yes')).toHaveLength(1)
  expect(Issues?.rows.map((row) => [row.Standard, row.Type, row.Note])).toEqual(
    expect.arrayContaining([['Complete', 'Missing fact', firstNote]]),
  )
  expect(Issues?.rows).toHaveLength(3)
}
