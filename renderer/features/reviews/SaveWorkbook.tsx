import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { orpc } from '../../api/client.ts'
import { saveFile } from '../../ui/download.ts'
import { ErrorNote } from '../../ui/ErrorNote.tsx'
import { useJob } from '../../ui/useJob.ts'

type Props = { readonly month: string; readonly isPrimary?: boolean }

/** Makes the month's workbook, without the texts of the outputs, and saves it. */
export function SaveWorkbook({ month, isPrimary = false }: Props) {
  const name = `evenkeel-quality-${month}.xlsx`
  const start = useMutation(orpc.exports.workbook.mutationOptions())
  const job = useJob(start.data?.jobId ?? null)
  const save = useMutation({ mutationFn: (fileId: string) => saveFile(fileId, name) })
  const { mutate: saveNow } = save
  const fileId = job?.state === 'done' ? job.fileId : null
  useEffect(() => {
    if (fileId !== null) saveNow(fileId)
  }, [fileId, saveNow])
  const error = start.error ?? save.error ?? (job?.state === 'failed' ? new Error(job.message ?? '') : null)
  return (
    <>
      <Button
        variant={isPrimary ? 'filled' : 'default'}
        loading={start.isPending || save.isPending || job?.state === 'running'}
        onClick={() => start.mutate({ month, withTexts: false })}
      >
        Save the workbook
      </Button>
      <span role="status">{save.isSuccess && `Saved as ${name}.`}</span>
      {error && <ErrorNote error={error} />}
    </>
  )
}
