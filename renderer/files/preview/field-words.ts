import type { DateOrder, ExampleRow } from '../../../shared/contract/imports.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import type { Mapping } from './column-mapping.ts'

/** How the fields of a kind of import are called, and how a row of it is laid out. */
export type FieldWords<Field extends string> = {
  /** What each is called, in the order they are offered. */
  labels: Readonly<Record<Field, string>>
  /** As it is called within a sentence, where that is not its label with "the" before it. */
  said?: Readonly<Partial<Record<Field, string>>>
  /** Stands over the texts of a row. */
  title?: Field
  /** Stand beside each other; what is neither stands small at the side. */
  texts: readonly Field[]
}

/** Every field that has a column, in the order they are offered. */
export const usedFields = <Field extends string>({ labels }: FieldWords<Field>, mapping: Mapping<Field>) =>
  (Object.keys(labels) as Field[]).filter((field) => mapping[field] !== undefined)

/** "the AI version", "the date": a field within a sentence. */
export function saidOf<Field extends string>({ labels, said }: FieldWords<Field>, field: Field): string {
  const [label = ''] = labels[field].split(',')
  return (
    said?.[field] ?? `the ${/^[A-Z][a-z]/.test(label) ? label[0]?.toLowerCase() + label.slice(1) : label}`
  )
}

/** A cell as it will be read: a day in words, everything else as it stands. */
export function cellWords({ cells, days }: ExampleRow, column: number, order: DateOrder): string {
  const day = days.find((each) => each.column === column)?.readings[order]
  return day === undefined ? (cells[column] ?? '') : formatDay(day, locale)
}
