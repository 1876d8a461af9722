import { inlineRow, rawWorkbook } from './workbook.ts'

/** A row as somebody's tool holds it before it is written in that tool's way. */
export type Written = {
  id: string
  day: string
  request: string
  text: string
  final: string
  minutes: string
}

const fields = ['id', 'day', 'request', 'text', 'final', 'minutes'] as const
export const namings = {
  english: ['Ticket ID', 'Created', 'Customer message', 'AI draft', 'Sent reply', 'Edit minutes'],
  code: ['id', 'created_at', 'prompt', 'model_output', 'final_text', 'edit_minutes'],
  german: ['Vorgangsnummer', 'Datum', 'Anfrage', 'KI-Entwurf', 'Gesendet', 'Bearbeitungsminuten'],
} as const
export type Naming = keyof typeof namings

const cellsOf = (row: Written) => fields.map((field) => row[field])
const keyed = (row: Written, naming: Naming) =>
  Object.fromEntries(cellsOf(row).map((value, at) => [namings[naming][at], value]))

export const dialects = {
  'commas, quotes where needed': { delimiter: ',', newline: '\n', isAlwaysQuoted: false, lead: '' },
  'commas, quotes everywhere': { delimiter: ',', newline: '\r\n', isAlwaysQuoted: true, lead: '' },
  semicolons: { delimiter: ';', newline: '\r\n', isAlwaysQuoted: false, lead: '' },
  'semicolons, quotes everywhere': { delimiter: ';', newline: '\n', isAlwaysQuoted: true, lead: '' },
  tabs: { delimiter: '\t', newline: '\n', isAlwaysQuoted: false, lead: '' },
  pipes: { delimiter: '|', newline: '\n', isAlwaysQuoted: false, lead: '' },
  'a sep= line': { delimiter: ';', newline: '\r\n', isAlwaysQuoted: false, lead: 'sep=;\r\n' },
  'a title above': { delimiter: ',', newline: '\n', isAlwaysQuoted: false, lead: 'Replies of the desk\n\n' },
} as const
export type Dialect = keyof typeof dialects

export function csvText(rows: readonly Written[], naming: Naming, dialect: Dialect): string {
  const { delimiter, newline, isAlwaysQuoted, lead } = dialects[dialect]
  const quote = (text: string) =>
    isAlwaysQuoted || /["\n\r]/.test(text) || text.includes(delimiter)
      ? `"${text.replaceAll('"', '""')}"`
      : text
  const lines = [namings[naming], ...rows.map(cellsOf)].map((cells) => cells.map(quote).join(delimiter))
  return `${lead}${lines.join(newline)}${newline}`
}

const windows1252: Readonly<Record<string, number>> = {
  '–': 0x96,
  '’': 0x92,
  '“': 0x93,
  '”': 0x94,
  '€': 0x80,
}
export const encodings = {
  'UTF-8': (text: string) => Buffer.from(text),
  'UTF-8 with a mark': (text: string) => Buffer.from(`\uFEFF${text}`),
  'UTF-16LE': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le'),
  'UTF-16BE': (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(),
  'UTF-16LE without a mark': (text: string) => Buffer.from(text, 'utf16le'),
  'Windows-1252': (text: string) =>
    Buffer.from(Array.from(text, (each) => windows1252[each] ?? each.charCodeAt(0))),
} as const
export type Encoding = keyof typeof encodings

const xml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
const letter = (at: number) => String.fromCharCode(65 + at)
type CellWriter = (text: string, reference: string, at: number) => string
const rowsOf = (rows: readonly (readonly string[])[], cell: CellWriter) =>
  rows
    .map(
      (cells, at) =>
        `<row r="${at + 1}">${cells.map((text, column) => cell(text, `${letter(column)}${at + 1}`, column)).join('')}</row>`,
    )
    .join('')

/** Workbooks as four writers put them: inline texts, shared texts in runs, formulas, and no references. */
export const workbookHabits = {
  'inline texts': (rows: readonly (readonly string[])[]) =>
    rawWorkbook({ Data: rows.map((cells, at) => inlineRow(at + 1, cells.map(xml))).join('') }),
  'shared texts in runs': (rows: readonly (readonly string[])[]) => {
    const width = rows[0]?.length ?? 0
    const shared = rows.flat().map((text) => {
      const half = text.length >> 1
      const run = (part: string) => `<r><t xml:space="preserve">${xml(part)}</t></r>`
      return `<si>${run(text.slice(0, half))}${run(text.slice(half))}</si>`
    })
    let index = 0
    const data = rowsOf(rows, (_, reference) => `<c r="${reference}" t="s"><v>${index++}</v></c>`)
    return rawWorkbook({ Data: data }, [
      { name: 'xl/sharedStrings.xml', data: `<sst count="${rows.length * width}">${shared.join('')}</sst>` },
    ])
  },
  formulas: (rows: readonly (readonly string[])[]) =>
    rawWorkbook({
      Data: rowsOf(
        rows,
        (text, reference) => `<c r="${reference}" t="str"><f t="shared" si="0"/><v>${xml(text)}</v></c>`,
      ),
    }),
  'no references, CDATA': (rows: readonly (readonly string[])[]) =>
    rawWorkbook({
      Data: rows
        .map(
          (cells) =>
            `<row>${cells.map((text) => `<c t="inlineStr"><is><t xml:space="preserve"><![CDATA[${text}]]></t></is></c>`).join('')}</row>`,
        )
        .join(''),
    }),
} as const
export type WorkbookHabit = keyof typeof workbookHabits

export const workbookOf = (rows: readonly Written[], naming: Naming, habit: WorkbookHabit) =>
  workbookHabits[habit]([namings[naming], ...rows.map(cellsOf)])

const html = (text: string) => `<div><p>${xml(text).replaceAll('\n', '<br>')}</p></div>`
const roles = {
  customer: 'ai_agent',
  user: 'assistant',
  Human: 'AI',
  visitor: 'bot',
  Kunde: 'KI-Assistent',
} as const

/** What a record looks like inside a JSON file. */
export const recordHabits = {
  fields: (row: Written, naming: Naming): unknown => keyed(row, naming),
  'nested fields': ({ id, day, minutes, ...row }: Written): unknown => ({
    ...{ id, created_at: day },
    input: { question: row.request },
    output: { answer: row.text },
    review: { final_text: row.final, edit_minutes: minutes },
  }),
  HTML: (row: Written, naming: Naming): unknown =>
    keyed({ ...row, request: html(row.request), text: html(row.text), final: html(row.final) }, naming),
  ...Object.fromEntries(
    Object.entries(roles).map(([person, ai]) => [
      `${person} and ${ai}`,
      ({ id, day, request, text, final, minutes }: Written): unknown => ({
        ...{ id, created_at: day, edit_minutes: minutes },
        messages: [
          { role: person, content: request },
          { role: ai, content: text },
          { role: 'support', content: final },
        ],
      }),
    ]),
  ),
} as Readonly<Record<string, (row: Written, naming: Naming) => unknown>>

/** Where the list stands. */
export const depths: Readonly<Record<string, (list: unknown[]) => unknown>> = {
  'at the top': (list) => list,
  'one down': (list) => ({ exported: '2026-04-02', items: list }),
  'two down': (list) => ({ data: { tickets: list } }),
  'three down': (list) => ({ report: { meta: { version: 2 }, run: { results: list } } }),
  'four down, in a list of one': (list) => ({ a: { b: [{ c: { rows: list } }] } }),
}

/** JSON with every character beyond ASCII escaped, as Python writes it. */
export const escaped = (json: string) =>
  json.replace(/[^\0-\x7F]/g, (each) => `\\u${each.charCodeAt(0).toString(16).padStart(4, '0')}`)
