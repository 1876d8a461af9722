import mammoth from 'mammoth'
import { limits } from '../limits.ts'
import { quoted, refuse } from '../refuse.ts'
import { checkInflation, damaged, openZip, readPart } from './zip.ts'

/** The text of a Word document. */
export async function docxText(bytes: Buffer, name: string): Promise<string> {
  await checkDocx(bytes, name)
  try {
    const { value } = await mammoth.extractRawText({ buffer: bytes })
    return value.replace(/\n\n$/, '').replaceAll('\n\n\n', '\n\n')
  } catch {
    return refuse(damaged(name))
  }
}

/** Refuses what is no sound Word document: every part is inflated under the cap before mammoth, which has none. */
export async function checkDocx(bytes: Buffer, name: string): Promise<{ isTracked: boolean }> {
  const zip = await openZip(bytes, name, limits.zipEntries)
  if (!zip.names.includes('word/document.xml')) {
    refuse(
      `${quoted(name)} is not a Word document, whatever its name says. Save it from Word as .docx and choose that file.`,
    )
  }
  checkInflation(zip, zip.names, bytes.length, limits.documentBytes, name)
  let isTracked = false
  for (const part of zip.names.filter((part) => !part.endsWith('/'))) {
    const content = await readPart(zip, part, name)
    if (/\.(xml|rels)$/i.test(part) && content.includes('<!DOCTYPE')) {
      refuse(
        `${quoted(name)} holds a document type declaration, which no Word document needs. Save it from Word again.`,
      )
    }
    if (part === 'word/document.xml') isTracked = /<w:(ins|del) /.test(content.toString('latin1'))
  }
  return { isTracked }
}
