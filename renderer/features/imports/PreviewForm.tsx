import { Button, NativeSelect } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useState } from 'react'
import type { ColumnMapping, ImportPreview } from '../../../shared/contract/imports.ts'
import { formatMonth, formatNumber } from '../../../shared/domain/format.ts'
import { addMonths } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import { ColumnTable } from '../../files/ColumnTable.tsx'
import { DateOrderSelect } from '../../files/DateOrderSelect.tsx'
import styles from '../../files/files.module.css'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Segmented } from '../../ui/fields/Segmented.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { fieldLabels } from './words.ts'

const selectableMonths = 24

type Preview = ImportPreview & { isRemembered: boolean }
type Target = { workflowId: number; fileIds: string[]; sheet?: string }

/** The choices of an import: what each column is, how dates read, and which months to keep. */
export function PreviewForm({
  preview,
  target,
  month,
  onStarted,
  onBack,
}: {
  preview: Preview
  target: Target
  month: string
  onStarted: (jobId: string) => void
  onBack: () => void
}) {
  const [mapping, setMapping] = useState<ColumnMapping>(preview.guess)
  const [dateOrder, setDateOrder] = useState(preview.dateOrder)
  const [undatedMonth, setUndatedMonth] = useState(month)
  const [isOnlyMonth, setIsOnlyMonth] = useState(true)
  const [isChecked, setIsChecked] = useState(false)
  const start = useMutation(
    orpc.imports.start.mutationOptions({ onSuccess: ({ jobId }) => onStarted(jobId) }),
  )
  const isDated = mapping.occurredOn !== undefined
  const dateSamples = preview.columns.find((column) => column.index === mapping.occurredOn)?.samples ?? []
  const submit = () => {
    setIsChecked(true)
    if (mapping.aiText === undefined) return
    const onlyMonth = isDated && isOnlyMonth ? month : null
    start.mutate({ ...target, mapping, dateOrder, undatedMonth: isDated ? month : undatedMonth, onlyMonth })
  }
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        submit()
      }}
    >
      <p>
        {preview.isRemembered
          ? 'Read as last time. Change a column if something moved.'
          : 'This is what each column seems to be. Change it where it is wrong.'}
      </p>
      <ColumnTable preview={preview} labels={fieldLabels} mapping={mapping} onChange={setMapping} />
      {isChecked && mapping.aiText === undefined && (
        <p className={styles.error} role="alert">
          Choose the column that holds the AI version. Everything else may stay unused.
        </p>
      )}
      {isDated ? (
        <div className={styles.choices}>
          <MonthsKept month={month} isOnlyMonth={isOnlyMonth} onChange={setIsOnlyMonth} />
          <DateOrderSelect samples={dateSamples} value={dateOrder} onChange={setDateOrder} />
        </div>
      ) : (
        <UndatedMonth month={month} value={undatedMonth} onChange={setUndatedMonth} />
      )}
      {start.isError && <ErrorNote error={start.error} />}
      <div className={styles.actions}>
        <Button type="submit" loading={start.isPending}>
          Bring in {formatNumber(preview.rowCount, 0, locale)} {preview.rowCount === 1 ? 'row' : 'rows'}
        </Button>
        <Button variant="default" onClick={onBack}>
          Choose another file
        </Button>
      </div>
    </form>
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
      <p className={styles.fieldLabel}>Keep outputs from</p>
      <Segmented
        label="Keep outputs from"
        value={isOnlyMonth ? 'month' : 'every'}
        onChange={(value) => onChange(value === 'month')}
        options={[
          { value: 'month', label: `${formatMonth(month, locale)} only` },
          { value: 'every', label: 'Every month in the file' },
        ]}
      />
    </div>
  )
}

function UndatedMonth({
  month,
  value,
  onChange,
}: {
  month: string
  value: string
  onChange: (month: string) => void
}) {
  const months = Array.from({ length: selectableMonths }, (_, index) => addMonths(month, -index))
  return (
    <NativeSelect
      className={styles.narrow ?? ''}
      label={`No dates in this file. Use all of it for ${formatMonth(value, locale)}?`}
      value={value}
      data={months.map((each) => ({ value: each, label: formatMonth(each, locale) }))}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  )
}
