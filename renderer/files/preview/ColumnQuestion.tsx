import type { TablePreview } from '../../../shared/contract/imports.ts'
import styles from '../files.module.css'
import { words } from '../words.ts'
import { Readings } from './Readings.tsx'

const rowsShown = 2
const textLength = 110

type ColumnQuestionProps = {
  file: Pick<TablePreview<string>, 'columns' | 'examples'>
  /** The columns it may be, the guessed one first. */
  rivals: readonly number[]
  /** What is asked for, within a sentence: "the AI version". */
  what: string
  /** The chosen column; null while none of them is. */
  value: number | null
  onChange: (column: number) => void
}

/** Which of several columns holds the text that is needed, with two rows of the file. */
export function ColumnQuestion({ file, rivals, what, value, onChange }: ColumnQuestionProps) {
  const rows = file.examples.slice(0, rowsShown)
  return (
    <section className={styles.question} aria-labelledby="column-question">
      <h3 id="column-question">{words.whichColumn(what)}</h3>
      <p className={styles.quiet}>{words.noNameSaysWhich}</p>
      <Readings
        label={words.whichColumn(what)}
        rows={rows.map(({ row }) => words.rowOfNames(row))}
        value={value}
        onChange={onChange}
        options={rivals.map((column) => ({
          value: column,
          label: file.columns.find(({ index }) => index === column)?.name ?? '',
          cells: rows.map(({ cells }) => shortened(cells[column] ?? '')),
        }))}
      />
    </section>
  )
}

const shortened = (text: string) => (text.length > textLength ? `${text.slice(0, textLength - 1)}…` : text)
