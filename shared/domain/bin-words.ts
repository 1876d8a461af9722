import { formatNumber } from './format.ts'

/** For how long what was deleted can be put back. */
export const binDays = 30

export const binKinds = {
  workflow: 'Workflow',
  import: 'Import',
  standard_input: 'Standard input',
  draft: 'Draft',
  signal: 'Signal',
} as const
export type BinKind = keyof typeof binKinds

/** What is worth naming of what was deleted along, by table. */
const nouns = {
  imports: ['import', 'imports'],
  outputs: ['output', 'outputs'],
  output_completions: ['completed output', 'completed outputs'],
  standards: ['quality standard', 'quality standards'],
  standard_inputs: ['standard input', 'standard inputs'],
  data_dependencies: ['source of data', 'sources of data'],
  skipped_months: ['skipped month', 'skipped months'],
} as const

/** "2 imports, 480 outputs and 4 quality standards"; '' for what is only itself. */
export function binContents(kind: BinKind, rows: Readonly<Record<string, number>>, locale: string): string {
  if (kind !== 'workflow' && kind !== 'import') return ''
  const parts = Object.entries(nouns).flatMap(([table, [one, many]]) => {
    const count = rows[table] ?? 0
    return count === 0 ? [] : [`${formatNumber(count, 0, locale)} ${count === 1 ? one : many}`]
  })
  const last = parts.pop()
  return parts.length === 0 ? (last ?? '') : `${parts.join(', ')} and ${last}`
}
