import { columnLetters } from './workbook-cells.ts'
import { escapeXml } from './xml.ts'

/** Rows of a sheet, and the columns the series stand in; the cells' own values are cached, as null where unknown. */
export type Chart = {
  title: string
  sheet: string
  firstRow: number
  lastRow: number
  /** First days of the months, ISO. */
  months: ChartColumn<string>
  editing: ChartColumn<number | null>
  target: ChartColumn<number | null>
  update: ChartColumn<number | null>
}
export type ChartColumn<Value> = { index: number; header: string; values: readonly Value[] }

const namespaces =
  'xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
const colours = { band: 'E8F0F8', editing: '12436D', update: 'B23A0E' }
/** The columns in which charts begin, side by side; their size in pixels, and the rows that takes. */
const startColumns = [0, 4, 11]
const size = { width: 600, height: 290 }
const rowsPerChart = 16
/** English Metric Units in a pixel. */
const emu = 9525

/** A run chart: the target band as an area, editing and the update line as lines, on the months of the sheet. */
export function chartXml(chart: Chart): string {
  const { title, target, editing, update } = chart
  const hasLines = target.values.some((value) => value !== null)
  const area = hasLines
    ? `<c:areaChart><c:grouping val="standard"/><c:varyColors val="0"/>${series(chart, target, 0, fill(colours.band))}<c:axId val="1"/><c:axId val="2"/></c:areaChart>`
    : ''
  const lines = [
    series(chart, editing, 1, line(colours.editing, 22225), dot(colours.editing)),
    ...(hasLines ? [series(chart, update, 2, line(colours.update, 12700, 'dash'), noDot)] : []),
  ].join('')
  return `<c:chartSpace ${namespaces}><c:roundedCorners val="0"/><c:chart>${titleXml(title)}<c:autoTitleDeleted val="0"/><c:plotArea><c:layout/>${area}<c:lineChart><c:grouping val="standard"/><c:varyColors val="0"/>${lines}<c:marker val="1"/><c:axId val="1"/><c:axId val="2"/></c:lineChart>${axes}</c:plotArea><c:legend><c:legendPos val="b"/><c:overlay val="0"/></c:legend><c:plotVisOnly val="0"/><c:dispBlanksAs val="gap"/></c:chart></c:chartSpace>`
}

const titleXml = (title: string) =>
  `<c:title><c:tx><c:rich><a:bodyPr/><a:p><a:pPr><a:defRPr sz="1100" b="1"/></a:pPr><a:r><a:rPr lang="en-GB" sz="1100" b="1"/><a:t>${escapeXml(title)}</a:t></a:r></a:p></c:rich></c:tx><c:overlay val="0"/></c:title>`

const fill = (colour: string) =>
  `<c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr>`
const line = (colour: string, width: number, dash?: string) =>
  `<c:spPr><a:ln w="${width}"><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill>${dash ? `<a:prstDash val="${dash}"/>` : ''}</a:ln></c:spPr>`
const dot = (colour: string) =>
  `<c:marker><c:symbol val="circle"/><c:size val="5"/><c:spPr><a:solidFill><a:srgbClr val="${colour}"/></a:solidFill><a:ln><a:noFill/></a:ln></c:spPr></c:marker>`
const noDot = '<c:marker><c:symbol val="none"/></c:marker>'

const axes = [
  '<c:dateAx><c:axId val="1"/><c:scaling><c:orientation val="minMax"/></c:scaling><c:delete val="0"/><c:axPos val="b"/><c:numFmt formatCode="mmm yy" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="low"/><c:crossAx val="2"/><c:crosses val="autoZero"/><c:auto val="1"/><c:lblOffset val="100"/><c:baseTimeUnit val="months"/></c:dateAx>',
  '<c:valAx><c:axId val="2"/><c:scaling><c:orientation val="minMax"/><c:min val="0"/></c:scaling><c:delete val="0"/><c:axPos val="l"/><c:majorGridlines><c:spPr><a:ln w="6350"><a:solidFill><a:srgbClr val="E4E0D9"/></a:solidFill></a:ln></c:spPr></c:majorGridlines><c:numFmt formatCode="0%" sourceLinked="0"/><c:majorTickMark val="none"/><c:minorTickMark val="none"/><c:tickLblPos val="nextTo"/><c:crossAx val="1"/><c:crosses val="autoZero"/><c:crossBetween val="between"/></c:valAx>',
].join('')

function series(
  chart: Chart,
  column: ChartColumn<number | null>,
  index: number,
  look: string,
  marker = '',
): string {
  const points = column.values.flatMap((value, at) =>
    value === null ? [] : [`<c:pt idx="${at}"><c:v>${value}</c:v></c:pt>`],
  )
  const months = chart.months.values.map(
    (month, at) => `<c:pt idx="${at}"><c:v>${serialOf(month)}</c:v></c:pt>`,
  )
  const count = `<c:ptCount val="${column.values.length}"/>`
  return `<c:ser><c:idx val="${index}"/><c:order val="${index}"/><c:tx><c:v>${escapeXml(column.header)}</c:v></c:tx>${look}${marker}<c:cat><c:numRef><c:f>${rangeOf(chart, chart.months.index)}</c:f><c:numCache><c:formatCode>mmm yyyy</c:formatCode>${count}${months.join('')}</c:numCache></c:numRef></c:cat><c:val><c:numRef><c:f>${rangeOf(chart, column.index)}</c:f><c:numCache><c:formatCode>0.0%</c:formatCode>${count}${points.join('')}</c:numCache></c:numRef></c:val>${marker === '' ? '' : '<c:smooth val="0"/>'}</c:ser>`
}

function rangeOf({ sheet, firstRow, lastRow }: Chart, column: number): string {
  const letters = columnLetters(column)
  return escapeXml(`'${sheet.replaceAll("'", "''")}'!$${letters}$${firstRow}:$${letters}$${lastRow}`)
}

/** The day of a spreadsheet: days since the end of 1899. */
const serialOf = (day: string) =>
  Math.round((Date.parse(`${day}T00:00:00Z`) - Date.UTC(1899, 11, 30)) / 86_400_000)

/** Rows that charts take below a table. */
export const rowsOfCharts = (count: number) => Math.ceil(count / startColumns.length) * rowsPerChart

/** Where each chart stands: two side by side from `firstRow` (counted from 1) on. */
export function drawingXml(charts: readonly Chart[], firstRow: number): string {
  const anchors = charts.map((chart, index) => {
    const column = startColumns[index % startColumns.length] ?? 0
    const row = firstRow - 1 + Math.floor(index / startColumns.length) * rowsPerChart
    return `<xdr:oneCellAnchor><xdr:from><xdr:col>${column}</xdr:col><xdr:colOff>0</xdr:colOff><xdr:row>${row}</xdr:row><xdr:rowOff>0</xdr:rowOff></xdr:from><xdr:ext cx="${size.width * emu}" cy="${size.height * emu}"/><xdr:graphicFrame macro=""><xdr:nvGraphicFramePr><xdr:cNvPr id="${index + 2}" name="Chart ${index + 1}" descr="${escapeXml(chart.title)}"/><xdr:cNvGraphicFramePr/></xdr:nvGraphicFramePr><xdr:xfrm><a:off x="0" y="0"/><a:ext cx="0" cy="0"/></xdr:xfrm><a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/chart"><c:chart xmlns:c="http://schemas.openxmlformats.org/drawingml/2006/chart" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" r:id="rId${index + 1}"/></a:graphicData></a:graphic></xdr:graphicFrame><xdr:clientData/></xdr:oneCellAnchor>`
  })
  return `<xdr:wsDr xmlns:xdr="http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing" xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main">${anchors.join('')}</xdr:wsDr>`
}
