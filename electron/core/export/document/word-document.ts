import { textParts } from '../../../../shared/domain/text/markdown-table.ts'
import { escapeXml } from '../workbook/xml.ts'
import { linesOf, type TextBlock } from './blocks.ts'

const office = 'http://schemas.openxmlformats.org/officeDocument/2006'
const packages = 'http://schemas.openxmlformats.org/package/2006'
const word = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main'
const wordTypes = 'application/vnd.openxmlformats-officedocument.wordprocessingml'

const styleIds = { title: 'Title', heading: 'Heading1', about: 'About', text: 'Normal' } as const

/** The parts of a Word document: title, headings and paragraphs in Word's own styles, so that it can be edited. */
export function wordDocument(
  title: string,
  blocks: readonly TextBlock[],
  createdAt: string,
): { name: string; xml: string }[] {
  return [
    { name: '[Content_Types].xml', xml: contentTypes },
    { name: '_rels/.rels', xml: relationsOf(packageParts) },
    { name: 'word/_rels/document.xml.rels', xml: relationsOf([['styles', 'styles.xml']]) },
    { name: 'word/styles.xml', xml: styles },
    { name: 'docProps/core.xml', xml: properties(title, createdAt) },
    { name: 'word/document.xml', xml: bodyOf(blocks) },
  ].map(({ name, xml }) => ({ name, xml: `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}` }))
}

const contentTypes = `<Types xmlns="${packages}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${wordTypes}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${wordTypes}.styles+xml"/><Override PartName="/docProps/core.xml" ContentType="application/vnd.openxmlformats-package.core-properties+xml"/></Types>`

const packageParts = [
  ['officeDocument', 'word/document.xml'],
  ['core', 'docProps/core.xml'],
] as const

function relationsOf(parts: readonly (readonly [type: string, target: string])[]): string {
  const links = parts.map(([type, target], index) => {
    const family =
      type === 'core'
        ? `${packages}/relationships/metadata/core-properties`
        : `${office}/relationships/${type}`
    return `<Relationship Id="rId${index + 1}" Type="${family}" Target="${target}"/>`
  })
  return `<Relationships xmlns="${packages}/relationships">${links.join('')}</Relationships>`
}

const properties = (title: string, createdAt: string) =>
  `<cp:coreProperties xmlns:cp="${packages}/metadata/core-properties" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"><dc:title>${escapeXml(title)}</dc:title><dc:creator>Evenkeel</dc:creator><dcterms:created xsi:type="dcterms:W3CDTF">${createdAt.slice(0, 19)}Z</dcterms:created></cp:coreProperties>`

/** Sizes are half points; spaces twentieths of a point. */
const style = (id: string, name: string, size: number, more = '', spacing = '<w:spacing w:after="120"/>') =>
  `<w:style w:type="paragraph" w:styleId="${id}"${id === 'Normal' ? ' w:default="1"' : ''}><w:name w:val="${name}"/>${id === 'Normal' ? '' : '<w:basedOn w:val="Normal"/><w:next w:val="Normal"/>'}<w:qFormat/><w:pPr>${spacing}</w:pPr><w:rPr>${more}<w:sz w:val="${size}"/></w:rPr></w:style>`

const styles = `<w:styles xmlns:w="${word}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:cs="Calibri"/></w:rPr></w:rPrDefault></w:docDefaults>${[
  style('Normal', 'Normal', 22),
  style('Title', 'Title', 40, '<w:b/>'),
  style(
    'Heading1',
    'heading 1',
    28,
    '<w:b/><w:color w:val="12436D"/>',
    '<w:keepNext/><w:spacing w:before="360" w:after="60"/><w:outlineLvl w:val="0"/>',
  ),
  style('About', 'About', 19, '<w:color w:val="606A74"/>', '<w:keepNext/><w:spacing w:after="160"/>'),
].join('')}</w:styles>`

const bodyOf = (blocks: readonly TextBlock[]) =>
  `<w:document xmlns:w="${word}"><w:body>${blocks.flatMap(paragraphsOf).join('')}<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="1418" w:right="1418" w:bottom="1418" w:left="1418" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`

const paragraphsOf = ({ kind, text }: TextBlock): string[] =>
  textParts(linesOf(text).join('\n')).flatMap((part) =>
    part.kind === 'table'
      ? tableOf([part.head, ...part.rows])
      : // Paragraphs have room between them: an empty line would double it.
        part.text
          .split('\n')
          .filter((line) => line.trim() !== '')
          .map((line) => paragraph(line, styleIds[kind])),
  )

const paragraph = (line: string, styleId: string) =>
  `<w:p><w:pPr><w:pStyle w:val="${styleId}"/></w:pPr><w:r><w:t xml:space="preserve">${escapeXml(line)}</w:t></w:r></w:p>`

const borders = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="606A74"/>`)
  .join('')

/** Word wants a paragraph after a table. */
function tableOf(rows: readonly (readonly string[])[]): string {
  const columns = (rows[0] ?? []).map(() => '<w:gridCol/>').join('')
  const body = rows.map((cells, at) => {
    const head = at === 0 ? '<w:trPr><w:tblHeader/></w:trPr>' : ''
    const written = cells.map((cell) => `<w:tc><w:tcPr/>${paragraph(cell, styleIds.text)}</w:tc>`)
    return `<w:tr>${head}${written.join('')}</w:tr>`
  })
  return `<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>${borders}</w:tblBorders></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${body.join('')}</w:tbl><w:p/>`
}
