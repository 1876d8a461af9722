import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { ReportPeriod } from '../../../shared/domain/report/period.ts'
import { orpc } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useJob } from '../../api/useJob.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { words } from './words.ts'

type SaveWorkbookProps = {
  period: ReportPeriod
  withTexts?: boolean
  variant?: 'filled' | 'default' | 'subtle'
}

/** Makes the review workbook of a period and saves it. */
export function SaveWorkbook({ period, withTexts = false, variant = 'default' }: SaveWorkbookProps) {
  const start = useMutation(orpc.exports.workbook.mutationOptions())
  const job = useJob(start.data?.jobId ?? null)
  const save = useMutation({
    mutationFn: (file: { id: string; name: string }) => saveFile(file.id, file.name),
  })
  const { mutate: saveNow } = save
  const { fileId = null, fileName = null } = job?.state === 'done' ? job : {}
  useEffect(() => {
    if (fileId !== null && fileName !== null) saveNow({ id: fileId, name: fileName })
  }, [fileId, fileName, saveNow])
  const error = start.error ?? save.error ?? (job?.state === 'failed' ? new Error(job.message ?? '') : null)
  return (
    <>
      <Button
        variant={variant}
        loading={start.isPending || save.isPending || job?.state === 'running'}
        onClick={() => start.mutate({ ...period, withTexts })}
      >
        {words.saveTheWorkbook}
      </Button>
      <span role="status">{save.isSuccess && words.savedAs(save.variables.name)}</span>
      {error && <ErrorNote error={error} />}
    </>
  )
}
