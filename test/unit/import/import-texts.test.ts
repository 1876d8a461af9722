import { afterAll, describe, expect, it } from 'vitest'
import { createImportFolder, importedRow } from '../../helpers/import-files.ts'
import { wordDocument } from '../../helpers/workbook.ts'

const folder = createImportFolder()
afterAll(folder.remove)

describe('a set of documents', () => {
  it('is one output a file, named by its file; an unreadable one does not stop the others', async () => {
    const read = await folder.read(
      folder.file('one.txt', Buffer.from('Gr\xfc\xdfe', 'latin1')),
      folder.file('two.md', '\uFEFF# Dear Ms Ito\r\n\r\nThank you, <html> and all.'),
      folder.file('three.docx', wordDocument(['Dear Ms Ito', 'Thank you &amp; goodbye'])),
      folder.file('four.docx', 'PK\x03\x04'),
      folder.file('five.txt', ''),
    )
    expect(read).toEqual({
      rows: [
        importedRow({ row: 1, aiText: 'Grüße', externalId: 'one.txt' }),
        importedRow({ row: 2, aiText: '# Dear Ms Ito\n\nThank you, <html> and all.', externalId: 'two.md' }),
        importedRow({ row: 3, aiText: 'Dear Ms Ito\n\nThank you & goodbye', externalId: 'three.docx' }),
      ],
      problems: [
        {
          row: 4,
          column: null,
          kept: false,
          reason:
            '"four.docx" is damaged: it could not be unpacked. Save or export it again and choose the new file.',
        },
        {
          row: 5,
          column: null,
          kept: false,
          reason: '"five.txt" is empty. Choose a file that holds outputs.',
        },
      ],
      rowCount: 5,
      keptCount: 3,
    })
  })

  it('may be one file, but a table saved as "Unicode text" by Excel is a table', async () => {
    const text = await folder.preview(folder.file('a.txt', 'Dear Ms Ito,\nthank you'))
    const table = await folder.preview(
      folder.file('a.txt', Buffer.from('\uFEFFid\tanswer\r\n1\tDear Ms Ito\r\n', 'utf16le')),
    )
    expect(
      [text, table].map(({ format, encoding, delimiter, rowCount }) => ({
        format,
        encoding,
        delimiter,
        rowCount,
      })),
    ).toEqual([
      { format: 'texts', encoding: null, delimiter: null, rowCount: 1 },
      { format: 'csv', encoding: 'UTF-16LE', delimiter: '\t', rowCount: 1 },
    ])
  })
})
