import { describe, expect, it } from 'vitest'
import { docxBlocks } from '../../../electron/core/import/formats/documents/docx-blocks.ts'
import { docxText } from '../../../electron/core/import/formats/docx.ts'
import { makeZip } from '../../helpers/zip.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

type Kind = 'footnote' | 'endnote'

/** A document of one paragraph whose last words refer to each note. */
function documentWith(kind: Kind, notes: readonly string[]): Buffer {
  const ids = notes.map((_, index) => index + 2)
  const references = ids.map((id) => `<w:r><w:${kind}Reference w:id="${id}"/></w:r>`).join('')
  const own = `<w:${kind} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:${kind}>`
  const said = notes.map(
    (text, index) =>
      `<w:${kind} w:id="${index + 2}"><w:p><w:r><w:${kind}Ref/></w:r><w:r><w:t>${text}</w:t></w:r></w:p></w:${kind}>`,
  )
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${types}.document.main+xml"/><Override PartName="/word/${kind}s.xml" ContentType="${types}.${kind}s+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="rId2" Type="${office}/${kind}s" Target="${kind}s.xml"/></Relationships>`,
    },
    {
      name: 'word/document.xml',
      data: `<w:document xmlns:w="${word}"><w:body><w:p><w:r><w:t>Refunds take five days.</w:t></w:r>${references}</w:p></w:body></w:document>`,
    },
    {
      name: `word/${kind}s.xml`,
      data: `<w:${kind}s xmlns:w="${word}">${own}${said.join('')}</w:${kind}s>`,
    },
  ])
}

describe('the notes of a Word document', () => {
  it.each<[Kind, readonly string[]]>([
    ['footnote', ['Working days, not calendar days.']],
    ['footnote', ['Working days.', 'Ten days for cards &amp; cheques.']],
    ['endnote', ['See the terms of March.']],
  ])('are kept: %s %j', async (kind, notes) => {
    const bytes = documentWith(kind, notes)
    const plain = notes.map((note) => note.replace('&amp;', '&'))
    const listed = plain.map((note, index) => `[${index + 1}] ${note}`)
    expect(await docxText(bytes, 'a.docx')).toBe(['Refunds take five days.', ...listed].join('\n\n'))
    const { blocks } = await docxBlocks(bytes, 'a.docx')
    const text = blocks.map((block) => block.text).join('\n')
    for (const note of plain) expect(text).toContain(note)
    expect(text).toContain('Refunds take five days.[1]')
  })
})
