import { NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type {
  ColumnMapping,
  DateOrder,
  ImportField,
  ReadingChoice,
} from '../../../shared/contract/imports.ts'
import { measures } from '../../../shared/domain/figures/measures/index.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { isByReference } from '../../../shared/domain/reviews/by-reference.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import { ColumnsForm, type Guessed } from '../../files/preview/ColumnsForm.tsx'
import type { Reading } from '../../files/preview/use-reading.ts'
import { words as filesWords } from '../../files/words.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { CountedNotes, CountedRows } from './CountedRows.tsx'
import styles from './imports.module.css'
import { outputFields, words } from './words.ts'

const selectableMonths = 24

type PreviewFormProps = {
  files: ChosenFiles
  file: Guessed<ImportField>
  reading: Reading
  target: { workflowId: number; fileIds: string[] } & ReadingChoice
  month: string
  onStarted: (jobId: string) => void
  onBack: () => void
}

/** The choices of an import: what each column is, how dates read, and which months to keep. */
export function PreviewForm({ file, target, month, onStarted, ...rest }: PreviewFormProps) {
  const [undatedMonth, setUndatedMonth] = useState(month)
  const [isOnlyMonth, setIsOnlyMonth] = useState(false)
  const start = useMutation(
    orpc.imports.start.mutationOptions({ onSuccess: ({ jobId }) => onStarted(jobId) }),
  )
  const isChoice = (mapping: ColumnMapping, dateOrder: DateOrder) =>
    isAmong(month, monthsIn(file, mapping, dateOrder))
  const choiceOf = (mapping: ColumnMapping, dateOrder: DateOrder) => ({
    ...target,
    mapping,
    dateOrder,
    ...(mapping.occurredOn === undefined
      ? { undatedMonth, onlyMonth: null }
      : { undatedMonth: month, onlyMonth: isOnlyMonth && isChoice(mapping, dateOrder) ? month : null }),
  })
  return (
    <ColumnsForm
      {...rest}
      file={file}
      fields={outputFields}
      dates="occurredOn"
      needed="aiText"
      missing={(mapping) => (canComeIn(mapping) ? null : words.chooseTheColumnThatHolds)}
      bringIn={start}
      bringInWords={(mapping, dateOrder) =>
        !canComeIn(mapping) ? null : (
          <CountedRows choice={choiceOf(mapping, dateOrder)} before={filesWords.bringIn(file.rowCount)} />
        )
      }
      onBringIn={(mapping, dateOrder) => start.mutate(choiceOf(mapping, dateOrder))}
      choices={(mapping, dateOrder) => (
        <>
          {isByReference(mapping) && <ReferenceNote workflowId={target.workflowId} />}
          {mapping.occurredOn === undefined && (
            <UndatedMonth
              {...{ month }}
              label={rest.files.pasted ? words.monthTheyBelongTo : null}
              value={undatedMonth}
              onChange={setUndatedMonth}
            />
          )}
          {isChoice(mapping, dateOrder) && (
            <MonthsKept month={month} isOnlyMonth={isOnlyMonth} onChange={setIsOnlyMonth} />
          )}
          {canComeIn(mapping) && <CountedNotes choice={choiceOf(mapping, dateOrder)} />}
        </>
      )}
    />
  )
}

const monthsIn = ({ dates }: Guessed<ImportField>, { occurredOn }: ColumnMapping, order: DateOrder) =>
  (dates.find(({ column }) => column === occurredOn)?.months[order] ?? []).map(({ month }) => month)

/** Whether the month is one of several, so that there is a choice. */
const isAmong = (month: string, months: readonly string[]) => months.length > 1 && months.includes(month)

const canComeIn = (mapping: ColumnMapping) => mapping.aiText !== undefined || isByReference(mapping)

/** What coming in without a text means, and that a workflow measured by its texts has no figure then. */
function ReferenceNote({ workflowId }: { workflowId: number }) {
  const workflow = useQuery(orpc.workflows.get.queryOptions({ input: { id: workflowId } }))
  const isText = workflow.data !== undefined && measures[workflow.data.measure].asks === null
  return (
    <Note tone={isText ? 'watch' : 'accent'}>
      {words.byReference} {isText && words.byReferenceHasNoText}
    </Note>
  )
}

function MonthsKept({
  month,
  isOnlyMonth,
  onChange,
}: {
  month: string
  isOnlyMonth: boolean
  onChange: (isOnlyMonth: boolean) => void
}) {
  return (
    <div>
      <p className={layout.fieldLabel}>{words.keepOutputsFrom}</p>
      <Segmented
        label={words.keepOutputsFrom}
        value={isOnlyMonth ? 'month' : 'every'}
        onChange={(value) => onChange(value === 'month')}
        options={[
          { value: 'every', label: words.everyMonthInTheFile },
          { value: 'month', label: `${formatMonth(month, locale)} only` },
        ]}
      />
    </div>
  )
}

function UndatedMonth({
  month,
  label,
  value,
  onChange,
}: {
  month: string
  /** What to call it where the rows are from no file. */
  label: string | null
  value: string
  onChange: (month: string) => void
}) {
  const months = Array.from({ length: selectableMonths }, (_, index) => addMonths(month, -index))
  return (
    <NativeSelect
      className={styles.narrow ?? ''}
      label={label ?? words.noDatesInThisFile(formatMonth(value, locale))}
      value={value}
      data={months.map((each) => ({ value: each, label: formatMonth(each, locale) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
