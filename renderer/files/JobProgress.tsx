import { Button } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { useEffect } from 'react'
import type { Job } from '../../shared/contract/jobs.ts'
import { formatWholeShare } from '../../shared/domain/format.ts'
import { orpc } from '../api/client.ts'
import { useJob } from '../api/useJob.ts'
import { ErrorNote } from '../ui/feedback/ErrorNote.tsx'
import { Actions } from '../ui/layout/Actions.tsx'
import { locale } from '../ui/lib/locale.ts'
import { Progress } from '../ui/marks/Progress.tsx'
import styles from './files.module.css'
import { StepHeading } from './StepHeading.tsx'
import { words } from './words.ts'

/** A running import: how far it is, and a way to stop it. Stopping or failing keeps nothing half-done. */
export function JobProgress({
  jobId,
  onDone,
  onBack,
}: {
  jobId: string
  onDone: (job: Job) => void
  onBack: () => void
}) {
  const job = useJob(jobId)
  const cancel = useMutation(orpc.jobs.cancel.mutationOptions())
  const done = job?.state === 'done' ? job : null
  useEffect(() => {
    if (done !== null) onDone(done)
  }, [done, onDone])
  const stopped = stoppedJob(job)
  return (
    <div className={styles.stack}>
      <StepHeading>{stopped ? stoppedTitles[stopped.state] : words.bringingIn}</StepHeading>
      {stopped ? (
        <p role="alert">{stopped.message}</p>
      ) : (
        <>
          <Progress label={words.readSoFar} max={Math.max(job?.total ?? 0, 1)} value={job?.done ?? 0} />
          <p className={styles.quiet}>
            {job && job.total > 0
              ? `${formatWholeShare(job.done / job.total, locale)} read`
              : words.readingTheFile}
          </p>
        </>
      )}
      {cancel.isError && <ErrorNote error={cancel.error} />}
      <Actions>
        {stopped ? (
          <Button onClick={onBack}>{words.backToTheFile}</Button>
        ) : (
          <Button variant="default" loading={cancel.isPending} onClick={() => cancel.mutate({ id: jobId })}>
            {words.cancel}
          </Button>
        )}
      </Actions>
    </div>
  )
}

function stoppedJob(job: Job | undefined) {
  if (job?.state !== 'failed' && job?.state !== 'cancelled') return null
  const nothingKept = words.nothingOfThisFileWas
  return { state: job.state, message: job.state === 'failed' ? (job.message ?? nothingKept) : nothingKept }
}

const stoppedTitles = { failed: words.theFileCouldNotBe, cancelled: words.cancelled } as const
