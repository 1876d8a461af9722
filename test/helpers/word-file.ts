import { makeZip } from './zip.ts'

const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const drawing = 'http://schemas.openxmlformats.org/drawingml/2006'
const types = 'http://schemas.openxmlformats.org/package/2006'

const run = (text: string) => `<w:r><w:t xml:space="preserve">${text}</w:t></w:r>`

/** The parts of a Word document's body. */
export const wordPart = {
  heading: (level: number, text: string) =>
    `<w:p><w:pPr><w:pStyle w:val="Heading${level}"/></w:pPr>${run(text)}</w:p>`,
  /** Words, or runs such as those of `footnote` and `link`. */
  paragraph: (...parts: string[]) =>
    `<w:p>${parts.map((part) => (part.startsWith('<w:') ? part : run(part))).join('')}</w:p>`,
  /** The notes of a file are counted from 2, as Word does. */
  footnote: (id: number) => `<w:r><w:footnoteReference w:id="${id}"/></w:r>`,
  /** Leads to the address of the file. */
  link: (text: string) => `<w:hyperlink r:id="rId10" xmlns:r="${office}">${run(text)}</w:hyperlink>`,
  tracked: (before: string, inserted: string, deleted: string) =>
    `<w:p>${run(before)}<w:ins w:id="1" w:author="A">${run(inserted)}</w:ins><w:del w:id="2" w:author="A"><w:r><w:delText>${deleted}</w:delText></w:r></w:del></w:p>`,
  table: (rows: string[][]) =>
    `<w:tbl>${rows.map((cells) => `<w:tr>${cells.map((cell) => `<w:tc><w:p>${run(cell)}</w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`,
  item: (text: string, level = 0) =>
    `<w:p><w:pPr><w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="1"/></w:numPr></w:pPr>${run(text)}</w:p>`,
  image: () =>
    `<w:p><w:r><w:drawing><wp:inline xmlns:wp="${drawing}/wordprocessingDrawing"><wp:docPr id="1" name="Picture" descr="A > B"/><a:graphic xmlns:a="${drawing}/main"><a:graphicData><pic:pic xmlns:pic="${drawing}/picture"><pic:blipFill><a:blip r:embed="rId9" xmlns:r="${office}"/></pic:blipFill></pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>`,
}

type Apart = { footnotes?: readonly string[]; comments?: readonly string[]; address?: string }

/** A Word document with headings, bullets and one picture to refer to, and what stands beside its body. */
export function wordFile(
  body: readonly string[],
  { footnotes = [], comments = [], address = 'https://example.com' }: Apart = {},
): Buffer {
  const notes = footnotes.map(
    (text, at) => `<w:footnote w:id="${at + 2}"><w:p>${run(text)}</w:p></w:footnote>`,
  )
  const remarks = comments.map((text, at) => `<w:comment w:id="${at}"><w:p>${run(text)}</w:p></w:comment>`)
  const style = (level: number) =>
    `<w:style w:type="paragraph" w:styleId="Heading${level}"><w:name w:val="heading ${level}"/></w:style>`
  const bullet = (level: number) => `<w:lvl w:ilvl="${level}"><w:numFmt w:val="bullet"/></w:lvl>`
  return makeZip([
    {
      name: '[Content_Types].xml',
      data: `<Types xmlns="${types}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" ContentType="image/png"/><Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml"/></Types>`,
    },
    {
      name: '_rels/.rels',
      data: `<Relationships xmlns="${types}/relationships"><Relationship Id="rId1" Type="${office}/officeDocument" Target="word/document.xml"/></Relationships>`,
    },
    {
      name: 'word/_rels/document.xml.rels',
      data: `<Relationships xmlns="${types}/relationships"><Relationship Id="rId7" Type="${office}/styles" Target="styles.xml"/><Relationship Id="rId8" Type="${office}/numbering" Target="numbering.xml"/><Relationship Id="rId9" Type="${office}/image" Target="media/image1.png"/><Relationship Id="rId10" Type="${office}/hyperlink" Target="${address}" TargetMode="External"/><Relationship Id="rId11" Type="${office}/footnotes" Target="footnotes.xml"/><Relationship Id="rId12" Type="${office}/comments" Target="comments.xml"/></Relationships>`,
    },
    {
      name: 'word/styles.xml',
      data: `<w:styles xmlns:w="${word}">${[1, 2, 3, 4].map(style).join('')}</w:styles>`,
    },
    {
      name: 'word/numbering.xml',
      data: `<w:numbering xmlns:w="${word}"><w:abstractNum w:abstractNumId="0">${[0, 1].map(bullet).join('')}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>`,
    },
    { name: 'word/footnotes.xml', data: `<w:footnotes xmlns:w="${word}">${notes.join('')}</w:footnotes>` },
    { name: 'word/comments.xml', data: `<w:comments xmlns:w="${word}">${remarks.join('')}</w:comments>` },
    { name: 'word/media/image1.png', data: Buffer.from('89504e470d0a1a0a', 'hex') },
    {
      name: 'word/document.xml',
      data: `<w:document xmlns:w="${word}"><w:body>${body.join('')}</w:body></w:document>`,
    },
  ])
}
