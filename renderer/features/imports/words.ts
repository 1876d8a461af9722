import type { ImportField, ImportFormat, ImportPreview } from '../../../shared/contract/imports.ts'
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
