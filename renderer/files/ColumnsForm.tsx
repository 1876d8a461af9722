import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { DateOrder, TablePreview } from '../../shared/contract/imports.ts'
import { ErrorNote } from '../ui/feedback/ErrorNote.tsx'
import { Actions } from '../ui/layout/Actions.tsx'
import { useUnsaved } from '../ui/saving/unsaved.ts'
import { ColumnTable } from './ColumnTable.tsx'
import type { Mapping } from './column-mapping.ts'
import { DateQuestion } from './DateQuestion.tsx'
import styles from './files.module.css'
import { words } from './words.ts'

type ColumnsFormProps<Field extends string> = {
  file: Pick<TablePreview<Field>, 'columns' | 'guess' | 'rowCount' | 'dateOrder' | 'dates'> & {
    isRemembered?: boolean
    orderBefore?: DateOrder | null
  }
  /** What each field is called, in the order they are offered. */
  labels: Readonly<Record<Field, string>>
  /** The field that holds the dates, where there is one. */
  dates?: NoInfer<Field>
  /** What has to be chosen before anything can come in, or null. */
  missing: (mapping: Mapping<NoInfer<Field>>) => string | null
  /** What the button says, where it can say more than the number of rows. */
  bringInWords?: (mapping: Mapping<NoInfer<Field>>, dateOrder: DateOrder) => ReactNode
  /** How many rows would come in; all of them unless something is chosen from them. */
  rowCount?: number
  bringIn: { error: Error | null; isPending: boolean }
  onBringIn: (mapping: Mapping<Field>, dateOrder: DateOrder) => void
  onBack: () => void
  /** Further choices; the one of the order of dates stands among them. */
  choices?: (mapping: Mapping<Field>, dateOrder: ReactNode) => ReactNode
}

/** What a file seems to hold, column by column with its first values, to correct before anything is kept. */
export function ColumnsForm<Field extends string>(props: ColumnsFormProps<Field>) {
  const { file, labels, dates, bringIn, choices } = props
  const [mapping, setMapping] = useState<Mapping<Field>>(file.guess)
  const [dateOrder, setDateOrder] = useState(file.dateOrder)
  const [isChecked, setIsChecked] = useState(false)
  const [isTouched, setIsTouched] = useState(false)
  useUnsaved(isTouched && !bringIn.isPending)
  const missing = props.missing(mapping)
  const dated = dates && file.dates.find(({ column }) => column === mapping[dates])
  const dateChoice = dated && (
    <DateQuestion dates={dated} before={file.orderBefore ?? null} value={dateOrder} onChange={setDateOrder} />
  )
  return (
    <form
      className={styles.stack}
      onInput={() => setIsTouched(true)}
      onSubmit={(event) => {
        event.preventDefault()
        setIsChecked(true)
        if (missing === null) props.onBringIn(mapping, dateOrder)
      }}
    >
      <p>{file.isRemembered ? words.remembered : words.guessed}</p>
      <ColumnTable
        preview={{ ...file, isRemembered: file.isRemembered ?? false }}
        labels={labels}
        mapping={mapping}
        onChange={setMapping}
      />
      {choices ? choices(mapping, dateChoice) : dateChoice}
      {isChecked && missing !== null && (
        <p className={styles.error} role="alert">
          {missing}
        </p>
      )}
      {bringIn.error && <ErrorNote error={bringIn.error} />}
      <Actions>
        <Button type="submit" loading={bringIn.isPending}>
          {props.bringInWords?.(mapping, dateOrder) ?? words.bringIn(props.rowCount ?? file.rowCount)}
        </Button>
        <Button variant="default" onClick={props.onBack}>
          {words.chooseAnother}
        </Button>
      </Actions>
    </form>
  )
}
