import Papa from 'papaparse'
import { expect, it } from 'vitest'
import { unescapeFormula } from '../../../electron/core/csv.ts'
import { changeLogSheet } from '../../../electron/core/export/change-log.ts'
import { sheetCsv } from '../../../electron/core/export/list-file.ts'
import { modelTestSheets } from '../../../electron/core/export/model-test.ts'
import { htmlPage } from '../../../electron/core/export/pack/html-page.ts'
import { reviewWorkbookSheets } from '../../../electron/core/export/review-workbook.ts'
import type { Sheet } from '../../../electron/core/export/workbook/workbook-sheet.ts'
import { writeWorkbook } from '../../../electron/core/export/workbook/workbook-writer.ts'
import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import type { ModelTest } from '../../../shared/contract/model-tests/test.ts'
import { payloads } from '../../helpers/payloads.ts'
import { elementsOf, faultsOf, partsOf } from '../../helpers/workbook-parts.ts'
import { aModel, anItem, change, proposals, replies } from './review-workbook-model.ts'
import { readBack, temporaryPath } from './workbook-reader.ts'

/** What the sheets' own formulas look like: cells of their row, and nothing else. */
const ownFormula =
  /^(IF\([A-Z]+\d+=0,0,[A-Z]+\d+\/[A-Z]+\d+\)|[A-Z]+\d+\/[A-Z]+\d+|ROUND\(\(ROUND\([A-Z]+\d+,3\)-ROUND\([A-Z]+\d+,3\)\)\*100,1\))$/

const test: ModelTest = {
  ...{ id: 3, heldOn: '2026-10-02', reason: '', state: 'revealed', workflows: [], lockedAt: null },
  ...{
    useEvaluator: false,
    collected: 8,
    expected: 8,
    judged: 4,
    pairs: 4,
    repeats: 0,
    secondsUsed: 0,
    rev: 1,
  },
  ...{ decision: null, decidedOn: null, decidedBy: '', why: '', changeNumbers: [] },
  run: {
    ...{ state: 'idle', message: null, done: 0, total: 0, inFlight: 0, cost: null, cap: null },
    ...{ secondsUsed: 0, maybePaid: 0 },
  },
}

const review = (text: string): FoundationReview => ({
  ...{ id: 1, heldOn: '2026-02-01', state: 'finished', reason: text, since: null, signals: [] },
  attendees: [{ id: 1, name: text, role: text, agreedOn: null }],
  cards: [
    {
      ...{
        sectionId: 1,
        name: text,
        position: 1,
        isQuick: false,
        version: null,
        workflows: [text],
        verifier: text,
      },
      ...{ lastVerifiedOn: null, issueCount: 0, issues: [], signals: [], answer: 'change', what: text },
      ...{ who: text, dueOn: null, more: [], isParked: false, secondsUsed: 0, rev: 1 },
    },
  ],
  actions: [
    {
      ...{ id: 1, reviewId: 1, heldOn: '2026-02-01', sectionId: 1, sectionName: text, kind: 'change' },
      ...{ what: text, who: text, dueOn: '2026-03-01', state: 'open', closedOn: null, note: text },
      ...{ changeNumber: null, before: [] },
    },
  ],
  ...{ secondsUsed: 0, sectionId: null, undoLabel: null, finishedAt: null, nextOn: null, rev: 1 },
})

/** Every payload as the name of a standard, or in every other text field: both at once would be 40,000 cells. */
function poisoned(where: 'standards' | 'everywhere else'): Sheet[] {
  const workflows = payloads.map((text, index) => ({
    ...(index % 2 === 0 ? replies : proposals),
    ...{ reviewId: index + 1, workflowId: index + 1, name: text },
    ...(where === 'standards' && {
      standards: [{ id: 1, name: text, description: text, isMustPass: index % 2 === 0 }],
    }),
  }))
  const item = anItem()
  const model = aModel({
    ...{ company: payloads[0] ?? '', ownerName: payloads[3] ?? '', headline: payloads[5] ?? '', workflows },
    outputs:
      where === 'standards'
        ? []
        : payloads.map((text, index) => ({
            reviewId: index + 1,
            item: {
              ...anItem({ note: text }),
              output: {
                ...item.output,
                id: index,
                request: text,
                aiText: text,
                finalText: text,
                externalId: text,
              },
            },
          })),
    issues: payloads.map((text, index) => ({
      ...{ id: index, reviewId: index + 1, outputId: index, isMustPass: false, linkedChange: null },
      ...{ standard: text, type: text, section: text, note: text },
    })),
    changes: poisonedChanges(),
    foundationReviews: payloads.map(review),
    withTexts: true,
  })
  return reviewWorkbookSheets(model)
}

const poisonedChanges = () =>
  payloads.map((text, index) => ({
    ...{ ...change, number: index + 1, workflowNames: [text], what: text, from: text, to: text, why: text },
    ...{ decidedBy: text, approvedBy: text, before: 0.2, after: 0.1 },
  }))

it('there are 200 of them', () => expect(new Set(payloads).size).toBe(200))

it.each(['standards', 'everywhere else'] as const)(
  'of the workbook, in %s, they are texts: no formula, no link, no part but ours',
  async (where) => {
    const path = temporaryPath()
    await writeWorkbook(path, poisoned(where), {
      ...aModel(),
      title: payloads[7] ?? '',
      company: payloads[9] ?? '',
    })
    expect(await faultsOf(path)).toEqual([])
    const parts = await partsOf(path)
    expect([...parts.keys()].filter((name) => /externalLink|ddeLink|vba|hyperlink/i.test(name))).toEqual([])
    for (const [name, xml] of parts) {
      const elements = elementsOf(xml)
      expect(
        elements.filter((element) =>
          /^(\w+:)?(hyperlinks?|hlinkClick|oleObject|ddeLink)$/.test(element.name),
        ),
        name,
      ).toEqual([])
      expect(
        elements.filter(({ attributes }) => attributes.TargetMode === 'External'),
        name,
      ).toEqual([])
      if (!name.startsWith('xl/worksheets/sheet')) continue
      const formulas = [...xml.matchAll(/<f>(.*?)<\/f>/g)].map(([, formula]) => formula ?? '')
      expect(
        formulas.filter((formula) => !ownFormula.test(formula)),
        name,
      ).toEqual([])
    }
    if (where === 'standards') return
    const { sheets } = await readBack(path)
    const outputs = sheets.find(({ name }) => name === 'Outputs')
    const header = outputs?.rows[(outputs.freezePane?.rows ?? 1) - 1] ?? []
    const requests = outputs?.rows
      .slice(outputs.freezePane?.rows ?? 1)
      .map((row) => row[header.indexOf('Request')])
    const kept = (text: string) => text.replaceAll(/\r\n?/g, '\n').replaceAll('\u0000', '')
    expect(requests?.map((text) => text ?? '')).toEqual(payloads.map(kept))
  },
)

it('in the record of a model test they are texts', async () => {
  const path = temporaryPath()
  const pairs = payloads.map((text, index) => ({
    ...{
      inputId: index,
      workflowId: 2,
      name: text,
      inputText: text,
      note: text,
      current: text,
      candidate: text,
    },
    ...{ outcome: 'same' as const, isIdentical: false, currentFails: false, candidateFails: false },
    ...{ currentFailedChecks: [text], candidateFailedChecks: [text], currentMs: null, candidateMs: null },
  }))
  const [, sheet] = modelTestSheets(
    { test, results: [], pairs, changeOf: new Map() },
    { company: '=1', locale: 'de-DE' },
  )
  if (!sheet) throw new Error('There is no sheet of pairs')
  await writeWorkbook(path, [sheet], { ...aModel(), title: '=1' })
  expect(await faultsOf(path)).toEqual([])
  expect((await partsOf(path)).get('xl/worksheets/sheet1.xml')).not.toContain('<f>')
})

it('in CSV none begins as a formula does, and each comes back as it was', async () => {
  const csv = await sheetCsv(changeLogSheet(poisonedChanges(), '=1', () => '=1'))
  const [header = [], ...rows] = Papa.parse<string[]>(csv.replace('\uFEFF', ''), {
    skipEmptyLines: true,
  }).data
  const formula = /^[=+\-@\t\r\n\0＝＋－＠]/
  const texts = rows.map((row) => row[header.indexOf('What')] ?? '')
  expect(texts.filter((text) => formula.test(text))).toEqual([])
  expect(
    rows.flatMap((row) => row.filter((cell) => formula.test(cell) && Number.isNaN(Number(cell)))),
  ).toEqual([])
  expect(texts.map(unescapeFormula)).toEqual(payloads)
})

it('on the pages of a pack they are texts', () => {
  const html = htmlPage(payloads.join(' '), [
    ...payloads,
    { rows: payloads.map((text) => ({ term: text, meaning: text, href: text })) },
  ])
  const page = html.replaceAll(
    /<\/?(?:html|head|meta|title|style|body|h1|h2|p|table|tr|th|td)\b[^<>]*>|<!doctype html>/g,
    '',
  )
  expect(page.replaceAll(/<a href="[^"<>]*">|<\/a>/g, '')).not.toMatch(/[<>]/)
  expect([...html.matchAll(/href="([^"]*)"/g)].filter(([, href]) => /^\w+:/.test(href ?? ''))).toEqual([])
})
