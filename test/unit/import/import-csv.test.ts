import fc from 'fast-check'
import { afterAll, describe, expect, it } from 'vitest'
import { findTable } from '../../../electron/core/import/columns/find-table.ts'
import { openCsv } from '../../../electron/core/import/formats/csv.ts'
import { decodeText } from '../../../electron/core/import/formats/encoding.ts'
import type { TableRow } from '../../../electron/core/import/table.ts'
import { createImportFolder, importedRow } from '../../helpers/import-files.ts'

const folder = createImportFolder()
afterAll(folder.remove)

/** Header and rows of a CSV text, with what the reader found out about it. */
async function parsed(text: string) {
  const table = findTable(openCsv(text, 'a.csv', 'UTF-8'), [], {})
  const rows: TableRow[] = []
  for await (const chunk of table.chunks) rows.push(...chunk)
  return { delimiter: table.delimiter, columns: table.columns(), rows }
}

describe('a CSV file', () => {
  it.each([',', ';', '\t', '|'])(
    'is split at its delimiter %j, quoted newlines and all',
    async (delimiter) => {
      const text = `id,answer\r\n1,"Dear ""Ms"" Ito,\r\n\r\nyes; no | maybe"\r\n2,x\r\n`
      const written = text
        .replace('id,answer', `id${delimiter}answer`)
        .replace('1,', `1${delimiter}`)
        .replace('2,', `2${delimiter}`)
      expect(await parsed(written)).toEqual({
        delimiter,
        columns: ['id', 'answer'],
        rows: [
          { row: 2, cells: ['1', 'Dear "Ms" Ito,\r\n\r\nyes; no | maybe'] },
          { row: 3, cells: ['2', 'x'] },
        ],
      })
    },
  )

  it.each([
    [
      'a single column of prose',
      'answer\nYes, we do\nNo; sorry, but no\n',
      ['Yes, we do', 'No; sorry, but no'],
    ],
    ['lines that end in CR only', 'answer\rone\rtwo', ['one', 'two']],
    ['lines that end in LF and CRLF', 'answer\r\none\ntwo\r\n', ['one', 'two']],
    ['the apostrophe of an exported formula', "answer\n'=1+1\n'tis", ['=1+1', "'tis"]],
  ])('may hold %s', async (_, text, cells) => {
    expect((await parsed(text)).rows.map((row) => row.cells)).toEqual(cells.map((cell) => [cell]))
  })

  it('counts rows as a spreadsheet does and skips empty ones', async () => {
    expect((await parsed('\n\nid,answer\n\n1,a\n,\n2,b')).rows).toEqual([
      { row: 5, cells: ['1', 'a'] },
      { row: 7, cells: ['2', 'b'] },
    ])
  })

  it('names columns that have no name, and takes __proto__ as a name like any other', async () => {
    const read = await folder.read(
      folder.file('a.csv', '__proto__,constructor, ,answer\nx,y,z,Dear Ms Ito\n'),
    )
    const preview = await folder.preview(
      folder.file('a.csv', '__proto__,constructor, ,answer\nx,y,z,Dear Ms Ito\n'),
    )
    expect(preview.columns.map((column) => column.name)).toEqual([
      '__proto__',
      'constructor',
      'Column C',
      'answer',
    ])
    expect(read.rows).toEqual([importedRow({ row: 2, aiText: 'Dear Ms Ito' })])
    expect(Object.keys(Object.prototype)).toEqual([])
  })

  it('leaves out rows with more cells than the header, names them, and keeps the others', async () => {
    const read = await folder.read(folder.file('a.csv', 'id,answer\n1,one\n2,two, and more\n3,three,\n'))
    expect(read).toEqual({
      rows: [
        importedRow({ row: 2, aiText: 'one', externalId: '1' }),
        importedRow({ row: 4, aiText: 'three', externalId: '3' }),
      ],
      problems: [
        {
          row: 3,
          column: null,
          kept: false,
          reason:
            'The row has 3 cells, but the header has 2, so it was left out. A text that holds the delimiter needs quotation marks around it.',
        },
      ],
      rowCount: 3,
      keptCount: 2,
    })
  })

  it('warns of a quotation mark that is not written twice', async () => {
    const read = await folder.read(folder.file('a.csv', 'id,answer\n1,"He said "hi" to me"\n2,fine\n'))
    expect(read.rows.map((row) => row.aiText)).toEqual(['He said "hi" to me', 'fine'])
    expect(read.problems.map(({ row, kept }) => ({ row, kept }))).toEqual([{ row: 2, kept: true }])
  })

  it('reads rows longer than a slice, and rows cut by one', async () => {
    const long = 'word '.repeat(30_000)
    const rows = Array.from(
      { length: 40 },
      (_, index) => `${index},"${index % 10 === 0 ? long : '"'.repeat(2 * (index % 5))}é"`,
    )
    const read = await parsed(`id,answer\n${rows.join('\n')}\n${'"",""\n'.repeat(3)}99,end`)
    expect(read.rows.map((row) => row.cells[0])).toEqual([
      ...Array.from({ length: 40 }, (_, index) => String(index)),
      '99',
    ])
    expect(read.rows[7]?.cells[1]).toBe('""é')
  })

  it('reads any table of strings back from any delimiter, newline, quoting and encoding', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', 'Ü', '“', ' ', '"', ',', ';', '\t', '|', '\n', '\r\n', '=', "'", '€', '0'),
      maxLength: 12,
    })
    const tables = fc
      .integer({ min: 2, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
      )
    await fc.assert(
      fc.asyncProperty(
        tables,
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n'),
        fc.constantFrom('UTF-8', 'UTF-16LE', 'UTF-16BE', 'Windows-1252'),
        async (table, delimiter, newline, encoding) => {
          const rows = table.filter((cells) => cells.some((text) => text.trim() !== ''))
          const header = rows[0]?.map((_, index) => `column ${index}`) ?? ['a', 'b']
          const quote = (text: string) => `"${escapeApostrophe(text).replaceAll('"', '""')}"`
          const text = [header, ...rows].map((cells) => cells.map(quote).join(delimiter)).join(newline)
          const decoded = decodeText(encode(`${text}${newline}`, encoding))
          const raw = openCsv(`sep=${delimiter}${newline}${decoded.text}`, 'a.csv', decoded.encoding)
          const read: TableRow[] = []
          for await (const chunk of raw.chunks) read.push(...chunk)
          expect(read.map((row) => row.cells)).toEqual([header, ...rows])
        },
      ),
      { numRuns: 300, seed: 20261121 },
    )
  })
})

describe('the encoding of a text', () => {
  const text = 'id,answer\r\n1,"Größe „naïve“ €"\r\n'
  it.each([
    ['UTF-8', Buffer.from(text)],
    ['UTF-8', Buffer.from(`\uFEFF${text}`)],
    ['UTF-8', Buffer.from(`${text}é`).subarray(0, -1)],
    ['UTF-16LE', encode(`\uFEFF${text}`, 'UTF-16LE')],
    ['UTF-16LE', encode(text, 'UTF-16LE')],
    ['UTF-16BE', encode(`\uFEFF${text}`, 'UTF-16BE')],
    ['UTF-16BE', encode(text, 'UTF-16BE')],
    ['Windows-1252', encode(text, 'Windows-1252')],
  ])('%s is found without being told (%#)', (encoding, bytes) => {
    const decoded = decodeText(bytes)
    expect({ ...decoded, text: decoded.text.slice(0, text.length) }).toEqual({
      text,
      encoding,
      hasStrays: false,
    })
  })
})

describe('a short text', () => {
  it('that ends in an accented letter of Windows-1252 is not taken for UTF-8 cut short', () => {
    expect(decodeText(Buffer.from('answer\ncafé', 'latin1'))).toEqual({
      text: 'answer\ncafé',
      encoding: 'Windows-1252',
      hasStrays: false,
    })
  })
})

const windows1252: Record<string, number> = { '€': 0x80, '„': 0x84, '“': 0x93 }

function encode(text: string, encoding: string): Buffer {
  if (encoding === 'UTF-8') return Buffer.from(text)
  if (encoding === 'UTF-16LE') return Buffer.from(text, 'utf16le')
  if (encoding === 'UTF-16BE') return Buffer.from(text, 'utf16le').swap16()
  return Buffer.from(Array.from(text, (character) => windows1252[character] ?? character.charCodeAt(0)))
}

/** What an export does to a text that begins like an escaped formula. */
function escapeApostrophe(text: string): string {
  return /^'+[=\t\r\n]/.test(text) ? `'${text}` : text
}
