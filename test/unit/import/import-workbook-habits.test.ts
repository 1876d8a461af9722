import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder } from '../../helpers/import-files.ts'
import { inlineRow, rawWorkbook } from '../../helpers/workbook.ts'
import { makeZip } from '../../helpers/zip.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const header = inlineRow(1, ['Request', 'AI text', 'Date'])
const styles =
  '<styleSheet><numFmts><numFmt numFmtId="170" formatCode="[$-409]d\\ mmmm&quot; der &quot;yyyy;@"/><numFmt numFmtId="171" formatCode="[h]:mm"/><numFmt numFmtId="172" formatCode="&quot;days&quot; 0.0 [Red]"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="171"/><xf numFmtId="172"/><xf numFmtId="22"/></cellXfs></styleSheet>'
const withStyles = [{ name: 'xl/styles.xml', data: styles }]

/** The cells of the rows below the header, as the preview samples them. */
async function read(rows: string, extra: Parameters<typeof rawWorkbook>[1] = withStyles) {
  return folder.read(folder.file('a.xlsx', rawWorkbook({ Data: header + rows }, extra)))
}
const texts = async (rows: string) => (await read(rows)).rows.map(({ aiText }) => aiText)
const days = async (rows: string) => (await read(rows)).rows.map(({ occurredOn }) => occurredOn)
const row = (number: number, third: string) =>
  `<row r="${number}"><c r="B${number}" t="inlineStr"><is><t>Dear Ms Ito</t></is></c>${third}</row>`

describe('what a formula last showed', () => {
  it('is a value like any other where the formula was filled down', async () => {
    const shared = (number: number, formula: string) =>
      `<row r="${number}"><c r="B${number}" t="str">${formula}<v>Text ${number}</v></c><c r="C${number}" s="1">${formula}<v>${46080 + number}</v></c></row>`
    const { rows } = await read(
      shared(2, '<f t="shared" ref="B2:B4" si="0">TRIM(F2)</f>') +
        shared(3, '<f t="shared" si="0"/>') +
        shared(4, '<f t="shared" si="0"></f>'),
    )
    expect(rows.map(({ aiText, occurredOn }) => [aiText, occurredOn])).toEqual([
      ['Text 2', '2026-03-01'],
      ['Text 3', '2026-03-02'],
      ['Text 4', '2026-03-03'],
    ])
  })

  it('is read in an array formula and where the text is empty', async () => {
    const { rows, problems } = await read(
      '<row r="2"><c r="A2" t="str"><f>IF(1,"","x")</f><v></v></c><c r="B2" t="str"><f t="array" ref="B2">F2</f><v>Array</v></c></row>',
    )
    expect([rows.map(({ aiText, request }) => [aiText, request]), problems]).toEqual([[['Array', null]], []])
  })

  it('that failed, or was never calculated, is named', async () => {
    const { problems } = await read(
      '<row r="2"><c r="B2" t="e"><f>NA()</f><v>#N/A</v></c></row>' +
        '<row r="3"><c r="B3"><f>F3</f></c></row>' +
        row(4, '<c r="C4" s="1" t="e"><f>1/0</f><v>#DIV/0!</v></c>') +
        row(5, '<c r="C5" s="1"><v>46082</v></c>'),
    )
    expect(problems).toEqual([
      {
        row: 2,
        column: 'AI text',
        kept: false,
        reason: 'The cell holds the spreadsheet error #N/A. The row was left out.',
      },
      {
        row: 3,
        column: 'AI text',
        kept: false,
        reason:
          'The cell holds a formula whose result is not stored. Open the file in Excel, save it, and choose it again. The row was left out.',
      },
      { row: 4, column: 'Date', kept: true, reason: 'The cell holds the spreadsheet error #DIV/0!.' },
    ])
  })
})

describe('a workbook that Excel did not write', () => {
  const prefixed = (xml: string) => xml.replaceAll(/<(\/?)(?!\?)/g, '<$1x:')

  it('may put a prefix before every name', async () => {
    const sheet = `<sheetData>${header}${row(2, '<c r="C2" s="1"><v>46082</v></c>')}</sheetData>`
    const relation =
      '<Relationship Id="R1" Type="http://purl.oclc.org/ooxml/officeDocument/relationships/worksheet" Target="..\\xl\\Worksheets\\Sheet.xml"/>'
    const book = makeZip([
      {
        name: 'xl/workbook.xml',
        data: '<x:workbook xmlns:x="m" xmlns:rel="r"><x:workbookPr/><x:sheets><x:sheet name="S" sheetId="1" rel:id="R1"/></x:sheets></x:workbook>',
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        data: `\uFEFF<Relationships>${relation}<Relationship Id="R2" Type="x/styles" Target="/xl/styles.xml"/></Relationships>`,
      },
      { name: 'xl/styles.xml', data: prefixed(styles).replace('<x:styleSheet', '<x:styleSheet xmlns:x="m"') },
      {
        name: 'xl/worksheets/sheet.xml',
        data: Buffer.from(
          `\uFEFF<?xml version="1.0" encoding="utf-16"?>${prefixed(`<worksheet>${sheet}</worksheet>`)}`,
          'utf16le',
        ),
      },
    ])
    const { rows } = await folder.read(folder.file('report.xlsx', book))
    expect(rows.map(({ aiText, occurredOn }) => [aiText, occurredOn])).toEqual([
      ['Dear Ms Ito', '2026-03-01'],
    ])
  })

  it('may leave out the references of cells and rows', async () => {
    expect(
      await texts(
        '<row><c t="inlineStr"><is><t>Where?</t></is></c><c t="inlineStr"><is><t>Here</t></is></c></row>' +
          '<row><c r="B3" t="inlineStr"><is><t>There</t></is></c></row>' +
          '<row><c/><c t="str"><v>Everywhere</v></c></row>',
      ),
    ).toEqual(['Here', 'There', 'Everywhere'])
  })

  it('may write its texts as CDATA', async () => {
    expect(
      await texts(
        '<row r="2"><c r="B2" t="inlineStr"><is><t><![CDATA[Dear <b>Ms]]> Ito &amp; <![CDATA[co & sons]]></t></is></c></row>' +
          '<row r="3"><c r="B3" t="str"><v><![CDATA[1 < 2]]></v></c></row>',
      ),
    ).toEqual(['Dear <b>Ms Ito & co & sons', '1 < 2'])
  })

  it('may write its days as ISO', async () => {
    expect(
      await days(
        row(2, '<c r="C2" t="d"><v>2026-03-04</v></c>') +
          row(3, '<c r="C3" t="d" s="1"><v>2026-03-05T00:00:00</v></c>') +
          row(4, '<c r="C4" t="d"><v>2026-03-06T14:30:00.000</v></c>'),
      ),
    ).toEqual(['2026-03-04', '2026-03-05', '2026-03-06'])
  })

  it.each(['1', 'true'])('may count days from 1904 (%s)', async (word) => {
    const file = folder.file('mac.xlsx', counting1904(word))
    expect((await folder.read(file)).rows.map(({ occurredOn }) => occurredOn)).toEqual(['2026-03-01'])
  })

  it('shows a number as its format does: a day, a duration, or a number', async () => {
    const { columns } = await folder.preview(
      folder.file(
        'a.xlsx',
        rawWorkbook(
          {
            Data:
              inlineRow(1, ['answer', 'day', 'took', 'rest', 'moment']) +
              `<row r="2"><c r="A2" t="inlineStr"><is><t>Dear</t></is></c><c r="B2" s="1"><v>46082</v></c><c r="C2" s="2"><v>1.0625</v></c><c r="D2" s="3"><v>46082.50000000001</v></c><c r="E2" s="4"><v>46082.604166666664</v></c></row>`,
          },
          withStyles,
        ),
      ),
    )
    expect(columns.map(({ name, samples }) => [name, ...samples])).toEqual([
      ['answer', 'Dear'],
      ['day', '2026-03-01'],
      ['took', '25:30:00'],
      ['rest', '46082.50000000001'],
      ['moment', '2026-03-01T14:30:00'],
    ])
  })
})

/** A workbook of the calendar that old Macs count in, said with `word`. */
function counting1904(word: string): Buffer {
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
  return makeZip([
    {
      name: 'xl/workbook.xml',
      data: `<workbook xmlns="${main}" xmlns:r="${office}"><workbookPr date1904="${word}"/><sheets><sheet name="Data" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    },
    {
      name: 'xl/_rels/workbook.xml.rels',
      data: `<Relationships><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    },
    { name: 'xl/styles.xml', data: styles },
    {
      name: 'xl/worksheets/sheet1.xml',
      data: `<worksheet><sheetData>${header}${row(2, '<c r="C2" s="1"><v>44620</v></c>')}</sheetData></worksheet>`,
    },
  ])
}
