import mammoth from 'mammoth'
import { quotedValue, refuse } from '../../refuse.ts'
import { openDocx } from '../docx.ts'
import type { WordNotes } from '../docx-xml.ts'
import { damaged } from '../zip.ts'
import { addCell, newTable, type TableInHand, textOfTable } from './docx-table.ts'
import { type Block, longestHeading, titleLevel } from './headings.ts'
import { notesWithTheirSection } from './section-notes.ts'

const styleMap = ["p[style-name='Title'] => h1.title:fresh"]

type Counts = { images: number; tables: number; struck: string[] }

/** The paragraphs of a Word document with its headings, and what could not come along. */
export async function docxBlocks(
  bytes: Buffer,
  name: string,
): Promise<{ blocks: Block[]; warnings: string[] }> {
  const { input, isTracked, comments, notes } = await openDocx(bytes, name)
  const counts: Counts = { images: 0, tables: 0, struck: [] }
  const convertImage = mammoth.images.imgElement(async () => {
    counts.images++
    return { src: '' }
  })
  try {
    const { value } = await mammoth.convertToHtml(input, { convertImage, styleMap })
    const blocks = htmlBlocks(value, counts)
    const warnings = [...warningsOf(counts, { isTracked, comments }), ...noteWarnings(counts, notes)]
    return { blocks, warnings }
  } catch {
    return refuse(damaged(name))
  }
}

function warningsOf(
  { images, tables }: Counts,
  { isTracked, comments }: { isTracked: boolean; comments: number },
): string[] {
  const warnings: string[] = []
  if (isTracked) warnings.push('The document has tracked changes. They came in as if all were accepted.')
  if (comments > 0) {
    warnings.push(comments === 1 ? 'One comment was left out.' : `${comments} comments were left out.`)
  }
  if (tables > 0) {
    warnings.push(
      `${tables === 1 ? 'One table' : `${tables} tables`} came in, the first row as the head. Check the cells.`,
    )
  }
  if (images > 0) {
    const pictures = images === 1 ? 'One picture was' : `${images} pictures were`
    warnings.push(
      `${pictures} left out. Put what ${images === 1 ? 'it says' : 'they say'} into words, if the AI needs it.`,
    )
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

type Note = { id: string; label: string }
/** A paragraph with the notes it refers to. */
type ReadBlock = Block & { notes: Note[] }

/** Where reading stands; `isApart` asks for a blank line before what comes next. */
type Place = {
  blocks: ReadBlock[]
  line: string
  level: number | null
  isApart: boolean
  /** The outermost table being read, how deep its tables stand in one another, and its cell's own tag. */
  table: TableInHand | null
  depth: number
  cell: string
  lists: { isOrdered: boolean; count: number }[]
  /** Where the link being read leads. */
  link: { href: string; from: number } | null
  isStruck: boolean
  /** The notes that were referred to, and the texts of all notes by their place in the document. */
  noted: Note[]
  notes: Map<string, string>
  note: { id: string; depth: number } | null
}

/** Reads mammoth's HTML: paragraphs and headings become blocks, list items lines, a table one block. */
function htmlBlocks(html: string, counts: Counts): Block[] {
  const place: Place = {
    blocks: [],
    line: '',
    level: null,
    isApart: false,
    table: null,
    depth: 0,
    cell: '',
    lists: [],
    link: null,
    isStruck: false,
    noted: [],
    notes: new Map(),
    note: null,
  }
  for (const [whole, closing, tag = '', text] of html.matchAll(/<(\/?)(\w+)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) addText(unescaped(text), place, counts)
    else if (tag === 's') place.isStruck = !closing
    else if (tag === 'a') markLink(whole, closing !== '', place)
    else if (place.depth > 0 || tag === 'table') tableTag(tag, whole, closing !== '', { place, counts })
    else if (closing) closeTag(tag, place)
    else openTag(tag, whole, place)
  }
  endLine(place)
  return notesWithTheirSection(place.blocks, ({ notes }) =>
    notes.map(({ id, label }) => `${label} ${place.notes.get(id) ?? ''}`),
  )
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
  if (/^#(?:footnote|endnote)-\d+$/.test(href) && words.startsWith('[')) {
    place.noted.push({ id: href.slice(1), label: words })
    // A name is called without its note.
    if (place.level !== null) place.line = place.line.slice(0, from)
  } else if (/^(https?:|mailto:)/.test(href) && words !== '' && !words.includes(address))
    place.line += ` (${address})`
  place.link = null
}

function endLine(place: Place): void {
  const text = place.line.replace(/[^\S\n]+$/gm, '')
  const { level } = place
  place.line = ''
  place.level = null
  if (text.trim() === '') return
  if (place.isApart) place.blocks.push({ level: null, text: '', notes: [] })
  place.blocks.push({ level: text.length <= longestHeading ? level : null, text, notes: place.noted })
  place.noted = []
  place.isApart = false
}

type Reading = { place: Place; counts: Counts }

function tableTag(tag: string, whole: string, isClosing: boolean, { place, counts }: Reading): void {
  if (tag === 'table') {
    if (!isClosing && place.depth++ === 0) {
      endLine(place)
      place.table = newTable()
    } else if (isClosing && --place.depth === 0) endTable(place, counts)
  } else if (place.depth > 1 || !/^t[hdr]$/.test(tag)) {
    // Paragraphs, items and inner cells of one cell stand beside one another.
    if (place.line !== '' && !place.line.endsWith(' ') && !isInline.test(tag)) place.line += ' '
  } else if (tag === 'tr') {
    if (!isClosing) place.table?.rows.push([])
  } else if (!isClosing) place.cell = whole
  else {
    if (place.table) addCell(place.table, place.line, place.cell)
    place.line = ''
  }
}

const isInline = /^(?:strong|em|sup|sub|u|span|img)$/

function endTable(place: Place, counts: Counts): void {
  place.line = place.table ? textOfTable(place.table) : ''
  if (place.line.startsWith('|')) counts.tables++
  place.table = null
  endLine(place)
  place.isApart = true
}

function openTag(tag: string, whole: string, place: Place): void {
  if (tag === 'br') place.line += '\n'
  else if (/^h[1-6]$/.test(tag)) place.level = whole.includes('class="title"') ? titleLevel : Number(tag[1])
  else if (tag === 'ul' || tag === 'ol') {
    if (!place.note) endLine(place)
    place.lists.push({ isOrdered: tag === 'ol', count: 0 })
  } else if (tag === 'li') beginItem(whole, place)
}

function beginItem(whole: string, place: Place): void {
  const id = /id="((?:footnote|endnote)-\d+)"/.exec(whole)?.[1]
  if (id !== undefined) place.note = { id, depth: place.lists.length }
  if (place.note) return
  const list = place.lists.at(-1)
  const indent = '  '.repeat(Math.max(0, place.lists.length - 1))
  place.line = `${indent}${list?.isOrdered ? `${++list.count}.` : '-'} `
}

function closeTag(tag: string, place: Place): void {
  const isList = tag === 'ul' || tag === 'ol'
  if (isList) place.lists.pop()
  if (place.note) {
    if (/^(p|h[1-6]|li)$/.test(tag)) place.line += ' '
    if (tag === 'li' && place.lists.length === place.note.depth) endNote(place.note.id, place)
  } else if (isList || /^(p|h[1-6]|li)$/.test(tag)) {
    endLine(place)
    if (tag !== 'li' && place.lists.length === 0) place.isApart = true
  }
}

function endNote(id: string, place: Place): void {
  place.notes.set(id, place.line.replace(/\s+/g, ' ').trim())
  place.line = ''
  place.note = null
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"' }

const unescaped = (text: string) =>
  text.replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
