import { readFile } from 'node:fs/promises'
import type { Download, Page } from '@playwright/test'
import { readXlsx } from 'hucre'
import Papa from 'papaparse'
import { aWorkflow, judge, toCsv } from '../../helpers/builders.ts'
import { expect, test } from '../fixtures.ts'
import { createChanges } from '../pages/changes.ts'
import { createCollect } from '../pages/collect.ts'
import { createFinish } from '../pages/finish.ts'
import type { Keyboard } from '../pages/keyboard.ts'
import { createReports } from '../pages/reports.ts'
import { createReview } from '../pages/review.ts'
import { createShell } from '../pages/shell.ts'
import { openCompany } from '../prepare.ts'

const script = (where: string) =>
  `<script>canary("${where}")</script><img src=x onerror='canary("${where}")'><svg onload='canary("${where}")'>`
const link = (where: string) =>
  `[pay](javascript:canary("${where}")) <a href='javascript:canary("${where}")'>pay</a>`
const formulas = [
  '=HYPERLINK("http://evil.test","pay")',
  "+cmd|' /C calc'!A0",
  '-2+3',
  '@SUM(1,2)',
  '\t=1+1',
  '＝1+1',
]
const bidi = 'account \u202Etxt.exe\u202C and pay\u200Bpal and \u2066hidden\u2069'
const hostileName = `${script('name')} \u202Egnp`

/** Columns whose names are as hostile as what is in them. */
const rows = Array.from({ length: 12 }, (_, index) => ({
  [`request ${script('column')}`]: `${formulas[index % formulas.length]} ${script('request')}`,
  '=answer': `${index} ${script('output')} ${link('output')} ${bidi}\n\n# ${formulas[index % formulas.length]}`,
  'final \u202Eversion': `${index} ${script('final')} **bold** ${bidi}`,
  person: `${formulas[index % formulas.length]} ${script('person').slice(0, 90)}`,
  id: `${formulas[index % formulas.length]}${index}`,
}))
const fileName = `=2+5 "..'\\..' ${script('file').replaceAll('/', '_')} \u202Evsc.csv`

test('texts from outside never run, never lead out and never become formulas', async ({
  page,
  evenkeel,
  keyboard,
}) => {
  const names = { name: hostileName, ownerName: script('owner') }
  const { core, month } = await openCompany(page, evenkeel, names)
  const shell = createShell(page)
  const finish = createFinish(page)
  const { id: workflowId } = await core.workflows.create(hostileWorkflow())

  await shell.open(`/reviews/${month}/collect/${workflowId}`)
  await test.step('bring the file in', () => bringIn(page, keyboard))
  await test.step('look through it and draw', () => draw(page, keyboard))
  await test.step('review it in every view', () => review(page, keyboard))
  const { items, id: reviewId } = await core.reviews.get({ reviewId: 1 })
  for (const item of items.slice(1)) await judge(core, item)
  await test.step('check and finish', async () => {
    await shell.open(`/review/${reviewId}/check`)
    await expect(finish.group('With an issue')).toContainText('<script>canary("note")')
    await keyboard.activate(finish.finishAny)
    await expect(finish.saveWorkbook).toBeVisible()
  })
  await core.changes.create({
    onDate: `${month}-01`,
    workflowIds: [workflowId],
    kind: 'prompt',
    what: `${formulas[1]} ${script('change')}`,
    from: script('from'),
    to: link('to'),
    why: `${formulas[3]} ${bidi}`,
  })
  await test.step('look at it on every page', async () => {
    for (const path of pagesOf(month, workflowId, reviewId)) {
      await shell.open(path)
      await expect(shell.markupFromText).toHaveCount(0)
    }
  })
  await test.step('save everything that can be saved', () => saveAll(page, keyboard))
})

const hostileWorkflow = () => ({
  ...aWorkflow({
    name: `=1+1 ${script('workflow').slice(0, 60)}`,
    purpose: link('purpose'),
    processOwner: script('process owner'),
    vendor: formulas[0] ?? '',
    model: bidi,
  }),
  standards: [
    { name: script('standard').slice(0, 58), description: script('meaning'), isMustPass: false },
    { name: formulas[1] ?? '', description: link('meaning'), isMustPass: true },
  ],
})

async function bringIn(page: Page, keyboard: Keyboard) {
  const collect = createCollect(page, keyboard)
  const [header = '', ...lines] = toCsv(rows).split('\r\n')
  const badRow = `"","","${script('bad row').replaceAll('"', '""')}","",""`
  // Among the others: at the end it would be taken for what stands below a table.
  const withBadRow = [header, badRow, ...lines].join('\r\n')
  await collect.choose({ name: fileName, mimeType: 'text/csv', buffer: Buffer.from(withBadRow) })
  await keyboard.activate(collect.change)
  await expect(collect.columns).toContainText('<script>canary("column")</script>')
  await keyboard.activate(collect.bringIn)
  await expect(collect.heading('12 new outputs')).toBeVisible()
  await expect(collect.problems).toHaveCount(2)
  await expectHarmless(page, () => keyboard.activate(collect.saveTheList), /\.csv$/)
}

async function draw(page: Page, keyboard: Keyboard) {
  const collect = createCollect(page, keyboard)
  await keyboard.activate(collect.byHand)
  await expect(collect.candidate(/canary\("output"\)/).first()).toBeVisible()
  await keyboard.activate(collect.atRandom)
  await keyboard.activate(collect.pick)
  await keyboard.activate(collect.startReviewing)
}

async function review(page: Page, keyboard: Keyboard) {
  const screen = createReview(page)
  await screen.at(1)
  await expect(screen.pane).toContainText('canary("request")')
  await expect(screen.pane).toContainText('right-to-left override')
  for (const view of ['AI version', 'Final', 'Side by side']) {
    await keyboard.press('v')
    await expect(screen.view.getByRole('radio', { name: view })).toBeChecked()
  }
  await keyboard.press('1', 'a', '1', 'n')
  await keyboard.type(`${formulas[0]} ${script('note')}`)
  await keyboard.press('ControlOrMeta+Enter')
  await screen.at(2)
}

async function saveAll(page: Page, keyboard: Keyboard) {
  const changes = createChanges(page, keyboard)
  const reports = createReports(page)
  await changes.open()
  await expectHarmless(page, () => keyboard.activate(changes.saveAs('CSV')), /\.csv$/)
  await expectHarmless(page, () => keyboard.activate(changes.saveAs('Excel')), /\.xlsx$/)
  await createShell(page).open('/reports')
  await keyboard.reach(reports.addTexts)
  await keyboard.press('Space')
  await expectHarmless(page, () => keyboard.activate(reports.saveWorkbook), /\.xlsx$/)
}

const pagesOf = (month: string, workflowId: number, reviewId: number) => [
  '/',
  '/reviews',
  `/reviews/${month}`,
  `/reviews/${month}/collect/${workflowId}`,
  `/review/${reviewId}/done`,
  '/workflows',
  ...['results', 'results/outputs', 'set-up', 'set-up/standards'].map(
    (tab) => `/workflows/${workflowId}/${tab}`,
  ),
  '/outputs/1',
  '/changes',
  '/changes/helped',
  '/changes/signals',
  '/changes/new',
  '/reports',
  '/settings',
  '/settings/backups',
  '/settings/activity',
  '/settings/bin',
  '/settings/people',
]

/** What `save` downloads has a safe name that ends as it should, and holds nothing a spreadsheet would run. */
async function expectHarmless(page: Page, save: () => Promise<void>, ending: RegExp) {
  const started = page.waitForEvent('download')
  await save()
  const download = await started
  const name = download.suggestedFilename()
  expect(name).toMatch(ending)
  expect(name).not.toMatch(/[\\/:*?"<>|\p{Cc}\u202A-\u202E\u2066-\u2069\u200B]/u)
  expect(name).not.toMatch(/^[.=+@-]/)
  expect(await formulaCells(download)).toEqual([])
}

const startsFormula = /^[\t\r\n]*[=+\-@＝＋－＠]/

/** Every text a spreadsheet would run: formulas of a workbook that are not ours, or bare cells of a CSV. */
async function formulaCells(download: Download): Promise<string[]> {
  const bytes = await readFile(await download.path())
  if (download.suggestedFilename().endsWith('.csv')) {
    const cells = Papa.parse<string[]>(bytes.toString('utf8').replace(/^\uFEFF/, '')).data.flat()
    return cells.filter((cell) => startsFormula.test(cell))
  }
  const { sheets } = await readXlsx(bytes)
  const formulas = sheets.flatMap(({ cells }) =>
    [...(cells?.values() ?? [])].map(({ formula }) => formula ?? ''),
  )
  return formulas.filter((formula) => formula !== '' && !ownFormula.test(formula))
}

/** Only numbers are worked out: cells of the same sheet and arithmetic. */
const ownFormula = /^=?[A-Z0-9$()+\-*/.,<>=:"]*$/
