import { execFile, spawnSync } from 'node:child_process'
import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, dirname, join } from 'node:path'
import { promisify } from 'node:util'
import type { CellValue, Sheet } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { changeLogSheet } from '../../../electron/core/export/change-log.ts'
import { sheetCsv } from '../../../electron/core/export/list-file.ts'
import { reviewWorkbookSheets } from '../../../electron/core/export/review-workbook.ts'
import type { ReviewWorkbookModel } from '../../../electron/core/export/review-workbook-model.ts'
import { writeWorkbook } from '../../../electron/core/export/workbook/workbook-writer.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import { aModel, anItem, aResult, change, proposals, replies } from './review-workbook-model.ts'
import { partOf, readBack, temporaryPath } from './workbook-reader.ts'

const day = (text: string) => new Date(`${text}T00:00:00Z`)

async function made(model: ReviewWorkbookModel): Promise<string> {
  const path = temporaryPath()
  await writeWorkbook(path, reviewWorkbookSheets(model), { title: 'Review', ...model })
  return path
}

/** The rows of a sheet below its header as objects by header. */
function tableOf(sheet: Sheet | undefined): Record<string, CellValue>[] {
  const headerRow = sheet?.freezePane?.rows ?? 1
  const headers = sheet?.rows[headerRow - 1] ?? []
  const rows = sheet?.rows.slice(headerRow) ?? []
  return rows.map((row) =>
    Object.fromEntries(headers.map((header, index) => [String(header), row[index] ?? null])),
  )
}

async function tablesOf(model: ReviewWorkbookModel) {
  const { sheets } = await readBack(await made(model))
  return Object.fromEntries(sheets.map((sheet) => [sheet.name, tableOf(sheet)]))
}

describe('the review workbook', () => {
  it('opens on Summary, then the sheets behind it, and Guide last', async () => {
    const { sheets, activeSheet } = await readBack(await made(aModel()))
    expect(sheets.map(({ name }) => name)).toEqual([
      'Summary',
      'Trend',
      'Outputs',
      'Issues',
      'Foundation',
      'Model tests',
      'Changes',
      'Guide',
    ])
    expect(activeSheet ?? 0).toBe(0)
  })

  it('sums up each workflow with the stored figures', async () => {
    const { Summary } = await tablesOf(aModel())
    expect(Summary).toEqual([
      {
        Workflow: 'Customer replies',
        Month: day('2026-03-01'),
        Status: 'Watch',
        Finding: expect.stringMatching(/^Editing is steady at/),
        Measure: 'Text changed',
        Editing: 0.1785,
        'Likely low': 0.112,
        'Likely high': 0.251,
        'Month-3 level': 0.137,
        Change: 4.2,
        'Met every standard': 7,
        'Not fit to send': null,
        'Satisfaction, users': 4.25,
        'Ratings, users': 4,
        'Satisfaction, reviewer': null,
        'Ratings, reviewer': 0,
        Outputs: 10,
        'In a second look': null,
        Offered: 480,
        Used: 412,
        'Share used': 412 / 480,
        'Months reviewed': '4 of 5 months reviewed, 1 skipped',
        'Next review': day('2026-04-30'),
        'In use until': null,
      },
      {
        Workflow: 'Proposals',
        Month: day('2026-03-01'),
        Status: 'Update suggested',
        Finding: expect.stringMatching(/^Editing is steady at/),
        Measure: 'Minutes',
        Editing: 0.25,
        'Likely low': 0.112,
        'Likely high': 0.251,
        'Month-3 level': 0.25,
        Change: null,
        'Met every standard': null,
        'Not fit to send': null,
        'Satisfaction, users': null,
        'Ratings, users': 0,
        'Satisfaction, reviewer': 3.5,
        'Ratings, reviewer': 10,
        Outputs: 10,
        'In a second look': null,
        Offered: null,
        Used: null,
        'Share used': null,
        'Months reviewed': '4 of 5 months reviewed, 1 skipped',
        'Next review': day('2026-04-30'),
        'In use until': null,
      },
    ])
  })

  it('says above the summary what it found, what the figures rest on, and whom to ask', async () => {
    const { sheets } = await readBack(await made(aModel()))
    expect(sheets[0]?.rows.slice(0, 6).map(([first]) => first)).toEqual([
      'Northwind Ltd: AI quality review, March 2026',
      'Proposals need an update.',
      'Period: March 2026. 20 outputs reviewed, drawn at random except Proposals (chosen by hand).',
      'Proposals: editing is known for 9 of 10 outputs, 1 output replaced from the reserve.',
      'Month-3 level not settled yet: Proposals.',
      'Contact: Dana Smith. Next update: 30 April 2026.',
    ])
  })

  it.each([
    ['random', 'random', '20 outputs reviewed, drawn at random.'],
    ['all', 'random', '20 outputs reviewed, drawn at random except Customer replies (all there were).'],
    [
      'all',
      'by_hand',
      '20 outputs reviewed, not drawn at random: Customer replies (all there were), Proposals (chosen by hand).',
    ],
  ] as const)('names the samples %s and %s', (first, second, sampling) => {
    const workflows = [
      { ...replies, drawMethod: first },
      { ...replies, name: 'Proposals', drawMethod: second },
    ]
    const [summary] = reviewWorkbookSheets(aModel({ workflows, ownerName: '' }))
    expect(summary?.notes).toEqual([`Period: March 2026. ${sampling}`, 'Next update: 30 April 2026.'])
  })

  it('lists each output with its marks and the editing its workflow measures', async () => {
    const { Outputs } = await tablesOf(aModel())
    const first = {
      'Output ID': 101,
      'Source ID': 'T-17',
      Workflow: 'Customer replies',
      Month: day('2026-03-01'),
      'Output date': day('2026-03-04'),
      'Reviewed on': day('2026-03-30'),
      Sample: 'Random',
      Accurate: 'Met',
      'Right tone': 'Met',
      'Safe to send': 'Met',
      'Fit to send': 'Yes',
      Satisfaction: 4,
      'Rated by': 'User',
      'Edit minutes': null,
      Estimate: null,
      'By-hand minutes': null,
      'Words changed': 2,
      'Words longer version': 6,
      Editing: 1 / 3,
      Flag: 'No',
    }
    const second = {
      ...first,
      'Output ID': 102,
      Workflow: 'Proposals',
      'Output date': null,
      'Reviewed on': day('2026-03-31'),
      Sample: 'By hand',
      Accurate: 'N/A',
      'Right tone': 'N/A',
      'Safe to send': 'Not met',
      'Fit to send': 'No',
      Satisfaction: 2,
      'Rated by': 'Reviewer',
      'Edit minutes': 12.5,
      Estimate: 'Yes',
      'By-hand minutes': 90,
      'Words changed': null,
      'Words longer version': null,
      Editing: 12.5 / 90,
      Flag: 'Yes',
    }
    const third = {
      ...second,
      'Output ID': 103,
      'Output date': day('2026-03-04'),
      Accurate: null,
      'Right tone': null,
      'Safe to send': null,
      'Fit to send': 'Yes',
      Satisfaction: null,
      'Rated by': null,
      'Edit minutes': null,
      Estimate: null,
      Editing: null,
      Flag: 'No',
    }
    expect(Outputs).toEqual([first, second, third])
  })

  it('computes editing from the two input cells of the workflow’s measure', async () => {
    const { sheets } = await readBack(await made(aModel()))
    const cells = [2, 3, 4].map((row) => sheets[2]?.cells?.get(`${row},18`))
    expect(cells.map((cell) => [cell?.formula, cell?.formulaResult, cell?.style?.numFmt])).toEqual([
      ['IF(R3=0,0,Q3/R3)', 1 / 3, '0.0%'],
      ['IF(P4=0,0,N4/P4)', 12.5 / 90, '0.0%'],
      [undefined, undefined, '0.0%'],
    ])
  })

  it('gives every standard of any workflow its column, empty where a workflow does not have it', async () => {
    const standards = [{ id: 9, name: 'Short enough', description: '', isMustPass: false }]
    const workflows = [replies, { ...proposals, standards }]
    const { Outputs, Guide } = await tablesOf(aModel({ workflows }))
    expect(Outputs?.map((row) => [row['Right tone'], row['Short enough']])).toEqual([
      ['Met', null],
      [null, null],
      [null, null],
    ])
    const meanings = Guide?.filter((row) => ['Safe to send', 'Short enough'].includes(String(row.Column)))
    expect(meanings?.map((row) => row.Meaning)).toEqual([
      'Quality standard: Safe to send, whatever the request. Must-pass for Customer replies. Empty where a workflow does not have it.',
      'A quality standard. Empty where a workflow does not have it.',
    ])
  })

  it('holds the texts only when they were chosen, never a person’s name, and never a formula from them', async () => {
    const without = await made(aModel())
    const path = await made(aModel({ withTexts: true }))
    const { sheets } = await readBack(path)
    expect(tableOf(sheets[2])[0]).toMatchObject({
      Request: '=Where is order 17?',
      'AI version': 'Your order is on its way.',
      'Final version': 'Your order arrives tomorrow.',
      Note: 'A good one',
    })
    expect(sheets[2]?.pageSetup?.printArea).toBe('$A$1:$T$5')
    expect(await partOf(without, 'xl/worksheets/sheet3.xml')).not.toMatch(/order 17|on its way|A good one/)
    const xml = await partOf(path, 'xl/worksheets/sheet3.xml')
    expect(xml).not.toContain('Alex Jones')
    expect([...xml.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula)).toEqual([
      'IF(R3=0,0,Q3/R3)',
      'IF(P4=0,0,N4/P4)',
    ])
  })

  it('takes outputs as they come, and stops at one of no review', async () => {
    async function* some() {
      yield { reviewId: 1, item: anItem({ isFlagged: true }) }
      yield { reviewId: 99, item: anItem() }
    }
    await expect(made(aModel({ outputs: some() }))).rejects.toThrow('belongs to no review of the period')
  })

  it('lists issues and changes', async () => {
    const { Issues, Changes } = await tablesOf(aModel())
    expect(Issues).toEqual([
      {
        'Issue ID': 7,
        'Output ID': 102,
        Workflow: 'Proposals',
        'Found on': day('2026-03-31'),
        Standard: 'Safe to send',
        Type: 'Made up',
        'Must-pass': 'Yes',
        'Foundation section': 'Rules',
        Note: '@Dana: there is no such discount',
        'Linked change': null,
      },
    ])
    const first = {
      Number: 4,
      Date: day('2026-02-11'),
      Workflow: 'Customer replies, Proposals',
      Kind: 'Foundation',
      What: 'Returns policy reworded',
      From: '=14 days',
      To: '30 days',
      Why: 'The policy changed',
      'Decided by': 'Dana Smith',
      'Approved by': null,
      Before: null,
      After: null,
      Difference: null,
      Verdict: null,
      Certainty: null,
      Outputs: null,
      'Shared effect': null,
      'Rolled back by': null,
    }
    const measured = { Number: 5, Before: 0.25, After: 0.125, Difference: -12.5, Verdict: 'Better' }
    expect(Changes).toEqual([first, { ...first, ...measured }])
  })

  it('explains every column of every sheet, the lines of every workflow, and where it comes from', async () => {
    const { sheets } = await readBack(await made(aModel({ withTexts: true })))
    const guide = tableOf(sheets.at(-1))
    const explained = guide.map((row) => `${row.Sheet}: ${row.Column}`)
    const columns = sheets
      .slice(0, -1)
      .flatMap(({ name, rows, freezePane }) =>
        (rows[(freezePane?.rows ?? 1) - 1] ?? []).map((header) => `${name}: ${header}`),
      )
    expect(explained.slice(0, columns.length)).toEqual(columns)
    expect(guide.filter((row) => !row.Meaning)).toEqual([])
    expect(guide.find((row) => row.Column === 'Proposals')?.Meaning).toBe(
      'On target below 15%, Watch from 15% to 20%, Update suggested above 20%. Worked out with version 2 of its quality standards and by rules editing 1, status 1.',
    )
    expect(guide.slice(-2).map((row) => [row.Sheet, row.Column, row.Meaning])).toEqual([
      ['About', 'Evenkeel version', '0.1.0'],
      ['About', 'Created', '31 March 2026 at 14:02 (Europe/London)'],
    ])
  })

  it('leaves what no one judged empty', async () => {
    const figure = { mean: null, low: null, high: null, known: 0, unknown: 3 }
    const result = aResult(figure, { standardsMet: 0, standardsJudged: 0, satisfactionUsers: null })
    const moves = {
      ...replies.finding.moves,
      monthThree: { ...replies.finding.moves.monthThree, difference: null },
    }
    const finding: Finding = {
      ...replies.finding,
      moves,
      status: 'not_enough',
      quality: proposals.finding.quality,
    }
    const { Summary } = await tablesOf(
      aModel({ workflows: [{ ...replies, result, finding }], outputs: [], issues: [] }),
    )
    expect(Summary).toEqual([
      expect.objectContaining({
        Status: 'Not enough yet',
        Editing: null,
        Change: null,
        'Met every standard': null,
      }),
    ])
  })
})

const owner = () => 'Dana Smith'

describe('the change log', () => {
  it('is a sheet that also says when an entry was written, and by whom', async () => {
    const path = temporaryPath()
    const sheet = changeLogSheet(
      [change, { ...change, number: 5, isAutomatic: true }],
      'Northwind Ltd',
      owner,
    )
    await writeWorkbook(path, [sheet], { title: 'Change log', ...aModel() })
    const { sheets } = await readBack(path)
    expect(sheets[0]?.rows[0]?.[0]).toBe('Northwind Ltd: change log')
    expect(tableOf(sheets[0]).map((row) => [row.Number, row.Recorded, row['Recorded by']])).toEqual([
      [4, new Date('2026-02-11T09:12:33Z'), 'Dana Smith'],
      [5, new Date('2026-02-11T09:12:33Z'), 'Evenkeel'],
    ])
  })

  it('is CSV that says what the screen says, and whose texts cannot run as formulas', async () => {
    // 15 less 19 points is -3.9999999999999996 in binary.
    const measured = { ...change, before: 0.19, after: 0.15, verdict: 'Better' }
    const csv = await sheetCsv(changeLogSheet([measured], 'Northwind Ltd', () => ''))
    expect(csv.split('\r\n')).toEqual([
      '\uFEFFNumber,Date,Workflow,Kind,What,From,To,Why,Decided by,Approved by,Before,After,Difference,Verdict,Certainty,Outputs,Shared effect,Rolled back by,Recorded,Recorded by,evenkeel:change',
      `4,2026-02-11,"Customer replies, Proposals",Foundation,Returns policy reworded,"'=14 days",30 days,The policy changed,Dana Smith,,0.19,0.15,-4,Better,,,,,2026-02-11T09:12:33Z,Owner,4`,
      '',
    ])
  })
})

const hasLibreOffice = spawnSync('soffice', ['--version']).status === 0

describe.skipIf(!hasLibreOffice)('LibreOffice (skipped where soffice is not installed)', () => {
  it('turns the workbook into a PDF without complaint', { timeout: 120_000 }, async () => {
    const path = await made(aModel({ withTexts: true }))
    const profile = mkdtempSync(join(tmpdir(), 'evenkeel-soffice-'))
    const { stderr } = await promisify(execFile)('soffice', [
      '--headless',
      `-env:UserInstallation=file://${profile}`,
      ...['--convert-to', 'pdf', '--outdir', dirname(path), path],
    ])
    expect(stderr.replaceAll(/^.*javaldx.*$/gm, '').trim()).toBe('')
    const pdf = readFileSync(join(dirname(path), basename(path, '.xlsx').concat('.pdf')))
    expect(pdf.subarray(0, 5).toString()).toBe('%PDF-')
    expect(
      Number(/\/Type\/Pages[\s\S]*?\/Count (\d+)/.exec(pdf.toString('latin1'))?.[1]),
    ).toBeLessThanOrEqual(11)
  })
})
