import { decodeEntities } from '../../../../shared/domain/text/entities.ts'

/** What was left out of a Word document, or came in changed, in the words it was written in. */
export type WordNotes = { hidden: string[]; formulas: number; contents: number }

const attributes = String.raw`(?:\s+[\w:]+\s*=\s*(?:"[^"]*"|'[^']*'))*\s*`
/** Elements whose inside is text like any other, which the converter does not know. */
const wrappers = new RegExp(
  String.raw`<\/?w:(?:fldSimple|dir|bdo|smartTag|customXml|ruby|rubyBase)${attributes}\/?>`,
  'g',
)
const readingAid = new RegExp(
  String.raw`<w:rt${attributes}>[\s\S]*?<\/w:rt>|<w:(?:rubyPr|smartTagPr|customXmlPr)${attributes}>[\s\S]*?<\/w:(?:rubyPr|smartTagPr|customXmlPr)>`,
  'g',
)
const paragraph = new RegExp(String.raw`<w:p(?=[\s>])${attributes}>[\s\S]*?<\/w:p>`, 'g')
const run = new RegExp(String.raw`<w:r(?=[\s>])${attributes}>(?:(?!<w:r[\s>])[\s\S])*?<\/w:r>`, 'g')
const texts = new RegExp(String.raw`<(w|m):t(?=[\s>])${attributes}>([\s\S]*?)<\/\1:t>`, 'g')
const isHidden = /<w:vanish(?:\s*\/>|\s+w:val="(?:1|true|on)"\s*\/>)/
const formula = new RegExp(
  String.raw`<m:oMathPara(?=[\s>])${attributes}>[\s\S]*?<\/m:oMathPara>|<m:oMath(?=[\s>])${attributes}>[\s\S]*?<\/m:oMath>`,
  'g',
)
const contentsStyle =
  /<w:pStyle\s+w:val="(?:TOC|Verzeichnis|TM|Inhopg|TDC|Sommario|Innehll|Indholdsfortegnelse)\w*\d"/i
const contentsPart =
  /<w:sdt>(?:(?!<\/w:sdt>)[\s\S])*?<w:docPartGallery\s+w:val="Table of Contents"(?:(?!<\/w:sdt>)[\s\S])*<\/w:sdt>/g

/** The XML of a part of a Word document as the converter understands all of its text. */
export function readableXml(xml: string, notes: WordNotes): string {
  return xml
    .replace(readingAid, '')
    .replace(wrappers, '')
    .replace(formula, (whole) => {
      notes.formulas++
      return `<w:r><w:t xml:space="preserve">${formulaText(whole)}</w:t></w:r>`
    })
    .replace(contentsPart, (part) => withoutContents(part, notes))
    .replace(paragraph, (whole) => (contentsStyle.test(whole) ? withoutContents(whole, notes) : whole))
    .replace(run, (whole) => {
      const text = isHidden.test(whole) ? textOf(whole) : ''
      if (text.trim() !== '') notes.hidden.push(text)
      return isHidden.test(whole) ? '' : whole
    })
}

const textOf = (xml: string) => [...xml.matchAll(texts)].map(([, , text = '']) => text).join('')

const note = /<w:(footnote|endnote)(?=\s)([^>]*)>([\s\S]*?)<\/w:\1>/g

/** The texts of a part of footnotes or endnotes, without the lines that Word keeps there for itself. */
export const noteTexts = (xml: string): string[] =>
  [...xml.matchAll(note)]
    .filter(([, , attributes = '']) => !/w:type="(?:separator|continuation)/.test(attributes))
    .map(([, , , inside = '']) => decodeEntities(textOf(inside)).trim())
    .filter((text) => text !== '')

/** The marks of fields stay: the converter counts their beginnings and ends. */
function withoutContents(xml: string, notes: WordNotes): string {
  if (textOf(xml).trim() !== '') notes.contents++
  return xml.replace(texts, '').replace(/<w:tab\/>/g, '')
}

/** A formula on one line: fractions with a stroke, powers with a roof. */
function formulaText(xml: string): string {
  const marked = xml
    .replace(/<m:den(?=[\s>])/g, '<m:t>/</m:t>$&')
    .replace(/<m:sup(?=[\s>])/g, '<m:t>^</m:t>$&')
    .replace(/<m:sub(?=[\s>])/g, '<m:t>_</m:t>$&')
    .replace(/<m:deg(?=[\s>])(?:(?!<\/m:deg>)[\s\S])*<\/m:deg>/g, '<m:t>√</m:t>')
  return textOf(marked)
}
