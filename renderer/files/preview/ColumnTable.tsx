import { Button, NativeSelect } from '@mantine/core'
import { useState } from 'react'
import type { PreviewColumn } from '../../../shared/contract/imports.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import { Table } from '../../ui/tables/Table.tsx'
import styles from '../files.module.css'
import { words } from '../words.ts'
import { fieldOf, type Mapping, withField } from './column-mapping.ts'

const notUsed = ''

/** So many columns are shown in any case. */
const alwaysShown = 4

const columns = [
  { heading: words.column, width: '22%' },
  { heading: words.firstValues },
  { heading: words.filled, width: '72px', isNumber: true },
  { heading: words.whatItIs, width: '264px' },
]

type ColumnTableProps<Field extends string> = {
  preview: { columns: readonly PreviewColumn[]; guess: Mapping<Field>; isRemembered: boolean }
  /** What each field is called, in the order they are offered. */
  labels: Readonly<Record<Field, string>>
  mapping: Mapping<Field>
  onChange: (mapping: Mapping<Field>) => void
}

/** One row per column of the file: its name, its first values, and what it is. Used columns come first. */
export function ColumnTable<Field extends string>({
  preview,
  labels,
  mapping,
  onChange,
}: ColumnTableProps<Field>) {
  const options = [
    { value: notUsed, label: words.notUsed },
    ...Object.entries<string>(labels).map(([value, label]) => ({ value, label })),
  ]
  // The order is that of the guess, so that no row moves while the owner corrects it.
  const [ordered] = useState(() =>
    preview.columns.toSorted((first, second) => rank(mapping, first.index) - rank(mapping, second.index)),
  )
  const usedCount = ordered.filter(({ index }) => fieldOf(mapping, index) !== null).length
  const [showsAll, setShowsAll] = useState(false)
  const shown = showsAll ? ordered : ordered.slice(0, Math.max(alwaysShown, usedCount))
  const hidden = ordered.length - shown.length
  return (
    <>
      <Table label={words.columnsOfTheFile} columns={columns}>
        <tbody>
          {shown.map((column) => {
            const field = fieldOf(mapping, column.index)
            const isGuessed = field !== null && preview.guess[field] === column.index
            return (
              <tr key={column.index} data-unused={field === null || undefined}>
                <th scope="row">{column.name}</th>
                <td className={styles.samples}>
                  {column.samples.map((sample, index) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: the first values never change places
                    <span key={index} dir="auto">
                      {sample}
                    </span>
                  ))}
                </td>
                <td data-number>{formatNumber(column.filled, 0, locale)}</td>
                <td>
                  <NativeSelect
                    aria-label={words.whatIs(column.name)}
                    value={field ?? notUsed}
                    data={options}
                    onChange={(event) =>
                      onChange(
                        withField(mapping, column.index, chosenField<Field>(event.currentTarget.value)),
                      )
                    }
                  />
                  {isGuessed && (
                    <small className={styles.guessed}>
                      {preview.isRemembered ? words.asLastTime : words.guessed2}
                    </small>
                  )}
                </td>
              </tr>
            )
          })}
        </tbody>
      </Table>
      {hidden > 0 && (
        <Button variant="subtle" className={styles.moreColumns ?? ''} onClick={() => setShowsAll(true)}>
          {words.showMoreThatNotUsed(
            hidden,
            hidden === 1 ? 'column' : 'columns',
            hidden === 1 ? 'is' : 'are',
          )}
        </Button>
      )}
    </>
  )
}

const rank = (mapping: Mapping<string>, index: number) => (fieldOf(mapping, index) === null ? 1 : 0)

function chosenField<Field extends string>(value: string): Field | null {
  return value === notUsed ? null : (value as Field)
}
