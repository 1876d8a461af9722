import { useState } from 'react'
import type { DateOrder, ExampleRow, TablePreview } from '../../../shared/contract/imports.ts'
import layout from '../../ui/layout/layout.module.css'
import styles from '../files.module.css'
import { words } from '../words.ts'
import type { Mapping } from './column-mapping.ts'
import { cellWords, type FieldWords, usedFields } from './field-words.ts'
import { partingAt } from './parting.ts'

const shown = 3
/** So many texts have room beside each other. */
const textsShown = 2

type ExamplesProps<Field extends string> = {
  file: Pick<TablePreview<Field>, 'columns' | 'examples' | 'rowCount'>
  fields: FieldWords<Field>
  /** The field that holds the dates. */
  dates?: Field | undefined
  mapping: Mapping<Field>
  dateOrder: DateOrder
}

/** Three rows of the file as they will be read: would the owner recognise them? */
export function Examples<Field extends string>(props: ExamplesProps<Field>) {
  const { file, fields, mapping } = props
  const [from, setFrom] = useState(0)
  const used = usedFields(fields, mapping)
  const told = fields.texts.filter((field) => mapping[field] !== undefined)
  const title = fields.title !== undefined && mapping[fields.title] !== undefined ? fields.title : null
  const texts = (told.length > 0 ? told : used.filter((field) => field !== title)).slice(0, textsShown)
  const aside = used.filter((field) => field !== title && !texts.includes(field))
  if (texts.length === 0) return null
  const rows = file.examples.slice(from, from + shown)
  const name = (field: Field) => file.columns.find(({ index }) => index === mapping[field])?.name ?? ''
  return (
    <section
      className={styles.examples}
      aria-labelledby="examples"
      data-aside={aside.length > 0 || undefined}
      data-texts={texts.length}
    >
      <div className={styles.heading}>
        <h3 id="examples">{words.doYouRecogniseThese}</h3>
        <small>
          {words.someOf(rows.length, file.rowCount)}{' '}
          {file.examples.length > shown && (
            <button
              type="button"
              className={layout.textButton}
              onClick={() => setFrom(from + shown < file.examples.length ? from + shown : 0)}
            >
              {words.showOthers}
            </button>
          )}
        </small>
      </div>
      <div className={styles.exampleHead} aria-hidden="true">
        {texts.map((field) => (
          <small key={field}>{words.labelFrom(fields.labels[field], name(field))}</small>
        ))}
      </div>
      {rows.map((example) => (
        <Example key={example.row} {...props} example={example} {...{ title, texts, aside }} />
      ))}
    </section>
  )
}

type ExampleProps<Field extends string> = ExamplesProps<Field> & {
  example: ExampleRow
  title: Field | null
  texts: readonly Field[]
  aside: readonly Field[]
}

function Example<Field extends string>(props: ExampleProps<Field>) {
  const { example, fields, dates, mapping, dateOrder, title, texts, aside } = props
  const cell = (field: Field) => cellWords(example, mapping[field] ?? -1, dateOrder)
  const [first = '', second] = texts.map(cell)
  const start = second === undefined ? 0 : partingAt(first, second)
  return (
    <article className={styles.example} aria-label={words.rowOfNames(example.row)}>
      <div className={styles.exampleAside}>
        {aside
          .filter((field) => cell(field) !== '')
          .map((field) => (
            <small key={field}>
              {field === dates
                ? cell(field)
                : words.labelled(fields.labels[field].split(',')[0] ?? '', cell(field))}
            </small>
          ))}
      </div>
      {title !== null && (
        <p className={styles.exampleTitle} dir="auto">
          {cell(title)}
        </p>
      )}
      <ExampleText text={first} start={start} />
      {second !== undefined &&
        (second === first ? (
          <p className={styles.quiet}>{words.theSameText}</p>
        ) : (
          <ExampleText text={second} start={start} />
        ))}
    </article>
  )
}

function ExampleText({ text, start }: { text: string; start: number }) {
  if (text === '') return <p className={styles.quiet}>{words.emptyInThisRow}</p>
  return (
    <p className={styles.exampleText} dir="auto">
      {start > 0 && '… '}
      {text.slice(start)}
    </p>
  )
}
