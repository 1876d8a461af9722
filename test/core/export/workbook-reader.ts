import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buffer } from 'node:stream/consumers'
import { readXlsx } from 'hucre/xlsx'
import yauzl from 'yauzl'

export const temporaryPath = () => join(mkdtempSync(join(tmpdir(), 'evenkeel-workbook-')), 'made.xlsx')

/** Reads a workbook with a library other than the one that wrote it. */
export const readBack = (path: string) => readXlsx(readFileSync(path), { readStyles: true })

/** The raw XML of a part, such as "xl/worksheets/sheet1.xml". */
export async function partOf(path: string, name: string): Promise<string> {
  const file = await yauzl.fromBufferPromise(readFileSync(path))
  for await (const entry of file.eachEntry()) {
    if (entry.fileName !== name) continue
    return (await buffer(await file.openReadStreamPromise(entry))).toString('utf8')
  }
  throw new Error(`${name} is not in ${path}`)
}

/** Every file of a zip as its bytes. */
export async function bytesOf(path: string): Promise<Map<string, Buffer>> {
  const file = await yauzl.fromBufferPromise(readFileSync(path))
  const files = new Map<string, Buffer>()
  for await (const entry of file.eachEntry()) {
    files.set(entry.fileName, await buffer(await file.openReadStreamPromise(entry)))
  }
  return files
}

/** Every text cell of a sheet's XML by its address, decoded as a spreadsheet decodes it. */
export function textCells(xml: string): Record<string, string> {
  const cells = xml.matchAll(
    /<c r="(\w+)"[^>]*t="inlineStr"[^>]*><is><r><t[^>]*>([^<]*)<\/t><\/r><\/is><\/c>/g,
  )
  return Object.fromEntries([...cells].map(([, address, text]) => [address, decode(text ?? '')]))
}

const entities: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" }

const decode = (text: string) =>
  text
    .replace(/&(\w+);/g, (_, name: string) => entities[name] ?? '')
    .replace(/_x([\dA-Fa-f]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)))
