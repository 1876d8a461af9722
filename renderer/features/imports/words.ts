import type {
  ImportField,
  ImportFormat,
  ImportPreview,
  RowsOfMonth,
} from '../../../shared/contract/imports.ts'
import { formatMonth, formatNumber } from '../../../shared/domain/format.ts'
import { count } from '../../parts/figures/words.ts'

export const fieldLabels: Readonly<Record<ImportField, string>> = {
  aiText: 'AI version',
  finalText: 'Final version',
  request: 'Request',
  occurredOn: 'Date',
  externalId: 'ID',
  person: 'Person',
  editMinutes: 'Minutes to correct',
  satisfaction: 'Satisfaction, 1 to 5',
}

const formatWords: Readonly<Record<ImportFormat, string>> = {
  csv: 'CSV',
  xlsx: 'Excel workbook',
  json: 'JSON',
  jsonl: 'JSON lines',
  claude: 'claude.ai export',
  chatgpt: 'ChatGPT export',
  texts: 'text documents',
  pasted: 'pasted',
}

const delimiterWords: Readonly<Record<string, string>> = {
  ',': 'comma-separated',
  ';': 'semicolon-separated',
  '\t': 'tab-separated',
  '|': 'separated by |',
}

/** "6,480 rows, comma-separated, UTF-8". */
export function fileFacts(
  {
    format,
    rowCount,
    delimiter,
    encoding,
  }: Pick<ImportPreview, 'format' | 'rowCount' | 'delimiter' | 'encoding'>,
  locale: string,
): string {
  const kind = delimiter === null ? formatWords[format] : (delimiterWords[delimiter] ?? formatWords[format])
  return [count(rowCount, 'row', locale), kind, encoding].filter((fact) => fact !== null).join(', ')
}

const monthsNamed = 3

/** "Bring in 25 rows of October 2026", "Bring in 45 rows: 25 of October 2026, 20 of November 2026". */
export function bringInWords(
  dated: readonly RowsOfMonth[],
  { undated, undatedTo, locale }: { undated: number; undatedTo: string; locale: string },
): string {
  const months = new Map(dated.map(({ month, rows }) => [month, rows]))
  if (undated > 0) months.set(undatedTo, (months.get(undatedTo) ?? 0) + undated)
  const rows = [...months].sort(([a], [b]) => (a < b ? -1 : 1))
  const all = `Bring in ${count(
    rows.reduce((sum, [, n]) => sum + n, 0),
    'row',
    locale,
  )}`
  const [only] = rows
  if (!only) return all
  if (rows.length === 1) return `${all} of ${formatMonth(only[0], locale)}`
  if (rows.length > monthsNamed) return `${all} of ${formatNumber(rows.length, 0, locale)} months`
  const each = rows.map(([month, n]) => `${formatNumber(n, 0, locale)} of ${formatMonth(month, locale)}`)
  return `${all}: ${each.join(', ')}`
}
