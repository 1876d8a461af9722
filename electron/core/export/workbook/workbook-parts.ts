import { columnLetters } from './workbook-cells.ts'
import { type Chart, chartXml, drawingXml } from './workbook-charts.ts'
import { escapeXml } from './xml.ts'

/** What ExcelJS keeps to itself while it streams; it is pinned, and will not change (ADR 0017). */
type Inside = {
  zip: { append: (text: string, entry: { name: string }) => void }
}
type InsideSheet = {
  _sheetRelsWriter: { addRelationship: (relationship: { Type: string; Target: string }) => string }
  _write: (xml: string) => void
  _writeCloseWorksheet: () => void
}

export type TablePart = {
  name: string
  /** The cells of the header row, word for word and each different. */
  headers: readonly string[]
  firstRow: number
  lastRow: number
}

const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const types = 'application/vnd.openxmlformats-officedocument'

/** Adds to a workbook that is being streamed what ExcelJS cannot stream: tables, and charts bound to cells. */
export function createParts(workbook: object) {
  const { zip } = workbook as Inside
  const overrides: string[] = []
  let tables = 0
  let drawings = 0
  let charts = 0

  const append = zip.append.bind(zip)
  zip.append = (text, entry) =>
    append(
      entry.name === '[Content_Types].xml' ? text.replace('</Types>', `${overrides.join('')}</Types>`) : text,
      entry,
    )

  function addPart(name: string, xml: string, contentType: string) {
    append(`<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n${xml}`, { name })
    overrides.push(`<Override PartName="/${name}" ContentType="${types}.${contentType}+xml"/>`)
  }

  function addTable(inside: InsideSheet, table: TablePart): string {
    const id = ++tables
    addPart(`xl/tables/table${id}.xml`, tableXml(id, table), 'spreadsheetml.table')
    const relation = inside._sheetRelsWriter.addRelationship({
      Type: `${relations}/table`,
      Target: `../tables/table${id}.xml`,
    })
    return `<tableParts count="1"><tablePart xmlns:r="${relations}" r:id="${relation}"/></tableParts>`
  }

  function addDrawing(inside: InsideSheet, drawn: readonly Chart[], firstRow: number): string {
    if (drawn.length === 0) return ''
    const id = ++drawings
    const names = drawn.map((chart) => {
      const name = `chart${++charts}.xml`
      addPart(`xl/charts/${name}`, chartXml(chart), 'drawingml.chart')
      return name
    })
    addPart(`xl/drawings/drawing${id}.xml`, drawingXml(drawn, firstRow), 'drawing')
    const links = names.map(
      (name, index) =>
        `<Relationship Id="rId${index + 1}" Type="${relations}/chart" Target="../charts/${name}"/>`,
    )
    append(
      `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${links.join('')}</Relationships>`,
      { name: `xl/drawings/_rels/drawing${id}.xml.rels` },
    )
    const relation = inside._sheetRelsWriter.addRelationship({
      Type: `${relations}/drawing`,
      Target: `../drawings/drawing${id}.xml`,
    })
    return `<drawing xmlns:r="${relations}" r:id="${relation}"/>`
  }

  return {
    /** To be called when all rows of a sheet are written, before its commit. Charts stand below the table. */
    addTo(sheet: object, table: TablePart, drawn: readonly Chart[]) {
      const inside = sheet as InsideSheet
      // A drawing comes before the tables, and both before the end (the order of CT_Worksheet).
      const tail = addDrawing(inside, drawn, table.lastRow + 2) + addTable(inside, table)
      const close = inside._writeCloseWorksheet.bind(inside)
      inside._writeCloseWorksheet = () => {
        inside._write(tail)
        close()
      }
    },
  }
}

/** A line end in a header is written in code in a table's column name, as spreadsheets do. */
const columnName = (header: string) => escapeXml(header).replaceAll('\n', '_x000a_')

function tableXml(id: number, { name, headers, firstRow, lastRow }: TablePart): string {
  const ref = `A${firstRow}:${columnLetters(headers.length - 1)}${lastRow}`
  const columns = headers.map(
    (header, index) => `<tableColumn id="${index + 1}" name="${columnName(header)}"/>`,
  )
  return [
    `<table xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" id="${id}" name="${name}" displayName="${name}" ref="${ref}" totalsRowShown="0">`,
    `<autoFilter ref="${ref}"/>`,
    `<tableColumns count="${headers.length}">${columns.join('')}</tableColumns>`,
    '<tableStyleInfo showFirstColumn="0" showLastColumn="0" showRowStripes="0" showColumnStripes="0"/></table>',
  ].join('')
}

/** A name a spreadsheet accepts for a table: letters, digits and underscores, never what could be a cell. */
export const tableName = (sheet: string) => `${sheet.replaceAll(/[^\p{L}\p{N}]+/gu, '_')}_table`

/** Headers of a table, each different: "Short", "Short (2)"; spreadsheets do not tell upper from lower case. */
export function uniqueHeaders(headers: readonly string[]): string[] {
  const used = new Set<string>()
  return headers.map((header) => {
    let name = header
    for (let n = 2; used.has(name.toLowerCase()); n++) name = `${header} (${n})`
    used.add(name.toLowerCase())
    return name
  })
}
