import type { DateOrder, TablePreview } from '../../../shared/contract/imports.ts'
import { ColumnQuestion } from './ColumnQuestion.tsx'
import type { Mapping } from './column-mapping.ts'
import { DateQuestion, datesSentence, isOpen } from './DateQuestion.tsx'
import { type FieldWords, saidOf } from './field-words.ts'

type Asked<Field extends string> = {
  file: TablePreview<Field> & { orderBefore?: DateOrder | null }
  fields: FieldWords<Field>
  dates?: Field | undefined
  needed?: Field | undefined
}

const datedOf = <Field extends string>({ file, dates }: Asked<Field>, mapping: Mapping<Field>) =>
  dates && file.dates.find(({ column }) => column === mapping[dates])

/** What no evidence in the file decides, the most important first. */
export function openQuestions<Field extends string>(
  asked: Asked<Field>,
  mapping: Mapping<Field>,
): ('column' | 'dates')[] {
  const dated = datedOf(asked, mapping)
  const questions: ('column' | 'dates')[] = asked.needed && asked.file.rivals ? ['column'] : []
  return dated && isOpen(dated) ? [...questions, 'dates'] : questions
}

type OpenQuestionProps<Field extends string> = Asked<Field> & {
  mapping: Mapping<Field>
  dateOrder: DateOrder
  questions: readonly ('column' | 'dates')[]
  isColumnAnswered: boolean
  onColumn: (column: number) => void
  onDateOrder: (order: DateOrder) => void
}

/** The one question of a preview. Where two are open, the second comes once the first is answered. */
export function OpenQuestion<Field extends string>(props: OpenQuestionProps<Field>) {
  const { file, fields, needed, mapping, questions, isColumnAnswered } = props
  const before = file.orderBefore ?? null
  const dated = datedOf(props, mapping)
  const isFirst = questions.length > 1 && !isColumnAnswered
  if (needed && file.rivals && (questions.length === 1 || isFirst)) {
    return (
      <ColumnQuestion
        file={file}
        rivals={file.rivals}
        what={saidOf(fields, needed)}
        value={isFirst ? null : (mapping[needed] ?? null)}
        onChange={props.onColumn}
      />
    )
  }
  if (!dated) return null
  if (questions.includes('dates')) {
    return <DateQuestion dates={dated} before={before} value={props.dateOrder} onChange={props.onDateOrder} />
  }
  const sentence = datesSentence(dated, before)
  return sentence && <p>{sentence}</p>
}
