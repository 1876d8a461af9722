import { Button, Checkbox, NativeSelect } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { useEffect, useState } from 'react'
import type { SessionSummary } from '../../../shared/contract/reviews.ts'
import { formatMonth } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { Card } from '../../ui/Card.tsx'
import { saveFile } from '../../ui/download.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { Loading } from '../../ui/Loading.tsx'
import { locale } from '../../ui/locale.ts'
import { Page } from '../../ui/Page.tsx'
import { useJob } from '../../ui/useJob.ts'
import { SaveChangeLog, useSaveChangeLog } from '../changes/SaveChangeLog.tsx'
import styles from './reports.module.css'

/** What can be saved to hand on: the workbook of a month, and the change log. */
export function ReportsPage() {
  const sessions = useQuery(orpc.reviews.sessions.queryOptions())
  if (sessions.isPending) return <Loading />
  return (
    <Page title="Reports">
      <div className={styles.stack}>
        {sessions.isError ? <ErrorNote error={sessions.error} /> : <Workbook sessions={sessions.data} />}
        <ChangeLog />
      </div>
    </Page>
  )
}

function Workbook({ sessions }: { sessions: readonly SessionSummary[] }) {
  const started = sessions.filter((session) => session.done > 0)
  const latestFinished = started.find((session) => session.state === 'completed') ?? started[0]
  const [chosen, setChosen] = useState<string | null>(null)
  const [withTexts, setWithTexts] = useState(false)
  const month = chosen ?? latestFinished?.month
  return (
    <Card className={styles.report}>
      <div>
        <h2>Review workbook</h2>
        <p className={styles.quiet}>
          One Excel file for a month: a summary that leads with the result, every reviewed output, the issues
          and the changes, and a guide to each column.
        </p>
      </div>
      {month === undefined ? (
        <p>Finish a review first: the workbook is made from it.</p>
      ) : (
        <>
          <NativeSelect
            className={styles.narrow ?? ''}
            label="Month"
            value={month}
            data={started.map((session) => ({ value: session.month, label: monthLabel(session) }))}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Checkbox
            label="Add the texts of the outputs"
            description="They may hold names and other personal data. Leave this off for a file you pass on."
            checked={withTexts}
            onChange={(event) => setWithTexts(event.currentTarget.checked)}
          />
          <MakeWorkbook key={`${month} ${withTexts}`} month={month} withTexts={withTexts} />
        </>
      )}
    </Card>
  )
}

function monthLabel({ month, state }: SessionSummary): string {
  return state === 'completed' ? formatMonth(month, locale) : `${formatMonth(month, locale)}, not finished`
}

function MakeWorkbook({ month, withTexts }: { month: string; withTexts: boolean }) {
  const start = useMutation(orpc.exports.workbook.mutationOptions())
  const job = useJob(start.data?.jobId ?? null)
  const save = useMutation({
    mutationFn: (fileId: string) => saveFile(fileId, `evenkeel-quality-${month}.xlsx`),
  })
  const { mutate: saveNow } = save
  const fileId = job?.state === 'done' ? job.fileId : null
  useEffect(() => {
    if (fileId !== null) saveNow(fileId)
  }, [fileId, saveNow])
  const isRunning = start.isPending || save.isPending || job?.state === 'running'
  return (
    <>
      <div className={styles.actions}>
        <Button loading={isRunning} onClick={() => start.mutate({ month, withTexts })}>
          Save the workbook
        </Button>
        <span className={styles.quiet} role="status">
          {save.isSuccess && `Saved as evenkeel-quality-${month}.xlsx.`}
        </span>
      </div>
      {start.isError && <ErrorNote error={start.error} />}
      {save.isError && <ErrorNote error={save.error} />}
      {job?.state === 'failed' && (
        <p className={styles.error} role="alert">
          {job.message ?? 'The workbook could not be made. Your data is untouched.'}
        </p>
      )}
    </>
  )
}

function ChangeLog() {
  const save = useSaveChangeLog()
  return (
    <Card className={styles.report}>
      <div>
        <h2>Change log</h2>
        <p className={styles.quiet}>Every change with its date, workflow, kind, wording and reason.</p>
      </div>
      <div className={styles.actions}>
        <SaveChangeLog save={save} />
      </div>
      {save.isError && <ErrorNote error={save.error} />}
    </Card>
  )
}
