import ExcelJS from 'exceljs'
import { writeXlsx } from 'hucre'
import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder, importedRow } from '../../helpers/import-files.ts'
import { inlineRow, rawWorkbook } from '../../helpers/workbook.ts'

const folder = createImportFolder()
afterAll(folder.remove)

async function workbook(fill: (book: ExcelJS.Workbook) => void, name = 'a.xlsx') {
  const book = new ExcelJS.Workbook()
  fill(book)
  return folder.file(name, Buffer.from(await book.xlsx.writeBuffer()))
}

const raw = (sheets: Record<string, string>, extra: Parameters<typeof rawWorkbook>[1] = []) =>
  folder.file('a.xlsx', rawWorkbook(sheets, extra))

describe('a workbook', () => {
  it('yields real dates, numbers, formatted text, and what formulas last showed', async () => {
    const file = await workbook((book) => {
      const sheet = book.addWorksheet('Outputs')
      sheet.addRow(['Ticket', 'Date', 'Reply', 'Minutes', 'CSAT', 'Agent'])
      sheet.addRow(['T-1', new Date('2026-03-04T00:00:00Z'), 'Dear Ms Ito &lt;b&gt; 東京', 6.5, 4, 'Ana'])
      sheet.addRow([
        17,
        new Date('2026-03-05T14:30:00Z'),
        { richText: [{ text: 'Dear ' }, { font: { bold: true }, text: 'Mr Sen' }] },
        { formula: '3*2', result: 6 },
        5,
        null,
      ])
      sheet.addRow([
        18,
        '06.03.2026',
        { formula: 'A1&"x"', result: 'From a formula & more' },
        { formula: '1-1', result: 0 },
        { formula: 'NA()', result: { error: '#N/A' } },
      ])
      sheet.addRow([19, 46085, { error: '#REF!' }])
      sheet.getColumn(2).numFmt = 'dd/mm/yyyy'
      sheet.getCell('B5').numFmt = 'General'
      sheet.getRow(3).hidden = true
    })
    const read = await folder.read(file)
    expect((await folder.preview(file)).found).toEqual({
      headerRows: [1],
      left: [{ why: 'hidden', count: 1, rows: [3] }],
    })
    expect(read.rows).toEqual([
      importedRow({
        row: 2,
        externalId: 'T-1',
        occurredOn: '2026-03-04',
        aiText: 'Dear Ms Ito <b> 東京',
        editMinutes: 6.5,
        satisfaction: 4,
        person: 'Ana',
      }),
      importedRow({
        row: 4,
        externalId: '18',
        occurredOn: '2026-03-06',
        aiText: 'From a formula & more',
        editMinutes: 0,
      }),
    ])
    expect(read.problems.map(({ row, column, kept }) => ({ row, column, kept }))).toEqual([
      { row: 4, column: 'CSAT', kept: true },
      { row: 5, column: 'Reply', kept: false },
    ])
  })

  it('lists its sheets; the first visible one with rows is read unless another is chosen', async () => {
    const file = await workbook((book) => {
      book.addWorksheet('Hidden', { state: 'hidden' }).addRows([['answer'], ['hidden']])
      book.addWorksheet('Cover')
      book.addWorksheet("Ana's replies").addRows([['answer'], ['first'], ['second']])
      book.addWorksheet('Notes').addRows([
        ['', 'note'],
        ['', 'later'],
      ])
    })
    const first = await folder.preview(file)
    const chosen = await folder.reader.preview([file], { sheet: 'Notes' })
    expect([first.sheets, first.rowCount, first.columns.map((column) => column.name)]).toEqual([
      ["Ana's replies", 'Cover', 'Notes', 'Hidden'],
      2,
      ['answer'],
    ])
    expect([chosen.sheets, chosen.rowCount, chosen.columns]).toEqual([
      ['Cover', "Ana's replies", 'Notes', 'Hidden'],
      1,
      [{ index: 1, name: 'note', samples: ['later'], filled: 1 }],
    ])
    await expect(folder.reader.preview([file], { sheet: 'Gone' })).rejects.toThrow(
      '"a.xlsx" has no sheet "Gone". Choose one of its sheets.',
    )
    await expect(folder.reader.preview([file], { sheet: 'Cover' })).rejects.toThrow('"a.xlsx" holds no rows.')
  })

  it('written by another program reads the same', async () => {
    const rows = [
      ['id', 'answer'],
      [1, 'Dear Ms Ito &amp; co\nThank you'],
      [2, '=1+1 as text'],
    ]
    const file = folder.file('a.xlsx', Buffer.from(await writeXlsx({ sheets: [{ name: 'Data', rows }] })))
    expect((await folder.read(file)).rows).toEqual([
      importedRow({ row: 2, externalId: '1', aiText: 'Dear Ms Ito & co\nThank you' }),
      importedRow({ row: 3, externalId: '2', aiText: '=1+1 as text' }),
    ])
  })

  it.each([
    [
      'texts kept in the cells',
      inlineRow(2, ['Dear &amp;lt;Ms&amp;gt; &quot;Ito&quot; &amp;amp; co']),
      'Dear <Ms> "Ito" & co',
    ],
    [
      'runs of formatted text',
      inlineRow(2, ['x']).replace(
        '<t>x</t>',
        '<r><t>Dear </t></r><r><rPr><b/></rPr><t xml:space="preserve">Ms Ito </t></r><r><t>1 &lt; 2</t></r><rPh sb="0" eb="1"><t>dia</t></rPh>',
      ),
      'Dear Ms Ito 1 < 2',
    ],
    ['escaped control characters', inlineRow(2, ['one_x000D_\ntwo']), 'one\ntwo'],
    ['a sheet with a macro beside it', inlineRow(2, ['Dear Ms Ito']), 'Dear Ms Ito'],
  ])('may hold %s', async (_, row, text) => {
    const file = raw({ Data: inlineRow(1, ['answer']) + row }, [
      { name: 'xl/vbaProject.bin', data: 'Sub AutoOpen()' },
    ])
    expect((await folder.read(file)).rows.map((imported) => imported.aiText)).toEqual([text])
  })

  it('drops reading aids, and keeps characters that a read of the file cuts in two', async () => {
    const long = '東京“é'.repeat(12_000)
    const shared = `<sst><si><t>answer</t></si><si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si><si><t>x${long}</t></si></sst>`
    const cell = (row: number, index: number) =>
      `<row r="${row}"><c r="A${row}" t="s"><v>${index}</v></c></row>`
    const file = raw({ Data: cell(1, 0) + cell(2, 1) + cell(3, 2) }, [
      { name: 'xl/sharedStrings.xml', data: shared },
    ])
    expect((await folder.read(file)).rows.map((row) => row.aiText)).toEqual(['東京', `x${long}`])
  })

  it('gives columns beyond the header a name', async () => {
    const file = await workbook((book) =>
      book.addWorksheet('A').addRows([['answer'], ['Dear Ms Ito', null, 'note']]),
    )
    expect((await folder.preview(file)).columns.map((column) => column.name)).toEqual(['answer', 'Column C'])
  })
})
