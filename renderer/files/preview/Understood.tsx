import { Button } from '@mantine/core'
import type { DateOrder, TablePreview } from '../../../shared/contract/imports.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import styles from '../files.module.css'
import { monthsWords, rowWords, words } from '../words.ts'
import type { Mapping } from './column-mapping.ts'
import { type FieldWords, saidOf, usedFields } from './field-words.ts'

const unusedNamed = 3

type UnderstoodProps<Field extends string> = {
  file: Pick<TablePreview<Field>, 'columns' | 'rowCount' | 'dates'>
  fields: FieldWords<Field>
  /** The field that holds the dates. */
  dates: Field | undefined
  mapping: Mapping<Field>
  dateOrder: DateOrder
  isOpen: boolean
  onOpen: (isOpen: boolean) => void
}

/** What was understood of a file, in a sentence, and the way to the selectors behind it. */
export function Understood<Field extends string>(props: UnderstoodProps<Field>) {
  const { file, fields, mapping, isOpen, onOpen } = props
  return (
    <div className={styles.understood}>
      <p>
        {[columnsSentence(file, fields, mapping), monthsSentence(props), unusedSentence(file, mapping)]
          .filter((sentence) => sentence !== '')
          .join(' ')}
      </p>
      <Button variant="default" aria-expanded={isOpen} onClick={() => onOpen(!isOpen)}>
        {isOpen ? words.closeTheColumns : words.change}
      </Button>
    </div>
  )
}

/** "The AI version is in “Reply”, the final version in “Sent”, and the date in “Closed at”." */
function columnsSentence<Field extends string>(
  { columns }: Pick<TablePreview<Field>, 'columns'>,
  fields: FieldWords<Field>,
  mapping: Mapping<Field>,
): string {
  const places = usedFields(fields, mapping).map((field, index) => {
    const column = columns.find((each) => each.index === mapping[field])?.name ?? ''
    return words.isIn(saidOf(fields, field), column, index === 0)
  })
  const said = listed(places)
  return said && `${said[0]?.toUpperCase()}${said.slice(1)}.`
}

function monthsSentence<Field extends string>(props: UnderstoodProps<Field>): string {
  const { file, dates, mapping, dateOrder } = props
  const dated = dates && file.dates.find(({ column }) => column === mapping[dates])
  if (!dated) return `${rowWords(file.rowCount)}.`
  const months = dated.months[dateOrder]
  const undated = file.rowCount - months.reduce((sum, { rows }) => sum + rows, 0)
  const named = monthsWords(months.map((each) => ({ ...each, month: formatMonth(each.month, locale) })))
  return undated > 0 ? words.withUndated(named, rowWords(undated)) : `${named}.`
}

function unusedSentence<Field extends string>(
  { columns }: Pick<TablePreview<Field>, 'columns'>,
  mapping: Mapping<Field>,
): string {
  const used = new Set(Object.values<number | undefined>(mapping))
  const unused = columns.filter(({ index, filled }) => filled > 0 && !used.has(index))
  if (unused.length === 0) return ''
  const named = unused.slice(0, unusedNamed).map(({ name }) => `“${name}”`)
  const more = unused.length - named.length
  return words.notUsedAre(listed(more > 0 ? [...named, words.moreColumns(more)] : named))
}

const listed = (parts: readonly string[]) =>
  new Intl.ListFormat(locale, { type: 'conjunction' }).format(parts)
