import { Button } from '@mantine/core'
import { type ReactNode, useState } from 'react'
import type { DateOrder, TablePreview } from '../../../shared/contract/imports.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import { useUnsaved } from '../../ui/saving/unsaved.ts'
import type { ChosenFiles } from '../FileDrop.tsx'
import styles from '../files.module.css'
import { words } from '../words.ts'
import { ColumnTable } from './ColumnTable.tsx'
import { type Mapping, withField } from './column-mapping.ts'
import { Examples } from './Examples.tsx'
import { FileReading } from './FileReading.tsx'
import type { FieldWords } from './field-words.ts'
import { OpenQuestion, openQuestions } from './OpenQuestion.tsx'
import { StaysOut } from './StaysOut.tsx'
import { Understood } from './Understood.tsx'
import type { Reading } from './use-reading.ts'

export type Guessed<Field extends string> = TablePreview<Field> & {
  isRemembered?: boolean
  orderBefore?: DateOrder | null
}

type ColumnsFormProps<Field extends string> = {
  files: ChosenFiles
  file: Guessed<Field>
  reading: Reading
  fields: FieldWords<Field>
  /** The field that holds the dates, where there is one. */
  dates?: NoInfer<Field>
  /** The text the kind cannot do without, where several columns may hold it. */
  needed?: NoInfer<Field>
  /** Which columns have to be chosen before anything can come in, or null. */
  missing: (mapping: Mapping<NoInfer<Field>>) => string | null
  /** What else has to be chosen, or null. */
  missingChoice?: string | null
  /** What the button says, where it can say more than the number of rows. */
  bringInWords?: (mapping: Mapping<NoInfer<Field>>, dateOrder: DateOrder) => ReactNode
  /** How many rows would come in; all of them unless something is chosen from them. */
  rowCount?: number
  bringIn: { error: Error | null; isPending: boolean }
  onBringIn: (mapping: Mapping<Field>, dateOrder: DateOrder) => void
  onBack: () => void
  /** Further choices, and what else to know before the rows come in. */
  choices?: (mapping: Mapping<Field>, dateOrder: DateOrder) => ReactNode
}

/**
 * What a file seems to hold: a sentence, rows to recognise, at most one question and what stays out; the selectors
 * to correct it stand behind the sentence. Nothing is kept before the button is pressed.
 */
export function ColumnsForm<Field extends string>(props: ColumnsFormProps<Field>) {
  const { files, file, reading, bringIn } = props
  const [mapping, setMapping] = useState<Mapping<Field>>(file.guess)
  const [dateOrder, setDateOrder] = useState(file.dateOrder)
  const [isChecked, setIsChecked] = useState(false)
  const [isTouched, setIsTouched] = useState(false)
  useUnsaved(isTouched && !bringIn.isPending)
  const questions = openQuestions(props, mapping)
  const [isColumnAnswered, setIsColumnAnswered] = useState(false)
  const missingColumn = props.missing(mapping)
  const missing =
    missingColumn ??
    (questions.length > 1 && !isColumnAnswered ? words.answerTheQuestion : null) ??
    props.missingChoice ??
    null
  const chosen = { ...props, mapping, dateOrder }
  return (
    <form
      className={styles.stack}
      onInput={() => setIsTouched(true)}
      onSubmit={(event) => {
        event.preventDefault()
        setIsChecked(true)
        if (missing === null) props.onBringIn(mapping, dateOrder)
        else if (missingColumn !== null) reading.open(true)
      }}
    >
      {files.pasted !== 'ids' && <Columns {...chosen} onMapping={setMapping} />}
      <div className={styles.looked}>
        <Examples {...chosen} />
        <div className={styles.beside}>
          <OpenQuestion
            {...chosen}
            questions={questions}
            isColumnAnswered={isColumnAnswered}
            onColumn={(column) => {
              setIsColumnAnswered(true)
              if (props.needed) setMapping(withField(mapping, column, props.needed))
            }}
            onDateOrder={setDateOrder}
          />
          <StaysOut file={file} reading={reading} />
          {props.choices?.(mapping, dateOrder)}
        </div>
      </div>
      {isChecked && missing !== null && (
        <p className={styles.error} role="alert">
          {missing}
        </p>
      )}
      {bringIn.error && <ErrorNote error={bringIn.error} />}
      <Actions className={styles.end}>
        <Button type="submit" loading={bringIn.isPending}>
          {props.bringInWords?.(mapping, dateOrder) ?? words.bringIn(props.rowCount ?? file.rowCount)}
        </Button>
        <Button variant="default" onClick={props.onBack}>
          {files.pasted ? words.pasteOthers : words.chooseAnother}
        </Button>
      </Actions>
    </form>
  )
}

type ColumnsProps<Field extends string> = ColumnsFormProps<Field> & {
  mapping: Mapping<Field>
  dateOrder: DateOrder
  onMapping: (mapping: Mapping<Field>) => void
}

/** What was understood, and behind it how the file is read and what each column is. */
function Columns<Field extends string>(props: ColumnsProps<Field>) {
  const { files, file, reading, fields, dates, mapping, dateOrder, onMapping } = props
  // Where something is missing there is nothing to say in a sentence, but something to choose.
  const isNeeded = props.missing(file.guess) !== null
  const isOpen = reading.isOpen || isNeeded
  return (
    <>
      <Understood {...{ file, fields, dates, mapping, dateOrder, isOpen }} onOpen={reading.open} />
      {isOpen && (
        <div className={styles.stack}>
          <p className={styles.quiet}>{file.isRemembered ? words.remembered : words.guessed}</p>
          {!files.pasted && <FileReading file={file} reading={reading} />}
          <ColumnTable
            preview={{ ...file, isRemembered: file.isRemembered ?? false }}
            labels={fields.labels}
            mapping={mapping}
            onChange={onMapping}
          />
        </div>
      )}
    </>
  )
}
