import mammoth from 'mammoth'
import { limits } from '../limits.ts'
import { quoted, refuse } from '../refuse.ts'
import { noteTexts, readableXml, type WordNotes } from './docx-xml.ts'
import { checkInflation, damaged, openZip, readPart } from './zip.ts'

/** A sound Word document, as the converter takes it, and what to say about it. */
export type WordDocument = {
  input: Parameters<typeof mammoth.convertToHtml>[0]
  isTracked: boolean
  comments: number
  footnotes: string[]
  notes: WordNotes
}

/** The text of a Word document, its footnotes and endnotes below it. */
export async function docxText(bytes: Buffer, name: string): Promise<string> {
  const { input, footnotes } = await openDocx(bytes, name)
  try {
    const { value } = await mammoth.extractRawText(input)
    const text = value.replace(/\n\n$/, '').replaceAll('\n\n\n', '\n\n')
    return [text, ...footnotes.map((note, index) => `[${index + 1}] ${note}`)].join('\n\n')
  } catch {
    return refuse(damaged(name))
  }
}

/** Refuses what is no sound Word document: every part is inflated under the cap before mammoth, which has none. */
export async function openDocx(bytes: Buffer, name: string): Promise<WordDocument> {
  const zip = await openZip(bytes, name, limits.zipEntries)
  if (!zip.names.includes('word/document.xml')) {
    refuse(
      `${quoted(name)} is not a Word document, whatever its name says. Save it from Word as .docx and choose that file.`,
    )
  }
  checkInflation(zip, zip.names, bytes.length, limits.documentBytes, name)
  const parts = new Map<string, Buffer>()
  for (const part of zip.names.filter((part) => !part.endsWith('/'))) {
    const content = await readPart(zip, part, name)
    if (/\.(xml|rels)$/i.test(part) && content.includes('<!DOCTYPE')) {
      refuse(
        `${quoted(name)} holds a document type declaration, which no Word document needs. Save it from Word again.`,
      )
    }
    parts.set(part, content)
  }
  const isTracked = /<w:(ins|del) /.test(parts.get('word/document.xml')?.toString('latin1') ?? '')
  const comments =
    parts
      .get('word/comments.xml')
      ?.toString('latin1')
      .match(/<w:comment[\s>]/g)?.length ?? 0
  const notes: WordNotes = { hidden: [], formulas: 0, contents: 0 }
  for (const [part, content] of parts) {
    if (!/^word\/(document|footnotes|endnotes)\d*\.xml$/.test(part)) continue
    parts.set(part, Buffer.from(readableXml(content.toString('utf8'), notes)))
  }
  const footnotes = ['word/footnotes.xml', 'word/endnotes.xml'].flatMap((part) =>
    noteTexts(parts.get(part)?.toString('utf8') ?? ''),
  )
  return { input: asInput(parts), isTracked, comments, footnotes, notes }
}

/** The converter's own idea of an opened zip, which its types leave out: so no part is packed again. */
function asInput(parts: ReadonlyMap<string, Buffer>): WordDocument['input'] {
  const file = {
    exists: (part: string) => parts.has(part),
    read: async (part: string, encoding?: string) => {
      const content = parts.get(part)
      if (!content) throw new Error(`There is no ${part}`)
      if (encoding === undefined) return new Uint8Array(content)
      return encoding === 'base64' ? content.toString('base64') : new TextDecoder(encoding).decode(content)
    },
  }
  return { file } as unknown as WordDocument['input']
}
