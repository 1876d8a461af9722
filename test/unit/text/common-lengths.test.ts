import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { commonLengths } from '../../../shared/domain/text/common-lengths.ts'

/** The last row of the textbook table. */
function lastRow(rows: readonly string[], columns: readonly string[]): number[] {
  let row = new Array<number>(columns.length + 1).fill(0)
  for (const word of rows) {
    const next = [0]
    columns.forEach((other, index) => {
      next.push(word === other ? (row[index] ?? 0) + 1 : Math.max(row[index + 1] ?? 0, next[index] ?? 0))
    })
    row = next
  }
  return row
}

describe('commonLengths', () => {
  it.each([2, 5, 40])('is the last row of the textbook table for %i different words', (vocabulary) => {
    const words = fc.array(fc.integer({ min: 1, max: vocabulary }).map(String), {
      maxLength: 150,
      size: 'max',
    })
    fc.assert(
      fc.property(words, words, (rows, columns) => {
        expect([...commonLengths(rows, columns)]).toEqual(lastRow(rows, columns))
      }),
    )
  })

  it('carries across many blocks', () => {
    const columns = new Array<string>(200).fill('a')
    expect([...commonLengths(['a', 'a', 'b'], columns)]).toEqual(lastRow(['a', 'a', 'b'], columns))
  })
})
