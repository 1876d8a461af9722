import mammoth from 'mammoth'
import { quotedValue, refuse } from '../refuse.ts'
import { openDocx } from './docx.ts'
import type { WordNotes } from './docx-xml.ts'
import { type Block, longestHeading } from './headings.ts'
import { damaged } from './zip.ts'

type Counts = { images: number; tables: number; struck: string[] }

/** The paragraphs of a Word document with its headings, and what could not come along. */
export async function docxBlocks(
  bytes: Buffer,
  name: string,
): Promise<{ blocks: Block[]; warnings: string[] }> {
  const { input, isTracked, notes } = await openDocx(bytes, name)
  const counts: Counts = { images: 0, tables: 0, struck: [] }
  const convertImage = mammoth.images.imgElement(async () => {
    counts.images++
    return { src: '' }
  })
  try {
    const { value } = await mammoth.convertToHtml(input, { convertImage })
    const blocks = htmlBlocks(value, counts)
    return { blocks, warnings: [...warningsOf(counts, isTracked), ...noteWarnings(counts, notes)] }
  } catch {
    return refuse(damaged(name))
  }
}

function warningsOf({ images, tables }: Counts, isTracked: boolean): string[] {
  const warnings: string[] = []
  if (isTracked) warnings.push('The document has tracked changes. They came in as if all were accepted.')
  if (tables > 0) {
    warnings.push(
      `${tables === 1 ? 'One table' : `${tables} tables`} came in as lines of text with " | " between the cells. Check them.`,
    )
  }
  if (images > 0) {
    const pictures = images === 1 ? 'One picture was' : `${images} pictures were`
    warnings.push(`${pictures} left out. Put what they say into words, if the AI needs it.`)
  }
  return warnings
}

function noteWarnings({ struck }: Counts, { hidden, formulas, contents }: WordNotes): string[] {
  const warnings: string[] = []
  if (struck.length > 0) warnings.push(`Text that is struck through was left out: ${named(struck)}.`)
  if (hidden.length > 0) warnings.push(`Hidden text was left out: ${named(hidden)}.`)
  if (formulas > 0) {
    warnings.push(
      `${formulas === 1 ? 'One formula' : `${formulas} formulas`} came in as a line of text. Check it against the document.`,
    )
  }
  if (contents > 0) warnings.push('The table of contents was left out.')
  return warnings
}

function named(texts: readonly string[]): string {
  const shown = texts.slice(0, 3).map((text) => quotedValue(unescaped(text)))
  return texts.length > 3 ? `${shown.join(', ')} and ${texts.length - 3} more` : shown.join(', ')
}

/** Where reading stands; `isApart` asks for a blank line before what comes next. */
type Place = {
  blocks: Block[]
  line: string
  level: number | null
  isApart: boolean
  tables: number
  lists: { isOrdered: boolean; count: number }[]
  /** Where the link being read leads. */
  link: { href: string; from: number } | null
  isStruck: boolean
}

/** Reads mammoth's HTML: paragraphs and headings become blocks, list items and table rows lines. */
function htmlBlocks(html: string, counts: Counts): Block[] {
  const place: Place = {
    blocks: [],
    line: '',
    level: null,
    isApart: false,
    tables: 0,
    lists: [],
    link: null,
    isStruck: false,
  }
  for (const [whole, closing, tag = '', text] of html.matchAll(/<(\/?)(\w+)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) addText(unescaped(text), place, counts)
    else if (tag === 's') place.isStruck = !closing
    else if (tag === 'a') markLink(whole, closing !== '', place)
    else if (closing) closeTag(tag, place)
    else openTag(tag, place, counts)
  }
  endLine(place)
  return place.blocks
}

function addText(text: string, place: Place, { struck }: Counts): void {
  if (place.isStruck) struck.push(text)
  // The way back from a footnote means nothing on paper.
  else if (!(text === '↑' && place.link)) place.line += text
}

/** The address of a link follows its words, unless they are the address. */
function markLink(tag: string, isClosing: boolean, place: Place): void {
  if (!isClosing) {
    place.link = { href: unescaped(/href="([^"]*)"/.exec(tag)?.[1] ?? ''), from: place.line.length }
    return
  }
  const { href = '', from = 0 } = place.link ?? {}
  const words = place.line.slice(from)
  const address = href.replace(/^mailto:/, '')
  if (/^(https?:|mailto:)/.test(href) && words !== '' && !words.includes(address))
    place.line += ` (${address})`
  place.link = null
}

function endLine(place: Place): void {
  const text = place.line.replace(/[^\S\n]+$/gm, '')
  const { level } = place
  place.line = ''
  place.level = null
  if (text.trim() === '') return
  if (place.isApart) place.blocks.push({ level: null, text: '' })
  place.blocks.push({ level: text.length <= longestHeading ? level : null, text })
  place.isApart = false
}

function openTag(tag: string, place: Place, counts: Counts): void {
  if (tag === 'br') place.line += place.tables > 0 ? ' ' : '\n'
  else if (tag === 'table') {
    if (place.tables++ === 0) counts.tables++
  } else if (place.tables > 0) {
    if (tag === 'p' && place.line !== '' && !place.line.endsWith(' | ')) place.line += ' '
  } else if (/^h[1-6]$/.test(tag)) place.level = Number(tag[1])
  else if (tag === 'ul' || tag === 'ol') {
    endLine(place)
    place.lists.push({ isOrdered: tag === 'ol', count: 0 })
  } else if (tag === 'li') {
    const list = place.lists.at(-1)
    const indent = '  '.repeat(Math.max(0, place.lists.length - 1))
    place.line = `${indent}${list?.isOrdered ? `${++list.count}.` : '-'} `
  }
}

function closeTag(tag: string, place: Place): void {
  if (tag === 'table') {
    endLine(place)
    place.tables--
    place.isApart = true
  } else if (place.tables > 0) {
    if (tag === 'td' || tag === 'th') place.line += ' | '
    if (tag !== 'tr') return
    place.line = place.line.replace(/(?: \| )+$/, '')
    endLine(place)
  } else if (/^(p|h[1-6]|li|ul|ol)$/.test(tag)) {
    endLine(place)
    if (tag === 'ul' || tag === 'ol') place.lists.pop()
    if (tag !== 'li' && place.lists.length === 0) place.isApart = true
  }
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
