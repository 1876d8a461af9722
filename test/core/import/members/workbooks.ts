import { inlineRow, rawWorkbook } from '../../../helpers/workbook.ts'
import type { Kept } from './imported.ts'
import type { Member } from './rows.ts'

const texts = [
  'The desk folds flat in a minute.',
  'Invoices are due in thirty days.',
  'The lamp is back on Monday.',
]
const kept: Kept[] = texts.map((text, at) => ({ text, id: `A-${at + 1}`, day: `2026-03-0${at + 2}` }))
const header = inlineRow(1, ['ID', 'AI text', 'Date'])
const styles =
  '<styleSheet><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="22"/></cellXfs></styleSheet>'
const withStyles = [{ name: 'xl/styles.xml', data: styles }]
const serial = (at: number) => 46083 + at

type Write = (text: string, at: number, row: number) => string
const sheet = (write: Write, top = header) => top + texts.map((text, at) => write(text, at, at + 2)).join('')
const book = (kind: string, write: Write, extra = withStyles, top = header): Member => [
  `workbook: ${kind}`,
  'a.xlsx',
  rawWorkbook({ Data: sheet(write, top) }, extra),
  kept,
]

const shared = ['ID', 'AI text', 'Date', ...texts.flatMap((text, at) => [`A-${at + 1}`, text])]
const sharedStrings = {
  name: 'xl/sharedStrings.xml',
  data: `<sst>${shared.map((text) => `<si><r><t>${text.slice(0, 3)}</t></r><r><rPr><b/></rPr><t xml:space="preserve">${text.slice(3)}</t></r><rPh sb="0" eb="1"><t>reading</t></rPh></si>`).join('')}</sst>`,
}

/** Workbooks as other writers than Excel put them, all with the same rows. */
export const workbookMembers: Member[] = [
  book(
    'formulas everywhere',
    (text, at, row) =>
      `<row r="${row}"><c r="A${row}" t="str"><f>"A-"&amp;ROW()</f><v>A-${at + 1}</v></c><c r="B${row}" t="str"><f t="shared" si="0"/><v>${text}</v></c><c r="C${row}" s="1"><f>TODAY()</f><v>${serial(at)}</v></c></row>`,
  ),
  book(
    'no references',
    (text, at) =>
      `<row><c t="inlineStr"><is><t>A-${at + 1}</t></is></c><c t="inlineStr"><is><t>${text}</t></is></c><c s="2"><v>${serial(at)}.5</v></c></row>`,
  ),
  book(
    'ISO days',
    (text, at, row) =>
      `<row r="${row}"><c r="A${row}" t="str"><v>A-${at + 1}</v></c><c r="B${row}" t="str"><v>${text}</v></c><c r="C${row}" t="d"><v>2026-03-0${at + 2}T09:00:00</v></c></row>`,
  ),
  book(
    'CDATA and references of characters',
    (text, at, row) =>
      `<row r="${row}"><c r="A${row}" t="inlineStr"><is><t><![CDATA[A-${at + 1}]]></t></is></c><c r="B${row}" t="inlineStr"><is><t>${text.replace(/ /, '&#32;')}</t></is></c><c r="C${row}" s="1"><v>${serial(at)}</v></c></row>`,
  ),
  book(
    'rich shared strings with readings',
    (_, at, row) =>
      `<row r="${row}"><c r="A${row}" t="s"><v>${3 + at * 2}</v></c><c r="B${row}" t="s"><v>${4 + at * 2}</v></c><c r="C${row}" s="1"><v>${serial(at)}</v></c></row>`,
    [...withStyles, sharedStrings],
  ),
  book(
    'numbers in a scientific form',
    (text, at, row) =>
      `<row r="${row}"><c r="A${row}" t="str"><v>A-${at + 1}</v></c><c r="B${row}" t="str"><v>${text}</v></c><c r="C${row}" s="1"><v>4.608${3 + at}E4</v></c></row>`,
  ),
  book(
    'a title above',
    (text, at, row) =>
      `<row r="${row + 3}"><c r="A${row + 3}" t="str"><v>A-${at + 1}</v></c><c r="B${row + 3}" t="str"><v>${text}</v></c><c r="C${row + 3}" s="1"><v>${serial(at)}</v></c></row>`,
    withStyles,
    inlineRow(1, ['Replies of March']) + inlineRow(4, ['ID', 'AI text', 'Date']),
  ),
  book(
    'columns out of order and empty cells',
    (text, at, row) =>
      `<row r="${row}"><c r="C${row}" s="1"><v>${serial(at)}</v></c><c r="A${row}" t="str"><v>A-${at + 1}</v></c><c r="B${row}" t="str"><v>${text}</v></c><c r="F${row}" s="1"/></row>`,
  ),
]
