import { foldedTo, type OutlineSection } from '../../../shared/domain/foundation/outline.ts'
import { withoutFrontMatter } from './formats/documents/front-matter.ts'
import { type Block, markdownBlocks, textBlocks } from './formats/documents/headings.ts'
import { isContentsName, leftOutWarnings, withoutPages } from './formats/documents/left-out.ts'
import { withMarkdownNotes } from './formats/documents/markdown-notes.ts'
import { decodeText, withoutStrays } from './formats/encoding.ts'
import { contentKind, extensionOf, refuseNul } from './formats/file-kind.ts'
import { readSource, sizeOf } from './formats/source-bytes.ts'
import { limits } from './limits.ts'
import { counted, quoted, refuse } from './refuse.ts'
import type { SourceFile } from './table.ts'
import { strayWarning } from './values/stray-bytes.ts'

/** The sections of a document under all of its headings, in its order; a heading without text is one too. */
export type SectionsPreview = { sections: OutlineSection[]; warnings: string[] }

const formats = 'a Foundation from .docx, .md or .txt'
const mostSections = 500
const longestSection = 400_000

/** A Foundation document split at its headings, in the order of the file. Refuses with a sentence. */
export async function readSections(file: SourceFile): Promise<SectionsPreview> {
  if (sizeOf(file) === 0) refuse(empty(file.name))
  const { blocks, warnings } = await readBlocks(readSource(file), file.name)
  if (blocks.every(({ text }) => text.trim() === '')) refuse(empty(file.name))
  const name = file.name.replace(/\.[^.]+$/, '').slice(0, 120) || 'Foundation'
  refuseTooMany(blocks, file.name)
  const { sections: headed, title } = withoutTitle(splitAtHeadings(blocks))
  const sections = [...beginningOf(blocks, name), ...headed]
  if (sections.every(({ text }) => text === ''))
    refuse(`${quoted(file.name)} holds headings only. Choose a document with text under them.`)
  const kept = withinBounds(sections, file.name)
  const said = [...new Set([...warnings, ...splitWarnings(blocks, title)])]
  return { sections: kept, warnings: said }
}

function refuseTooMany(blocks: readonly Block[], file: string): void {
  const headings = blocks.filter(({ level }) => level !== null).length
  if (headings <= limits.sections) return
  refuse(
    `${quoted(file)} has ${counted(headings)} headings; the most is ${counted(limits.sections)}. Choose the document your Foundation is in, or split it.`,
  )
}

/** Under all headings, or the higher ones of a document of very many. */
function withinBounds(sections: OutlineSection[], file: string): OutlineSection[] {
  let kept = sections
  for (let level = 5; kept.length > mostSections && level >= 1; level--) kept = foldedTo(kept, level)
  if (kept.length > mostSections) {
    refuse(
      `${quoted(file)} has ${counted(kept.length)} chapters; the most is ${counted(mostSections)}. Choose the document your Foundation is in, or split it.`,
    )
  }
  const tooLong = kept.find(({ text }) => text.length > longestSection)
  if (tooLong) {
    refuse(
      `${quoted(tooLong.name)} in ${quoted(file)} is longer than ${counted(longestSection)} characters. Add headings to the document and choose it again.`,
    )
  }
  return kept
}

async function readBlocks(bytes: Buffer, name: string): Promise<{ blocks: Block[]; warnings: string[] }> {
  const extension = extensionOf(name)
  if (contentKind(bytes, name, formats) === 'zip') {
    return wordBlocks(bytes, name)
  }
  if (extension === 'docx') {
    refuse(
      `${quoted(name)} is named .docx, but it holds no Word document. Save it from Word again and choose the new file.`,
    )
  }
  if (!['md', 'markdown', 'txt'].includes(extension)) {
    refuse(`${quoted(name)} is not a document Evenkeel can split. It reads ${formats}.`)
  }
  const { text, count } = withoutStrays(decodeText(bytes).text.replace(/\r\n?/g, '\n'))
  refuseNul(text, name)
  const warnings = count === 0 ? [] : [strayWarning(count).replace('this row', 'the document')]
  if (extension === 'txt') {
    const { lines, leftOut } = withoutPages(text.split('\n'), (line) => line)
    const blocks = textBlocks(lines.join('\n').replaceAll('\f', ''))
    return { blocks, warnings: [...warnings, ...leftOutWarnings(leftOut)] }
  }
  const { body, dropped } = withoutFrontMatter(text)
  // What is refused for its headings is refused before the rest of the work.
  if ((body.match(/^ {0,3}#{1,6}[ \t]/gm)?.length ?? 0) > limits.sections) {
    refuseTooMany(markdownBlocks(body), name)
  }
  const { lines, leftOut } = withoutPages(body.split('\n'), (line) => line)
  const blocks = withMarkdownNotes(markdownBlocks(lines.join('\n')))
  return { blocks, warnings: [...warnings, ...dropped, ...leftOutWarnings(leftOut)] }
}

async function wordBlocks(bytes: Buffer, name: string) {
  const { blocks, warnings } = await (await import('./formats/documents/docx-blocks.ts')).docxBlocks(
    bytes,
    name,
  )
  const { lines, leftOut } = withoutPages(blocks, ({ text }) => text)
  return { blocks: lines, warnings: [...warnings, ...leftOutWarnings(leftOut)] }
}

/** A section under each heading, its level among those that are used. */
function splitAtHeadings(blocks: readonly Block[]): OutlineSection[] {
  const sections: { name: string; level: number; lines: string[] }[] = []
  for (const { level, text } of blocks) {
    if (level !== null) sections.push({ name: text.trim(), level, lines: [] })
    else sections.at(-1)?.lines.push(text)
  }
  const filled = sections
    .map(({ lines, ...section }) => ({ ...section, text: trimmed(lines.join('\n')) }))
    .filter(({ name, text }) => text !== '' || !isContentsName(name))
  const levels = [...new Set(filled.map(({ level }) => level))].sort()
  return filled.map((section) => ({ ...section, level: levels.indexOf(section.level) + 1 }))
}

/**
 * A first heading that stands alone above all others is the title of the document: no section where it has no text,
 * and a chapter among the others where it has.
 */
function withoutTitle(sections: readonly OutlineSection[]): {
  sections: OutlineSection[]
  title: string | null
} {
  const [first, ...rest] = sections
  if (!first || rest.length === 0 || rest.some(({ level }) => level <= first.level)) {
    return { sections: [...sections], title: null }
  }
  const chapters = rest.map((section) => ({ ...section, level: section.level - 1 }))
  if (first.text === '') return { sections: chapters, title: first.name }
  return { sections: [first, ...chapters], title: null }
}

/** What stands above the first heading, under the name of the file. */
function beginningOf(blocks: readonly Block[], name: string): OutlineSection[] {
  const end = blocks.findIndex(({ level }) => level !== null)
  const lines = blocks.slice(0, end === -1 ? blocks.length : end).map(({ text }) => text)
  const text = trimmed(lines.join('\n'))
  return text === '' ? [] : [{ name, text, level: 1 }]
}

/** Without blank lines at either end. */
const trimmed = (text: string) => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()

function splitWarnings(blocks: readonly Block[], title: string | null): string[] {
  const warnings: string[] = []
  if (!blocks.some(({ level }) => level !== null)) {
    warnings.push('No headings were found, so the document is one section. Split it here where you want to.')
  }
  if (title !== null)
    warnings.push(`${quoted(title)} is the title of the document, so no section was made of it.`)
  return warnings
}

const empty = (name: string) => `${quoted(name)} holds no text. Choose the document your Foundation is in.`
