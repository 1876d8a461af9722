import { decodeText, withoutStrays } from './formats/encoding.ts'
import { contentKind, extensionOf, refuseNul } from './formats/file-kind.ts'
import { withoutFrontMatter } from './formats/front-matter.ts'
import { type Block, markdownBlocks, textBlocks } from './formats/headings.ts'
import { readSource, sizeOf } from './formats/source-bytes.ts'
import { limits } from './limits.ts'
import { counted, quoted, refuse } from './refuse.ts'
import type { SourceFile } from './table.ts'
import { strayWarning } from './values/stray-bytes.ts'

export type Section = { name: string; text: string }
export type SectionsPreview = { sections: Section[]; warnings: string[] }

const formats = 'a Foundation from .docx, .md or .txt'
const mostSections = 500
const longestSection = 400_000

/** A Foundation document split at its headings, in the order of the file. Refuses with a sentence. */
export async function readSections(file: SourceFile): Promise<SectionsPreview> {
  if (sizeOf(file) === 0) refuse(empty(file.name))
  const { blocks, warnings } = await readBlocks(readSource(file), file.name)
  if (blocks.every(({ text }) => text.trim() === '')) refuse(empty(file.name))
  const title = file.name.replace(/\.[^.]+$/, '').slice(0, 120) || 'Foundation'
  const sections = splitAtHeadings(blocks, title)
  if (sections.length > limits.sections) {
    refuse(
      `${quoted(file.name)} has ${counted(sections.length)} headings; the most is ${counted(limits.sections)}. Choose the document your Foundation is in, or split it.`,
    )
  }
  const bare = sections.filter(({ text }) => text === '').map(({ name }) => name)
  const kept = distinctNames(sections.filter(({ text }) => text !== ''))
  if (kept.length === 0)
    refuse(`${quoted(file.name)} holds headings only. Choose a document with text under them.`)
  const tooLong = kept.find(({ text }) => text.length > longestSection)
  if (tooLong) {
    refuse(
      `${quoted(tooLong.name)} in ${quoted(file.name)} is longer than ${counted(longestSection)} characters. Add headings to the document and choose it again.`,
    )
  }
  return { sections: kept, warnings: [...warnings, ...splitWarnings(blocks, bare)] }
}

async function readBlocks(bytes: Buffer, name: string): Promise<{ blocks: Block[]; warnings: string[] }> {
  const extension = extensionOf(name)
  if (contentKind(bytes, name, formats) === 'zip') {
    return (await import('./formats/docx-blocks.ts')).docxBlocks(bytes, name)
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
  if (extension === 'txt') return { blocks: textBlocks(text), warnings }
  const { body, dropped } = withoutFrontMatter(text)
  return { blocks: markdownBlocks(body), warnings: [...warnings, ...dropped] }
}

/** Headings of levels 1 to 3 begin a section; in a document of very many, only the higher ones do. */
function splitAtHeadings(blocks: readonly Block[], title: string): Section[] {
  for (const level of [3, 2]) {
    const sections = splitAt(blocks, level, title)
    if (sections.length <= mostSections) return sections
  }
  return splitAt(blocks, 1, title)
}

function splitAt(blocks: readonly Block[], level: number, title: string): Section[] {
  const sections: { name: string; lines: string[] }[] = [{ name: title, lines: [] }]
  for (const block of blocks) {
    if (block.level !== null && block.level <= level) sections.push({ name: block.text.trim(), lines: [] })
    else sections.at(-1)?.lines.push(block.text)
  }
  const [before, ...rest] = sections.map(({ name, lines }) => ({ name, text: trimmed(lines.join('\n')) }))
  return before && before.text !== '' ? [before, ...rest] : rest
}

/** Without blank lines at either end. */
const trimmed = (text: string) => text.replace(/^(?:[^\S\n]*\n)+/, '').trimEnd()

/** A name that comes again is numbered: "Rules (2)". */
function distinctNames(sections: readonly Section[]): Section[] {
  const seen = new Set<string>()
  return sections.map(({ name, text }) => {
    let unique = name
    for (let n = 2; seen.has(unique.toLowerCase()); n++) unique = `${name.slice(0, 112)} (${n})`
    seen.add(unique.toLowerCase())
    return { name: unique, text }
  })
}

function splitWarnings(blocks: readonly Block[], bare: readonly string[]): string[] {
  const warnings: string[] = []
  if (!blocks.some(({ level }) => level !== null)) {
    warnings.push('No headings were found, so the document is one section. Split it here where you want to.')
  }
  if (bare.length > 0) {
    const names = bare.slice(0, 3).map(quoted).join(', ')
    const more = bare.length > 3 ? ` and ${bare.length - 3} more` : ''
    warnings.push(`${names}${more} ${bare.length === 1 ? 'has' : 'have'} no text, so no section was made.`)
  }
  return warnings
}

const empty = (name: string) => `${quoted(name)} holds no text. Choose the document your Foundation is in.`
