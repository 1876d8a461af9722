import { SaxesParser } from 'saxes'
import { limits } from '../../limits.ts'
import { megabytes, quoted, refuse } from '../../refuse.ts'
import type { Zip } from '../zip.ts'

/** What is heard of a part, by names without their prefix, so that every writer's XML reads the same. */
export type XmlHandlers = {
  open: (name: string, attributes: Readonly<Record<string, string>>) => void
  close: (name: string) => void
  /** Text between tags; one text may come in several pieces. */
  text?: (text: string) => void
}

/** `p:name` as `name`. */
export const localName = (name: string) => name.slice(name.indexOf(':') + 1)

/**
 * Reads one part of a workbook tag by tag and yields the inflated bytes of each chunk once its tags were heard.
 * Refuses document type declarations and texts of absurd size; throws what the parser throws on broken XML.
 */
export async function* readXml(
  zip: Zip,
  path: string,
  name: string,
  { open, close, text }: XmlHandlers,
): AsyncGenerator<number> {
  const parser = new SaxesParser()
  let heard = 0
  let written = 0
  parser.on('opentag', (tag) => {
    heard = written
    open(localName(tag.name), tag.attributes)
  })
  parser.on('closetag', (tag) => close(localName(tag.name)))
  if (text) {
    parser.on('text', text)
    parser.on('cdata', text)
  }
  parser.on('doctype', () => refuseDeclaration(name))
  let decoder: TextDecoder | null = null
  for await (const bytes of await zip.stream(path)) {
    decoder ??= new TextDecoder(encodingOf(bytes))
    const piece = decoder.decode(bytes, { stream: true })
    written += piece.length
    parser.write(piece)
    if (written - heard > limits.cellXml) refuseCell(name)
    yield bytes.length
  }
  parser.write(decoder?.decode() ?? '').close()
}

/** Reads a small part to its end. */
export async function hearXml(zip: Zip, path: string, name: string, handlers: XmlHandlers): Promise<void> {
  for await (const _ of readXml(zip, path, name, handlers));
}

function encodingOf(bytes: Buffer): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : 'utf-8'
}

function refuseDeclaration(name: string): never {
  return refuse(
    `${quoted(name)} holds a document type declaration, which no workbook needs. Save it in Excel again and choose the new file.`,
  )
}

function refuseCell(name: string): never {
  return refuse(
    `${quoted(name)} holds a cell of more than ${megabytes(limits.cellXml)}, which no spreadsheet program writes. Save its data as CSV and choose that file.`,
  )
}
