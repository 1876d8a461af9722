import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import { AppError } from '../../../shared/errors.ts'
import { orpc } from '../../api/client.ts'
import { saveFile } from '../../api/download.ts'
import { useJob } from '../../api/useJob.ts'

/** Has a file made by a job and saves it; `done` hears of a file that was saved. */
export function useSaveJob<Input>(
  start: (input: Input) => Promise<{ jobId: string }>,
  done: () => void = () => {},
) {
  const begin = useMutation({ mutationFn: start })
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions())
  const job = useJob(begin.data?.jobId ?? null)
  const save = useMutation({
    mutationFn: (file: { id: string; name: string }) => saveFile(file.id, file.name),
    onSuccess: () => done(),
  })
  const { mutate: saveNow } = save
  const { fileId = null, fileName = null } = job?.state === 'done' ? job : {}
  useEffect(() => {
    if (fileId !== null && fileName !== null) saveNow({ id: fileId, name: fileName })
  }, [fileId, fileName, saveNow])
  const isRunning = begin.isPending || job?.state === 'running'
  return {
    start: begin.mutate,
    isBusy: isRunning || save.isPending,
    /** Null while nothing can be stopped. */
    cancel: job?.state === 'running' ? () => cancel.mutate({ id: job.id }) : null,
    progress: job?.state === 'running' && job.total > 0 ? { done: job.done, total: job.total } : null,
    savedAs: save.isSuccess && !isRunning ? save.variables.name : null,
    error:
      begin.error ??
      save.error ??
      (job?.state === 'failed' ? new AppError('UNAVAILABLE', job.message ?? '') : null),
  }
}
