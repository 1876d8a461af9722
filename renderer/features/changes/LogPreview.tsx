import { Button, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { LogField } from '../../../shared/contract/changes.ts'
import { formatNumber } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ColumnTable } from '../../files/ColumnTable.tsx'
import type { Mapping } from '../../files/column-mapping.ts'
import { DateOrderSelect } from '../../files/DateOrderSelect.tsx'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import { StepHeading } from '../../files/StepHeading.tsx'
import { logFieldLabels } from '../../parts/changes/change-words.ts'
import styles from '../../parts/changes/changes.module.css'
import { count } from '../../parts/figures/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { locale } from '../../ui/lib/locale.ts'
import type { ImportedLog, LogFile } from './log-file.ts'

type LogPreviewProps = {
  files: ChosenFiles
  onDone: (log: ImportedLog) => void
  onBack: () => void
}

/** What the file of a change log seems to hold, to correct before anything is kept. */
export function LogPreview({ files, onDone, onBack }: LogPreviewProps) {
  const [sheet, setSheet] = useState<string>()
  const source = { fileId: files.fileIds[0] ?? '', ...(sheet === undefined ? {} : { sheet }) }
  const preview = useQuery(orpc.changes.previewLog.queryOptions({ input: source }))
  return (
    <div className={styles.stack}>
      <div className={styles.previewHeading}>
        <div>
          <StepHeading>{files.names[0]}</StepHeading>
          {preview.data && <p className={styles.quiet}>{count(preview.data.rowCount, 'row', locale)}</p>}
        </div>
        {preview.data && preview.data.sheets.length > 1 && (
          <NativeSelect
            label="Sheet"
            value={sheet ?? preview.data.sheets[0] ?? ''}
            data={preview.data.sheets}
            onChange={(event) => setSheet(event.currentTarget.value)}
          />
        )}
      </div>
      {preview.isPending && <Loading />}
      {preview.isError && (
        <>
          <ErrorNote error={preview.error} />
          <div className={styles.actions}>
            <Button onClick={onBack}>Choose another file</Button>
          </div>
        </>
      )}
      {preview.data && (
        <LogForm key={sheet ?? ''} file={preview.data} source={source} onDone={onDone} onBack={onBack} />
      )}
    </div>
  )
}

type LogFormProps = {
  file: LogFile
  source: { fileId: string; sheet?: string }
  onDone: (log: ImportedLog) => void
  onBack: () => void
}

function LogForm({ file, source, onDone, onBack }: LogFormProps) {
  const [mapping, setMapping] = useState<Mapping<LogField>>(file.guess)
  const [dateOrder, setDateOrder] = useState(file.dateOrder)
  const [isChecked, setIsChecked] = useState(false)
  const bringIn = useMutation(orpc.changes.importLog.mutationOptions({ onSuccess: onDone }))
  const missing = required.filter((field) => mapping[field] === undefined)
  const dates = file.columns.find(({ index }) => index === mapping.onDate)?.samples ?? []
  return (
    <form
      className={styles.stack}
      onSubmit={(event) => {
        event.preventDefault()
        setIsChecked(true)
        if (missing.length === 0) bringIn.mutate({ ...source, mapping, dateOrder })
      }}
    >
      <p>This is what each column seems to be. Change it where it is wrong.</p>
      <ColumnTable
        preview={{ ...file, isRemembered: false }}
        labels={logFieldLabels}
        mapping={mapping}
        onChange={setMapping}
      />
      {isChecked && missing.length > 0 && (
        <p className={styles.error} role="alert">
          {missingSentence(missing)}
        </p>
      )}
      <DateOrderSelect samples={dates} value={dateOrder} onChange={setDateOrder} />
      {bringIn.isError && <ErrorNote error={bringIn.error} />}
      <div className={styles.actions}>
        <Button type="submit" loading={bringIn.isPending}>
          Bring in {formatNumber(file.rowCount, 0, locale)} {file.rowCount === 1 ? 'row' : 'rows'}
        </Button>
        <Button variant="default" onClick={onBack}>
          Choose another file
        </Button>
      </div>
    </form>
  )
}

const required = ['onDate', 'what'] as const

function missingSentence(missing: readonly (typeof required)[number][]): string {
  const names = missing.map((field) => (field === 'onDate' ? 'the date' : 'what changed'))
  return `Choose the ${names.length === 1 ? 'column' : 'columns'} for ${names.join(' and ')}.`
}
