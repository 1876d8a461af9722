import { truncateSync } from 'node:fs'
import { afterAll, describe, expect, it } from 'vitest'
import { openFailure } from '../../../electron/core/import/formats/source-bytes.ts'
import { cpuTime } from '../../helpers/cpu-time.ts'
import { createImportFolder, refusalOf } from '../../helpers/import-files.ts'
import { inlineRow, rawWorkbook, wordDocument } from '../../helpers/workbook.ts'
import { makeZip } from '../../helpers/zip.ts'

const folder = createImportFolder()
afterAll(folder.remove)

const ole = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
const rows = inlineRow(1, ['answer']) + inlineRow(2, ['Dear Ms Ito'])
const doctype = '<!DOCTYPE x [<!ENTITY e SYSTEM "file:///etc/passwd">]>'
const nulRow = Buffer.from(`id,answer\n${'1,text\n'.repeat(900)}2,a\0b\n`)
const many = (count: number, of: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => of(index)).join(',')

describe('a file that cannot be imported is refused with a sentence', () => {
  it.each<[string, string | Buffer, string]>([
    ['a.csv', '', '"a.csv" is empty. Choose a file that holds outputs.'],
    ['a.csv', ' \n\n', '"a.csv" holds only blank lines. Choose a file that holds outputs.'],
    [
      'a.csv',
      ',,\n,,',
      'No column of "a.csv" holds text, so there is nothing to review. Choose a file with the text of the outputs.',
    ],
    ['a.csv', 'id,answer\n', '"a.csv" has a header but no rows below it. Choose a file that holds outputs.'],
    [
      'a.csv',
      'a,b\n1,2\n3,4\n',
      'No column of "a.csv" holds text, so there is nothing to review. Choose a file with the text of the outputs.',
    ],
    [
      'a.csv',
      'a,b\n1,2,3\n',
      '"a.csv" has 1 rows, and none of them fits the header. Check the header and the delimiter.',
    ],
    [
      'a.csv',
      `${many(501, (index) => `c${index}`)}\n`,
      '"a.csv" has 501 columns; the most is 500. Keep only those you need and choose it again.',
    ],
    [
      'a.csv',
      `answer\n${'x\n'.repeat(100_001)}`,
      '"a.csv" has more than 100,000 rows. Split it by period and import the parts one by one.',
    ],
    [
      'a.csv',
      'id,answer\n1,one\n2,"two\n3,three\n',
      '"a.csv": a quotation mark that opens in row 3 (before "two 3,three") is never closed, so the rows after it cannot be told apart. Close or remove it, then choose the file again.',
    ],
    [
      'a.csv',
      nulRow,
      '"a.csv" holds characters that no text has (NUL, first in line 902). It is damaged, or not a text file. Export it again as CSV with the encoding UTF-8.',
    ],
    [
      'a.csv',
      Buffer.from('%PDF-1.7\n'),
      '"a.csv" is a PDF, whatever its name says. Evenkeel reads CSV, Excel (.xlsx), JSON, JSONL, .txt, .md, .docx, or the .zip that Claude or ChatGPT sent you.',
    ],
    [
      'A.PDF',
      Buffer.from('%PDF-1.7\n'),
      '"A.PDF" is a PDF. Evenkeel reads CSV, Excel (.xlsx), JSON, JSONL, .txt, .md, .docx, or the .zip that Claude or ChatGPT sent you.',
    ],
    [
      'a.csv',
      Buffer.from('ffd8ffe000104a464946', 'hex'),
      '"a.csv" is a JPEG picture, whatever its name says. Evenkeel reads CSV, Excel (.xlsx), JSON, JSONL, .txt, .md, .docx, or the .zip that Claude or ChatGPT sent you.',
    ],
    [
      'a.xls',
      '<!DOCTYPE html><table>',
      '"a.xls" is a web page, not a table. Export it as CSV or .xlsx instead.',
    ],
    [
      'a.xls',
      ole,
      '"a.xls" is an old Excel file (.xls). Open it in Excel, save it as .xlsx or CSV, and choose that file.',
    ],
    [
      'a.xlsx',
      Buffer.concat([ole, Buffer.from('EncryptedPackage', 'utf16le')]),
      '"a.xlsx" is protected by a password. Open it in Excel, save a copy without the password, and choose the copy.',
    ],
    [
      'a.xlsx',
      'id,answer\n1,one',
      '"a.xlsx" is named .xlsx, but it holds plain text. If it is a CSV file, rename it to end in .csv.',
    ],
    [
      'a.xlsx',
      Buffer.from('PK\x03\x04 and nothing else'),
      '"a.xlsx" is damaged: it could not be unpacked. Save or export it again and choose the new file.',
    ],
    [
      'a.xlsx',
      makeZip([{ name: 'xl/workbook.xml', data: '<workbook' }]),
      '"a.xlsx" is damaged: it could not be unpacked. Save or export it again and choose the new file.',
    ],
    [
      'a.xlsx',
      rawWorkbook({}),
      '"a.xlsx" has no sheet with cells. Save it in Excel again and choose the new file.',
    ],
    ['a.xlsx', rawWorkbook({ A: '' }), '"a.xlsx" holds no rows. Choose a file that holds outputs.'],
    [
      'a.xlsx',
      rawWorkbook({ A: `${rows}<row r="3"><c r="SH3"><v>1</v></c></row>` }),
      '"a.xlsx", row 3: there are more than 500 columns. Keep only those you need and choose it again.',
    ],
    [
      'a.xlsx',
      rawWorkbook({ A: rows }, [{ name: 'xl/styles.xml', data: `${doctype}<styleSheet/>` }]),
      '"a.xlsx" holds a document type declaration, which no workbook needs. Save it in Excel again and choose the new file.',
    ],
    [
      'a.xlsx',
      rawWorkbook({ A: rows.replace('Dear', '&xxe;') }),
      '"a.xlsx" is damaged: it could not be unpacked. Save or export it again and choose the new file.',
    ],
    [
      'a.xlsx',
      rawWorkbook({ A: rows.replace('Dear', 'Dear '.repeat(900_000)) }),
      '"a.xlsx" holds a cell of more than 4 MB, which no spreadsheet program writes. Save its data as CSV and choose that file.',
    ],
    [
      'a.xlsx',
      makeZip([
        { name: 'xl/workbook.xml', data: '' },
        { name: 'xl/_rels/workbook.xml.rels', data: 'x', isEncrypted: true },
      ]),
      '"a.xlsx" is protected by a password. Save a copy without the password and choose the copy.',
    ],
    [
      'a.xlsx',
      rawWorkbook(
        { A: rows },
        Array.from({ length: 200 }, (_, index) => ({ name: `p${index}`, data: '' })),
      ),
      '"a.xlsx" has 203 parts; the most is 200. Save its data as CSV and choose that file.',
    ],
    [
      'a.zip',
      makeZip([{ name: 'photo.jpg', data: 'x' }]),
      '"a.zip" is a zip without a conversations.json. Choose the .zip as Claude or ChatGPT sent it, or unpack it and choose the files inside.',
    ],
    [
      'a.ods',
      makeZip([{ name: 'content.xml', data: '<x/>' }]),
      '"a.ods" is an OpenDocument file. Save it as .xlsx or CSV and choose that file.',
    ],
    [
      'a.json',
      '{"output": "one",\n "x": }',
      '"a.json" is not complete JSON: it stops making sense in line 2, character 7. Export it again and choose the new file.',
    ],
    [
      'a.json',
      'id,answer\n1,one',
      '"a.json" is not complete JSON: it stops making sense in line 1, character 1. Export it again and choose the new file.',
    ],
    [
      'a.json',
      '[{"output": "one"}, {"output": "tw',
      '"a.json" is not complete JSON: it stops making sense in line 1, character 32. Export it again and choose the new file.',
    ],
    [
      'a.json',
      '[{"a": 1},\n {"b": 2},\n]]',
      '"a.json" is not complete JSON: it stops making sense in line 3, character 2. Export it again and choose the new file.',
    ],
    [
      'a.json',
      '[1, 2]',
      '"a.json" holds no list of objects. Evenkeel needs one object per output, with its text in a field.',
    ],
    [
      'a.json',
      '"one"',
      '"a.json" holds a single value, not a list of objects. Export the outputs as a list, one object each.',
    ],
    [
      'a.json',
      '{"a": [{"x": 1}], "b": [{"x": 1}]}',
      'No column of "a.json" holds text, so there is nothing to review. Choose a file with the text of the outputs.',
    ],
    [
      'a.json',
      `[{${many(501, (index) => `"k${index}":1`)}}]`,
      '"a.json" has more than 500 different fields. Keep only those you need and choose it again.',
    ],
    [
      'a.json',
      '[{"uuid":"c","chat_messages":[]}]',
      '"a.json" holds conversations, but no answers of the AI. Choose an export that has some.',
    ],
    [
      'a.jsonl',
      'one\ntwo',
      '"a.jsonl" is not JSONL: no line of it is a JSON object. Export it again, or choose a CSV file.',
    ],
    [
      'a.jsonl',
      '{"output":"one"}\n'.repeat(100_001),
      '"a.jsonl" has more than 100,000 rows. Split it by period and import the parts one by one.',
    ],
    [
      'a.json',
      `[${many(100_001, () => '{"output":"[{\\"one"}')}]`,
      '"a.json" has more than 100,000 rows. Split it by period and import the parts one by one.',
    ],
    [
      'a.docx',
      'plain',
      '"a.docx" is named .docx, but it holds no Word document. Save it from Word again and choose the new file.',
    ],
    [
      'a.docx',
      wordDocument(['x'], doctype),
      '"a.docx" holds a document type declaration, which no Word document needs. Save it from Word again.',
    ],
    ['a.txt', '  \n', '"a.txt" holds no text. Choose a document with an output in it.'],
  ])('%s %#', async (name, content, sentence) => {
    expect(await folder.refusal(folder.file(name, content))).toBe(sentence)
  })

  it.each([
    ['ENOENT', '"a.csv" is no longer where it was. Choose it again.'],
    [
      'EACCES',
      '"a.csv" cannot be opened: this computer does not allow Evenkeel to read it. Copy it to another folder and choose the copy.',
    ],
    ['EBUSY', '"a.csv" is open in another program. Close it there, then choose it again.'],
    ['EIO', '"a.csv" could not be read from the disk. Copy it to another folder and choose the copy.'],
  ])('which cannot be opened (%s)', (code, sentence) => {
    expect(openFailure('a.csv', code)).toBe(sentence)
  })

  it('which is gone, or a folder', async () => {
    expect(await folder.refusal({ path: `${folder.folder}/gone`, name: 'a.csv' })).toBe(
      openFailure('a.csv', 'ENOENT'),
    )
    expect(await folder.refusal({ path: folder.folder, name: 'a.csv' })).toBe(
      '"a.csv" is a folder. Choose the files inside it.',
    )
  })

  it('which is one of several that do not go together', async () => {
    const files = [folder.file('a.txt', 'x'), folder.file('b.csv', 'x')]
    expect(await folder.refusal(...files)).toBe(
      'Choose one table at a time, or several .txt, .md and .docx files. "b.csv" is not one of these.',
    )
  })
})

describe('a file built to do harm is refused in under two seconds', () => {
  const zeros = Buffer.alloc(150 * 1024 * 1024, 0x20)
  const bomb = rawWorkbook({ A: rows }, [{ name: 'xl/sharedStrings.xml', data: zeros }])
  const lying = rawWorkbook({ A: rows }, [{ name: 'xl/sharedStrings.xml', data: zeros, declaredSize: 1000 }])
  const chats = makeZip([{ name: 'conversations.json', data: zeros }])

  it.each([
    [
      'a zip bomb',
      'a.xlsx',
      bomb,
      '"a.xlsx" unpacks to 150 MB, far more than its size allows. Split it, or save its data as CSV and choose that file.',
    ],
    [
      'a zip that lies about its sizes',
      'a.xlsx',
      lying,
      '"a.xlsx" is damaged: it could not be unpacked. Save or export it again and choose the new file.',
    ],
    [
      'a bomb in a chat export',
      'a.zip',
      chats,
      '"a.zip" unpacks to 150 MB, far more than its size allows. Split it, or save its data as CSV and choose that file.',
    ],
    [
      'a bomb in a Word document',
      'a.docx',
      makeZip([{ name: 'word/document.xml', data: zeros }]),
      '"a.docx" unpacks to 150 MB, far more than its size allows. Split it, or save its data as CSV and choose that file.',
    ],
  ])('%s', async (_, name, content, sentence) => {
    const file = folder.file(name, content)
    const spent = await cpuTime(async () =>
      expect(await refusalOf(() => folder.reader.preview([file]))).toBe(sentence),
    )
    expect(spent).toBeLessThan(2000)
  })

  it('a file of 200 MB, by its size', async () => {
    const file = folder.file('big.csv', '')
    truncateSync(file.path, 200 * 1024 * 1024)
    const sentence =
      '"big.csv" is 200 MB; the most is 64 MB. Split it, or keep only the columns and the period you need.'
    const spent = await cpuTime(async () =>
      expect(await refusalOf(() => folder.reader.preview([file]))).toBe(sentence),
    )
    expect(spent).toBeLessThan(2000)
  })
})
