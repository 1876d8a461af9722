import type { Zip } from '../zip.ts'
import { builtInKind, kindOfFormat, type NumberKind, unescapeXml } from './cell-values.ts'
import { hearXml, localName } from './xml-events.ts'

/** What all sheets of a workbook share; `sheets` lists those with cells, visible ones first. */
export type WorkbookParts = {
  sheets: { name: string; path: string; isHidden: boolean }[]
  strings: string[]
  kinds: NumberKind[]
  is1904: boolean
}

type Relation = { id: string; type: string; path: string }
type Listed = { name: string; relation: string; isHidden: boolean }

/** Reads the parts beside the sheets. Throws what the parser throws on broken XML. */
export async function readParts(zip: Zip, path: string, name: string): Promise<WorkbookParts> {
  const relations = await readRelations(zip, path, name)
  const { listed, is1904 } = await readWorkbook(zip, path, name)
  const partOf = (type: string) =>
    relations.find((relation) => relation.type.endsWith(`/${type}`))?.path ?? partIn(zip, `xl/${type}.xml`)
  const styles = partOf('styles')
  const strings = partOf('sharedStrings')
  return {
    sheets: [
      ...listed.filter(({ isHidden }) => !isHidden),
      ...listed.filter(({ isHidden }) => isHidden),
    ].flatMap((sheet) => {
      const found = relations.find(({ id, type }) => id === sheet.relation && type.endsWith('/worksheet'))
      return found ? [{ name: sheet.name, path: found.path, isHidden: sheet.isHidden }] : []
    }),
    kinds: styles === undefined ? [] : await readKinds(zip, styles, name),
    strings: strings === undefined ? [] : await readStrings(zip, strings, name),
    is1904,
  }
}

async function readWorkbook(zip: Zip, path: string, name: string) {
  const listed: Listed[] = []
  let is1904 = false
  await hearXml(zip, path, name, {
    open(tag, attributes) {
      if (tag === 'workbookPr') is1904 = isTrue(attributes.date1904)
      if (tag !== 'sheet') return
      const relation = Object.entries(attributes).find(
        ([key]) => key.includes(':') && localName(key) === 'id',
      )
      const isHidden = attributes.state === 'hidden' || attributes.state === 'veryHidden'
      listed.push({ name: attributes.name ?? '', relation: relation?.[1] ?? '', isHidden })
    },
    close() {},
  })
  return { listed, is1904 }
}

/** XML writes true as a word or as 1. */
export const isTrue = (value: string | undefined) => value === '1' || value === 'true'

async function readRelations(zip: Zip, path: string, name: string): Promise<Relation[]> {
  const folder = path.slice(0, path.lastIndexOf('/') + 1)
  const part = partIn(zip, `${folder}_rels/${path.slice(folder.length)}.rels`)
  const relations: Relation[] = []
  if (part === undefined) return relations
  await hearXml(zip, part, name, {
    open(tag, { Id = '', Type = '', Target = '' }) {
      if (tag !== 'Relationship') return
      const { pathname } = new URL(Target.replaceAll('\\', '/'), `part:///${folder}`)
      const found = partIn(zip, decodeURIComponent(pathname.slice(1)))
      if (found !== undefined) relations.push({ id: Id, type: Type, path: found })
    },
    close() {},
  })
  return relations
}

/** Names of parts differ in nothing but case. */
function partIn({ names }: Zip, path: string): string | undefined {
  if (names.includes(path)) return path
  const plain = path.toLowerCase()
  return names.find((part) => part.toLowerCase() === plain)
}

/** What a number of each cell style is shown as. */
async function readKinds(zip: Zip, path: string, name: string): Promise<NumberKind[]> {
  const own = new Map<string, NumberKind>()
  const kinds: NumberKind[] = []
  let isInCells = false
  await hearXml(zip, path, name, {
    open(tag, attributes) {
      const { numFmtId = '0', formatCode = '' } = attributes
      if (tag === 'numFmt') own.set(numFmtId, kindOfFormat(formatCode))
      else if (tag === 'cellXfs') isInCells = true
      else if (tag === 'xf' && isInCells) kinds.push(own.get(numFmtId) ?? builtInKind(Number(numFmtId)))
    },
    close(tag) {
      if (tag === 'cellXfs') isInCells = false
    },
  })
  return kinds
}

/** Texts that cells share, without the reading aids beside Asian scripts. */
async function readStrings(zip: Zip, path: string, name: string): Promise<string[]> {
  const strings: string[] = []
  let current = ''
  let isText = false
  let aids = 0
  await hearXml(zip, path, name, {
    open(tag) {
      if (tag === 'si') current = ''
      else if (tag === 'rPh') aids++
      else if (tag === 't') isText = aids === 0
    },
    text(piece) {
      if (isText) current += piece
    },
    close(tag) {
      if (tag === 'si') strings.push(unescapeXml(current))
      else if (tag === 'rPh') aids--
      else if (tag === 't') isText = false
    },
  })
  return strings
}
