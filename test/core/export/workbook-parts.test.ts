import { describe, expect, it } from 'vitest'
import { reviewWorkbookSheets } from '../../../electron/core/export/review-workbook.ts'
import { uniqueHeaders } from '../../../electron/core/export/workbook/workbook-parts.ts'
import type { Sheet } from '../../../electron/core/export/workbook/workbook-sheet.ts'
import { writeWorkbook } from '../../../electron/core/export/workbook/workbook-writer.ts'
import { elementsOf, faultsOf, partsOf } from '../../helpers/workbook-parts.ts'
import { aModel, replies } from './review-workbook-model.ts'
import { readBack, temporaryPath } from './workbook-reader.ts'

const options = { title: 'A book', company: 'Northwind', createdAt: '2026-11-21T09:00:00Z', zone: 'UTC' }

async function written(sheets: readonly Sheet[]) {
  const path = temporaryPath()
  await writeWorkbook(path, sheets, options)
  return path
}

describe('a workbook with tables and charts', () => {
  it('has a table on every sheet, whose columns are the header cells word for word', async () => {
    const path = await written(reviewWorkbookSheets(aModel()))
    expect(await faultsOf(path)).toEqual([])
    const { sheets } = await readBack(path)
    for (const { name, tables, rows } of sheets) {
      expect(tables, name).toHaveLength(1)
      const [table] = tables ?? []
      const headerRow = Number(/^A(\d+):/.exec(table?.range ?? '')?.[1]) - 1
      expect(rows[headerRow], name).toEqual(table?.columns.map((column) => column.name))
    }
  })

  it('draws a chart for each workflow, bound to its rows of Trend, with the values of the cells', async () => {
    const path = await written(reviewWorkbookSheets(aModel()))
    const charts = [...(await partsOf(path))].filter(([name]) => name.startsWith('xl/charts/'))
    expect(charts).toHaveLength(aModel().workflows.length)
    const { sheets } = await readBack(path)
    const trend = sheets.find(({ name }) => name === 'Trend')
    for (const [, xml] of charts) {
      const references = [...xml.matchAll(/<c:f>'Trend'!\$([A-Z])\$(\d+):\$[A-Z]\$(\d+)<\/c:f>/g)]
      const editing = references.find(([, column]) => column === 'D')
      if (!editing) throw new Error('the chart is not bound to editing')
      const [from, to] = [Number(editing[2]), Number(editing[3])]
      const cells = trend?.rows.slice(from - 1, to).map((row) => row[3] ?? null)
      expect(cells).toEqual(replies.points.map(({ result }) => result.figure.mean))
      const cached = [...xml.matchAll(/formatCode>0.0%<.*?<\/c:numCache>/g)].map(([cache]) =>
        [...cache.matchAll(/<c:v>([^<]*)<\/c:v>/g)].map(([, value]) => Number(value)),
      )
      expect(cached).toContainEqual(cells?.filter((value) => value !== null))
    }
  })

  it('has charts of the measure of today only', async () => {
    const [first, second] = replies.points
    if (!first || !second) throw new Error('no points')
    const figure = { ...first.result.figure, measure: 'minutes' as const }
    const points = [{ ...first, result: { ...first.result, figure } }, ...replies.points.slice(1)]
    const path = await written(
      reviewWorkbookSheets({ ...aModel(), workflows: [{ ...replies, points }], outputs: [] }),
    )
    const chart = (await partsOf(path)).get('xl/charts/chart1.xml')
    expect(chart).toContain("'Trend'!$D$4:$D$5")
  })

  it('takes hostile names and texts for text, in headers, tables and charts', async () => {
    const name = `</c:v><a:t>"'&<x> =cmd|' /C calc'!A0\u0001`
    const workflow = { ...replies, name, standards: replies.standards.map((each) => ({ ...each, name })) }
    const path = await written(reviewWorkbookSheets({ ...aModel(), workflows: [workflow], outputs: [] }))
    expect(await faultsOf(path)).toEqual([])
    const parts = await partsOf(path)
    const formulas = [...parts]
      .filter(([part]) => part.includes('sheet'))
      .flatMap(([, xml]) => elementsOf(xml).filter((e) => e.name === 'f'))
    expect(formulas.length).toBeLessThan(20)
    expect([...parts.values()].join('')).not.toContain('<x>')
  })

  it('is sound without a row on any sheet', async () => {
    const empty = reviewWorkbookSheets({ ...aModel(), workflows: [], outputs: [], issues: [], changes: [] })
    expect(await faultsOf(await written(empty))).toEqual([])
  })
})

it('headers are different, whatever their case', () => {
  expect(uniqueHeaders(['Short', 'short', 'Tone', 'Short'])).toEqual([
    'Short',
    'short (2)',
    'Tone',
    'Short (3)',
  ])
})
