import type { DateOrder, ImportField, ImportFormat, ImportPreview } from '../../../shared/contract/imports.ts'
import { count } from '../results/words.ts'

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

export const dateOrderLabels: Readonly<Record<DateOrder, string>> = {
  'day-first': 'Day first: 3/4 is 3 April',
  'month-first': 'Month first: 3/4 is 4 March',
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

const datePattern = /^\s*(\d{1,2})[./-](\d{1,2})[./-]\d{2,4}\b/

/** True when every date that could be read both ways is, as 03/04/2026; ISO dates never are. */
export function isDateOrderOpen(samples: readonly string[]): boolean {
  const dates = samples.flatMap((sample) => {
    const parts = datePattern.exec(sample)
    return parts ? [parts.slice(1, 3).map(Number)] : []
  })
  return dates.length > 0 && dates.every((parts) => parts.every((part) => part <= 12))
}
