import { existsSync, readdirSync, symlinkSync } from 'node:fs'
import { dirname } from 'node:path'
import { setImmediate as nextTurn } from 'node:timers/promises'
import ExcelJS from 'exceljs'
import { describe, expect, it } from 'vitest'
import { columnLetters, longestText, tabName } from '../../../electron/core/export/workbook/workbook-cells.ts'
import type { Sheet, SheetColumn, SheetRow } from '../../../electron/core/export/workbook/workbook-sheet.ts'
import { linesIn } from '../../../electron/core/export/workbook/workbook-styles.ts'
import {
  type WorkbookOptions,
  writeWorkbook,
} from '../../../electron/core/export/workbook/workbook-writer.ts'
import { partOf, readBack, temporaryPath, textCells } from './workbook-reader.ts'

const options: WorkbookOptions = {
  title: 'Review of March',
  company: 'Fish & Chips Ltd',
  createdAt: '2026-03-31T13:02:00Z',
  zone: 'Europe/Berlin',
}
const text: SheetColumn = { header: 'Text', key: 'text', width: 30, kind: 'text' }
const sheetOf = (rows: Sheet['rows'], columns: readonly SheetColumn[] = [text]): Sheet => ({
  name: 'Data',
  title: 'The data',
  columns,
  rows,
})

async function made(...sheets: Sheet[]): Promise<string> {
  const path = temporaryPath()
  await writeWorkbook(path, sheets, options)
  return path
}

async function* someRows(count: number): AsyncGenerator<SheetRow> {
  for (let n = 0; n < count; n++) yield { text: `Row ${n}` }
}
const endless = () => someRows(Number.POSITIVE_INFINITY)

describe('texts in a workbook', () => {
  const unchanged = [
    ['a formula', '=1+1'],
    ['a formula with a plus', '+1+1'],
    ['a formula with a minus', '-2+3'],
    ['a formula with an at sign', '@SUM(A1:A9)'],
    ['a full-width formula', '＝1+1'],
    ['a formula after a tab', '\t=1+1'],
    ['a command', "=cmd|'/c calc'!A1"],
    ['a link formula', '=HYPERLINK("https://example.org","Click")'],
    ['an address', 'https://example.org/?a=1&b=2'],
    ['emoji', 'Thanks 👩‍👩‍👧‍👦 🏴‍☠️'],
    ['right-to-left text', 'مرحبا بالعالم، שלום'],
    ['Chinese', '您好，订单已发货。'],
    ['markup', '<b>"Bold" & \'quoted\'</b>]]>'],
    ['a literal escape', 'a _x000D_ b _x0041_ c _x005F_ d'],
    ['spaces at both ends', '  edge  '],
    ['a line feed', 'first\nsecond\n'],
    ['a number as text', '007'],
    ['a date as text', '1-2-2026'],
    ['a truth as text', 'TRUE'],
  ] as const
  const cleaned = [
    ['control characters', 'a\u0000b\u0007c\u001Fd\u007Fe', 'abcde'],
    ['what is no character', 'a\uFFFEb\uFFFFc', 'abc'],
    ['half a surrogate pair', 'a\uD83Db', 'a\uFFFDb'],
    ['carriage returns', 'a\r\nb\rc', 'a\nb\nc'],
  ] as const

  it.each([...unchanged.map(([what, value]) => [what, value, value] as const), ...cleaned])(
    'keep %s as a text, never a formula',
    async (_, value, expected) => {
      const xml = await partOf(await made(sheetOf([{ text: value }])), 'xl/worksheets/sheet1.xml')
      expect(textCells(xml)).toEqual({ A1: 'The data', A2: 'Text', A3: expected })
      expect(xml).not.toMatch(/<f[ >]|<hyperlink/)
    },
  )

  it('are the same to another reader', async () => {
    // That reader does not decode escapes; the one literal escape is left to the test above.
    const values = unchanged.map(([, value]) => value).filter((value) => !value.includes('_x'))
    const { sheets } = await readBack(await made(sheetOf(values.map((value) => ({ text: value })))))
    expect(sheets[0]?.rows.map(([value]) => value)).toEqual(['The data', 'Text', ...values])
  })

  it('are cut at what a cell holds, with a mark, and never inside a character', async () => {
    const rows = [
      { text: 'x'.repeat(longestText) },
      { text: 'x'.repeat(40_000) },
      { text: '😀'.repeat(20_000) },
    ]
    const cells = textCells(await partOf(await made(sheetOf(rows)), 'xl/worksheets/sheet1.xml'))
    const mark = ' … [cut here: a cell holds no more]'
    expect(cells.A3).toBe('x'.repeat(longestText))
    expect(cells.A4).toBe('x'.repeat(longestText - mark.length) + mark)
    expect(cells.A5).toBe('😀'.repeat(Math.floor((longestText - mark.length) / 2)) + mark)
  })
})

describe('values in a workbook', () => {
  const columns: readonly SheetColumn[] = [
    { header: 'Day', key: 'day', width: 12, kind: 'date' },
    { header: 'Month', key: 'month', width: 12, kind: 'month' },
    { header: 'Instant', key: 'instant', width: 18, kind: 'instant' },
    { header: 'Share', key: 'share', width: 12, kind: 'share' },
    { header: 'Whole', key: 'whole', width: 12, kind: 'wholeShare' },
    { header: 'Points', key: 'points', width: 12, kind: 'points' },
    { header: 'Count', key: 'count', width: 12, kind: 'count' },
    { header: 'Decimal', key: 'decimal', width: 12, kind: 'decimal' },
    text,
  ]
  const rowOf = async (row: SheetRow) => {
    const { sheets } = await readBack(await made(sheetOf([row], columns)))
    return sheets[0]
  }

  it('are real dates, fractions and numbers with their formats', async () => {
    const sheet = await rowOf({
      day: '2026-03-04',
      month: '2026-03',
      instant: '2026-03-31T22:30:15.250Z',
      share: 0.1785,
      whole: 0.92,
      points: -1.3,
      count: 10,
      decimal: 4.25,
      text: 'Proposals',
    })
    expect(sheet?.rows[2]).toEqual([
      new Date('2026-03-04T00:00:00Z'),
      new Date('2026-03-01T00:00:00Z'),
      new Date('2026-04-01T00:30:15Z'),
      0.1785,
      0.92,
      -1.3,
      10,
      4.25,
      'Proposals',
    ])
    expect(columns.map((_, index) => sheet?.cells?.get(`2,${index}`)?.style?.numFmt)).toEqual([
      'dd mmm yyyy',
      'mmm yyyy',
      'dd mmm yyyy hh:mm',
      '0.0%',
      '0%',
      '+0.0;-0.0;0.0',
      '0',
      '0.0',
      '@',
    ])
  })

  it('are empty where unknown and zero where zero', async () => {
    const sheet = await rowOf({ day: null, month: '', share: 0, whole: Number.NaN, count: 0, text: null })
    expect(sheet?.rows[2]).toEqual([null, null, null, 0, null, null, 0, null, null])
  })

  it('stay texts where a day is older than the calendar of spreadsheets', async () => {
    expect((await rowOf({ day: '1900-02-28' }))?.rows[2]?.[0]).toBe('1900-02-28')
  })

  it('are formulas only where a column has one and the figure is known, with the stored figure as result', async () => {
    const formula: SheetColumn['formula'] = (cell, row) =>
      row.isLive === 1 ? `${cell('a')}/${cell('b')}` : null
    const sums: SheetColumn[] = [
      { header: 'A', key: 'a', width: 9, kind: 'count' },
      { header: 'B', key: 'b', width: 9, kind: 'count' },
      { header: 'A/B', key: 'quotient', width: 9, kind: 'share', formula },
    ]
    const path = await made(
      sheetOf(
        [
          { a: 1, b: 3, quotient: 1 / 3, isLive: 1 },
          { a: 1, b: 3, quotient: 1 / 3, isLive: 0 },
          { a: 1, b: null, quotient: null, isLive: 1 },
        ],
        sums,
      ),
    )
    const { sheets } = await readBack(path)
    const cells = [2, 3, 4].map((row) => sheets[0]?.cells?.get(`${row},2`))
    expect(cells.map((cell) => [cell?.type, cell?.formula, cell?.value])).toEqual([
      ['formula', 'A3/B3', 1 / 3],
      ['number', undefined, 1 / 3],
      ['empty', undefined, null],
    ])
  })
})

describe('the look of a sheet', () => {
  const rows = [{ text: 'one' }, { text: 'two' }]
  const number: SheetColumn = { header: 'Number', key: 'number', width: 9, kind: 'count' }

  it('freezes, filters and repeats the header, and prints landscape on one page’s width', async () => {
    const sheet: Sheet = {
      ...sheetOf(rows, [text, number]),
      headline: 'All is well.',
      notes: ['March', 'Dana'],
    }
    const { sheets } = await readBack(await made(sheet))
    expect(sheets[0]).toMatchObject({
      name: 'Data',
      freezePane: { rows: 5 },
      tables: [{ range: 'A5:B7', columns: [{ name: 'Text' }, { name: 'Number' }] }],
      pageSetup: {
        paperSize: 'a4',
        orientation: 'landscape',
        fitToPage: true,
        fitToWidth: 1,
        fitToHeight: 0,
        printArea: '$A$1:$B$7',
        printTitlesRow: '$5:$5',
      },
      headerFooter: { oddFooter: '&L&9 Fish && Chips Ltd&C&9 &A&R&9 Page &P of &N' },
    })
    expect(sheets[0]?.rows.slice(0, 5).map(([first]) => first)).toEqual([
      'The data',
      'All is well.',
      'March',
      'Dana',
      'Text',
    ])
  })

  it('leaves columns for the screen out of the printed page', async () => {
    const { sheets } = await readBack(await made(sheetOf(rows, [number, { ...text, onScreenOnly: true }])))
    expect(sheets[0]?.pageSetup?.printArea).toBe('$A$1:$A$4')
    expect(sheets[0]?.tables?.[0]?.range).toBe('A2:B4')
  })

  it('names its font everywhere, 11 points or larger', async () => {
    const styles = await partOf(await made(sheetOf(rows, [text, number])), 'xl/styles.xml')
    const fonts = [...styles.matchAll(/<font>(.*?)<\/font>/g)].map(([, font]) => font ?? '')
    expect(fonts.map((font) => /<name val="([^"]*)"/.exec(font)?.[1])).toEqual(Array(4).fill('Calibri'))
    expect(fonts.filter((font) => Number(/<sz val="(\d+)"/.exec(font)?.[1]) < 11)).toEqual([])
  })

  it('gives a row the height of its longest text, up to twelve lines', async () => {
    const wrapping = { ...text, wraps: true, width: 21 }
    const values = ['short', 'A line of the text. '.repeat(3).trim(), 'word '.repeat(5000)]
    const path = await made(
      sheetOf(
        values.map((value) => ({ text: value })),
        [wrapping],
      ),
    )
    const xml = await partOf(path, 'xl/worksheets/sheet1.xml')
    expect([...xml.matchAll(/<row r="[345]" ht="(\d+)"/g)].map(([, height]) => Number(height))).toEqual([
      19, 49, 184,
    ])
  })

  it.each([
    ['one', 'two'],
    ['Watch', 'On target'],
  ])('colours by code, whatever the words are: %s, %s', async (one, two) => {
    const coloured = { ...text, words: { one, two }, colours: { two: 'FFB23A0E' } }
    const { sheets } = await readBack(await made(sheetOf(rows, [coloured])))
    expect(sheets[0]?.rows.slice(2).map(([cell]) => cell)).toEqual([one, two])
    const fonts = [2, 3].map((row) => sheets[0]?.cells?.get(`${row},0`)?.style?.font)
    expect(fonts.map((font) => [font?.bold ?? false, font?.color?.rgb])).toEqual([
      [false, '1F2933'],
      [true, 'B23A0E'],
    ])
  })

  it('is readable when a name has an apostrophe, by ExcelJS too', async () => {
    const path = await made({ ...sheetOf(rows), name: "Dana's [own] notes: a/b? and far too long for a tab" })
    const name = 'Dana’s  own  notes  a b  and fa'
    expect((await readBack(path)).sheets[0]).toMatchObject({ name, pageSetup: { printArea: '$A$1:$A$4' } })
    const workbook = await new ExcelJS.Workbook().xlsx.readFile(path)
    expect(workbook.worksheets.map((sheet) => sheet.name)).toEqual([name])
  })

  it('is whole without any rows', async () => {
    const { sheets } = await readBack(await made(sheetOf([])))
    expect(sheets[0]?.rows).toEqual([['The data'], ['Text']])
    // A table has one row at least.
    expect(sheets[0]?.tables?.[0]?.range).toBe('A2:A3')
  })

  it('stands beside others in the order given, in a workbook that says what it is', async () => {
    const { sheets, properties } = await readBack(
      await made({ ...sheetOf([]), name: 'Second' }, { ...sheetOf(someRows(3)), name: 'First' }),
    )
    expect(sheets.map(({ name, rows: { length } }) => [name, length])).toEqual([
      ['Second', 2],
      ['First', 5],
    ])
    expect(properties).toMatchObject({
      title: 'Review of March',
      creator: 'Evenkeel',
      created: new Date('2026-03-31T13:02:00Z'),
    })
  })
})

describe('writing a workbook', () => {
  it('gives other work its turn between rows and reports progress', async () => {
    let turns = 0
    let isWriting = true
    const reports: number[] = []
    async function* rows(): AsyncGenerator<SheetRow> {
      yield* someRows(20_000)
      isWriting = false
    }
    const others = (async () => {
      while (isWriting) {
        await nextTurn()
        turns++
      }
    })()
    const progress = { ...options, onProgress: (rows: number) => reports.push(rows) }
    await writeWorkbook(temporaryPath(), [sheetOf(rows())], progress)
    await others
    expect(turns).toBeGreaterThan(5)
    expect(reports.length).toBeGreaterThan(5)
    expect(reports).toEqual(reports.toSorted((a, b) => a - b))
  })

  it('stops at a cancel and leaves nothing behind', async () => {
    const path = temporaryPath()
    const abort = new AbortController()
    const cancelling = { ...options, signal: abort.signal, onProgress: () => abort.abort() }
    await expect(writeWorkbook(path, [sheetOf(endless())], cancelling)).rejects.toMatchObject({
      code: 'CANCELLED',
    })
    expect(readdirSync(dirname(path))).toEqual([])
  })

  it('makes no file when it was cancelled before it began', async () => {
    const path = temporaryPath()
    const cancelled = { ...options, signal: AbortSignal.abort() }
    await expect(writeWorkbook(path, [sheetOf([])], cancelled)).rejects.toMatchObject({ code: 'CANCELLED' })
    expect(readdirSync(dirname(path))).toEqual([])
  })

  it('passes on what goes wrong with the rows and leaves nothing behind', async () => {
    const path = temporaryPath()
    async function* broken(): AsyncGenerator<SheetRow> {
      yield { text: 'fine' }
      throw new Error('The rows broke off')
    }
    await expect(writeWorkbook(path, [sheetOf(broken())], options)).rejects.toThrow('The rows broke off')
    expect(readdirSync(dirname(path))).toEqual([])
  })

  it('passes on that the folder is not there', async () => {
    const path = `${temporaryPath()}/not/there.xlsx`
    await expect(writeWorkbook(path, [sheetOf([])], options)).rejects.toMatchObject({ code: 'ENOENT' })
  })

  it.skipIf(!existsSync('/dev/full'))('says so when the disk is full', async () => {
    const path = temporaryPath()
    symlinkSync('/dev/full', `${path}.tmp`)
    await expect(writeWorkbook(path, [sheetOf(endless())], options)).rejects.toMatchObject({
      code: 'UNAVAILABLE',
      message: expect.stringContaining('The disk is full'),
    })
    expect(readdirSync(dirname(path))).toEqual([])
  })
})

describe('columns and tabs', () => {
  it.each([
    [0, 'A'],
    [25, 'Z'],
    [26, 'AA'],
    [51, 'AZ'],
    [701, 'ZZ'],
    [702, 'AAA'],
  ])('letters column %i as %s', (index, letters) => {
    expect(columnLetters(index)).toBe(letters)
  })

  it.each([
    ['Summary', 'Summary'],
    ["'Quoted'", '’Quoted’'],
    ['a\\b*c\n', 'a b c'],
  ])('names a tab for %j %j', (name, tab) => {
    expect(tabName(name)).toBe(tab)
  })

  it.each([
    ['', 20, 1],
    ['one line', 20, 1],
    ['a\nb\nc', 20, 3],
    ['aaaaaaaaaa bbbbbbbbbb cccccccccc', 11, 3],
    ['x'.repeat(50), 11, 5],
    ['您'.repeat(20), 11, 4],
  ])('counts the lines of %j in %i characters as %i', (value, width, lines) => {
    expect(linesIn(value, width)).toBe(lines)
  })
})
