import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { tableText, textParts } from '../../../shared/domain/text/markdown-table.ts'

describe('tables in a text', () => {
  it('stand apart from what is around them', () => {
    expect(
      textParts('Prices:\n\n| Plan | Price |\n|---|---:|\n| Basic | 20 |\n| Large |\n\nA | B is no table'),
    ).toEqual([
      { kind: 'text', text: 'Prices:\n' },
      {
        kind: 'table',
        head: ['Plan', 'Price'],
        rows: [
          ['Basic', '20'],
          ['Large', ''],
        ],
      },
      { kind: 'text', text: '\nA | B is no table' },
    ])
  })

  it('come back with every cell as it was written', () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', '|', ' ', 'é', '-', ':') })
      .map((text) => text.replace(/\s+/g, ' ').trim())
    const rows = fc
      .integer({ min: 2, max: 4 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 5 }),
      )
    fc.assert(
      fc.property(rows, ([head = [], ...others]) => {
        expect(textParts(tableText([head, ...others]))).toEqual([{ kind: 'table', head, rows: others }])
      }),
    )
  })

  it('are nothing in a text without them', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        fc.pre(!/-{3}/.test(text))
        expect(textParts(text)).toEqual([{ kind: 'text', text }])
      }),
    )
  })
})
