import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { csvText, unescapeFormula } from '../../../electron/core/csv.ts'
import { rejectsCsv } from '../../../electron/core/import/rejects.ts'

describe('csvText', () => {
  it('writes UTF-8 with a byte order mark and CRLF, quoting what needs it', () => {
    const rows = [
      ['Date', 'What'],
      ['2026-03-04', 'A "new" line\nhere, now'],
      [null, 3.5],
      [-2, ''],
    ]
    expect(csvText(rows)).toBe('\uFEFFDate,What\r\n2026-03-04,"A ""new"" line\nhere, now"\r\n,3.5\r\n-2,\r\n')
  })

  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\tx', '\rx', '\nx', '\0x', '＝1', '＋1', '－1', '＠x', "'=1"])(
    'keeps %j from running as a formula, and takes it back',
    (text) => {
      const cell = csvText([[text]])
        .slice(1, -2)
        .replace(/^"([\s\S]*)"$/, '$1')
      expect([cell, unescapeFormula(cell)]).toEqual([`'${text}`, text])
    },
  )

  it.each(['1-1', 'a=b', "'tis", '', ' =1'])('leaves %j as it is', (text) => {
    expect(unescapeFormula(text)).toBe(text)
    expect(csvText([[text, 'x']])).toContain(text)
    expect(csvText([[text, 'x']])).not.toContain(`'${text}`)
  })

  it('never writes a text cell that starts like a formula', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(/^\uFEFF"?[=+\-@\t\r\n\0＝＋－＠]/.test(csvText([[text, 'x']]))).toBe(false)
      }),
      { seed: 20261121 },
    )
  })
})

describe('rejectsCsv', () => {
  it('lists row, column and reason', () => {
    const problems = [
      { row: 3, column: '=Date', reason: '"soon" is not a date.', kept: true },
      { row: 9, column: null, reason: 'There is no AI text in this row, so it was left out.', kept: false },
    ]
    expect(rejectsCsv(problems)).toBe(
      '\uFEFFRow,Column,Reason\r\n3,"\'=Date","""soon"" is not a date."\r\n9,,"There is no AI text in this row, so it was left out."\r\n',
    )
  })
})
