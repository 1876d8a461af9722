import { StringDecoder } from 'node:string_decoder'
import { limits } from '../limits.ts'
import { megabytes, quoted, refuse } from '../refuse.ts'
import type { Zip } from './zip.ts'

/** A correction of XML text, and the element that must reach it whole. */
export type Repair = { open: string; close: string; apply: (xml: string) => string }

/** Drops reading aids for Asian scripts, which the parser would read in place of the text. */
export const repairStrings: Repair = { open: '<rPh', close: '</rPh>', apply: dropReadingAids }

/** The parser decodes entities in cells twice and keeps only the last run of a formatted inline text. */
export const repairCells: Repair = {
  open: '<is>',
  close: '</is>',
  apply: (xml) => {
    const joined = xml.includes('<is>') ? xml.replace(/<is>([\s\S]*?)<\/is>/g, joinRuns) : xml
    return joined.includes('&amp;') ? joined.replaceAll('&amp;', '&amp;amp;') : joined
  },
}

/**
 * The XML of one part of a workbook, in strings that never cut a character or a tag in two. Refuses document
 * type declarations and cells of absurd size. `onBytes` hears how much was inflated.
 */
export async function* xmlText(
  zip: Zip,
  path: string,
  name: string,
  repair?: Repair,
  onBytes?: (count: number) => void,
): AsyncGenerator<string> {
  const decoder = new StringDecoder('utf8')
  let held = ''
  for await (const bytes of await zip.stream(path)) {
    onBytes?.(bytes.length)
    held += decoder.write(bytes)
    const end = wholeLength(held, repair)
    if (held.length - end > limits.cellXml) refuseCell(name)
    if (end === 0) continue
    yield checked(held.slice(0, end), name, repair)
    held = held.slice(end)
  }
  yield checked(held + decoder.end(), name, repair)
}

/** How many characters hold only whole tags and whole elements of the repair. */
function wholeLength(xml: string, repair: Repair | undefined): number {
  const opened = repair ? xml.lastIndexOf(repair.open) : -1
  const isOpen = repair !== undefined && opened > xml.lastIndexOf(repair.close)
  return Math.max(0, isOpen ? opened : xml.lastIndexOf('<'))
}

function checked(xml: string, name: string, repair: Repair | undefined): string {
  if (xml.includes('<!DOCTYPE')) {
    refuse(
      `${quoted(name)} holds a document type declaration, which no workbook needs. Save it in Excel again and choose the new file.`,
    )
  }
  return repair ? repair.apply(xml) : xml
}

function dropReadingAids(xml: string): string {
  return xml.includes('<rPh') ? xml.replace(/<rPh\b[\s\S]*?<\/rPh>/g, '') : xml
}

function joinRuns(_: string, content: string): string {
  const runs = dropReadingAids(content).matchAll(/<t(?:\s[^>]*)?>([\s\S]*?)<\/t>/g)
  return `<is><t>${[...runs].map((run) => run[1]).join('')}</t></is>`
}

function refuseCell(name: string): never {
  return refuse(
    `${quoted(name)} holds a cell of more than ${megabytes(limits.cellXml)}, which no spreadsheet program writes. Save its data as CSV and choose that file.`,
  )
}
