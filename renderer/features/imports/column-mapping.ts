import type { ColumnMapping, ImportField } from '../../../shared/contract/imports.ts'

/** What the column at `index` holds, or null when it is not used. */
export function fieldOf(mapping: ColumnMapping, index: number): ImportField | null {
  const entry = Object.entries(mapping).find(([, column]) => column === index)
  return entry ? (entry[0] as ImportField) : null
}

/** The mapping with one column's meaning changed; a field another column had moves to this one. */
export function withField(mapping: ColumnMapping, index: number, field: ImportField | null): ColumnMapping {
  const rest = Object.fromEntries(
    Object.entries(mapping).filter(([name, column]) => column !== index && name !== field),
  ) as ColumnMapping
  return field === null ? rest : { ...rest, [field]: index }
}
