import { readFileSync } from 'node:fs'
import { posix } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { SaxesParser } from 'saxes'
import yauzl from 'yauzl'

/** The children of a worksheet in the order the format asks for (CT_Worksheet of ECMA-376). */
const worksheetOrder = [
  ...['sheetPr', 'dimension', 'sheetViews', 'sheetFormatPr', 'cols', 'sheetData', 'sheetProtection'],
  ...['autoFilter', 'mergeCells', 'conditionalFormatting', 'dataValidations', 'hyperlinks', 'printOptions'],
  ...['pageMargins', 'pageSetup', 'headerFooter', 'rowBreaks', 'drawing', 'legacyDrawing', 'tableParts'],
]

type Element = { name: string; attributes: Record<string, string>; depth: number }

/** Every part of a workbook as its text. */
export async function partsOf(path: string): Promise<Map<string, string>> {
  const file = await yauzl.fromBufferPromise(readFileSync(path))
  const parts = new Map<string, string>()
  for await (const entry of file.eachEntry()) {
    parts.set(entry.fileName, (await buffer(await file.openReadStreamPromise(entry))).toString('utf8'))
  }
  return parts
}

/** The elements of an XML text, in their order. Throws where it is not well formed. */
export function elementsOf(xml: string): Element[] {
  const elements: Element[] = []
  const parser = new SaxesParser()
  let depth = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', ({ name, attributes }) => {
    elements.push({ name, attributes: attributes as Record<string, string>, depth })
    depth++
  })
  parser.on('closetag', () => {
    depth--
  })
  parser.write(xml).close()
  return elements
}

/** What a strict reader of workbooks would find fault with; empty for a sound one. */
export async function faultsOf(path: string): Promise<string[]> {
  const parts = await partsOf(path)
  const faults: string[] = []
  for (const [name, xml] of parts) {
    try {
      elementsOf(xml)
    } catch (error) {
      faults.push(`${name} is not well formed: ${String(error)}`)
    }
  }
  const types = elementsOf(parts.get('[Content_Types].xml') ?? '<none/>')
  const overridden = types.flatMap(({ attributes }) => attributes.PartName?.slice(1) ?? [])
  faults.push(
    ...overridden.filter((name) => !parts.has(name)).map((name) => `${name} is declared and missing`),
  )
  const needed = [...parts.keys()].filter((name) => /^xl\/.*\.xml$/.test(name))
  faults.push(...needed.filter((name) => !overridden.includes(name)).map((name) => `${name} is not declared`))
  for (const [name, xml] of parts) {
    if (name.endsWith('.rels')) faults.push(...missingTargets(name, xml, parts))
    if (/^xl\/worksheets\/[^/]+\.xml$/.test(name)) faults.push(...outOfOrder(name, xml))
  }
  const names = [...parts]
    .filter(([name]) => name.startsWith('xl/tables/'))
    .map(([, xml]) => elementsOf(xml)[0]?.attributes.displayName ?? '')
  if (new Set(names).size < names.length) faults.push(`tables share a name: ${names.join(', ')}`)
  return faults
}

function missingTargets(name: string, xml: string, parts: ReadonlyMap<string, string>): string[] {
  const folder = posix.join(posix.dirname(name), '..')
  return elementsOf(xml).flatMap(({ attributes: { Target, TargetMode } }) => {
    if (Target === undefined || TargetMode === 'External') return []
    const target = Target.startsWith('/') ? Target.slice(1) : posix.join(folder, Target)
    return parts.has(target) ? [] : [`${name} leads to ${target}, which is missing`]
  })
}

function outOfOrder(name: string, xml: string): string[] {
  const children = elementsOf(xml).flatMap((element) => (element.depth === 1 ? [element.name] : []))
  const places = children.map((child) => worksheetOrder.indexOf(child))
  const isOrdered = places.every((place, index) => place >= (places[index - 1] ?? 0))
  return isOrdered ? [] : [`${name} has its elements out of order: ${children.join(', ')}`]
}
