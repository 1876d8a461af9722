import { expect, it } from 'vitest'
import { exampleRows } from '../../../electron/core/import/columns/example-rows.ts'

const canned = 'Thank you for your message, we will look into it at once.'
const own = (at: number) => `Your parcel ${at} left our warehouse on Monday morning.`
const rowsOf = (texts: readonly string[]) =>
  texts.map((text, index) => ({ row: index + 2, cells: [`T-${index}`, text] }))
const textsOf = (texts: readonly string[]) =>
  exampleRows(rowsOf(texts), undefined).map(({ cells }) => cells[1])

it('shows rows with different texts before one text again', () => {
  const texts = [canned, canned, canned, own(1), canned, own(2), own(3)]
  expect(textsOf(texts).slice(0, 1)).toEqual([canned])
  expect(new Set(textsOf([...texts, ...Array.from({ length: 9 }, (_, at) => own(at + 4))])).size).toBe(9)
})

it('shows repeats where there is nothing else', () => {
  expect(textsOf([canned, canned])).toEqual([canned, canned])
})

it('shows texts of their own first, however far below they stand', () => {
  const texts = [...Array.from({ length: 800 }, () => canned), own(1), own(2)]
  expect(textsOf(texts).slice(0, 4)).toEqual([canned, own(1), own(2), canned])
})

it('prefers the fullest of the first rows', () => {
  const short = { row: 2, cells: ['', own(1), '', '', ''] }
  const full = { row: 3, cells: ['T-1', own(2), 'Kim', '3', 'North'] }
  expect(exampleRows([short, full], undefined).map(({ row }) => row)).toEqual([3, 2])
})
