import type { ReactNode } from 'react'
import type { TableOutcome } from '../../shared/contract/imports.ts'
import { Card } from '../ui/layout/Card.tsx'
import { type ChosenFiles, FileDrop } from './FileDrop.tsx'
import { JobProgress } from './JobProgress.tsx'
import { useImportSteps } from './use-import-steps.ts'

/** What a preview is handed, to go on from it. */
export type PreviewWays = {
  files: ChosenFiles
  onStarted: (job: { jobId: string }) => void
  onBack: () => void
}

type FileImportProps = {
  /** What can be brought in, in a sentence. */
  takes: string
  /** Above the place to drop a file. */
  before?: ReactNode
  /** What a chosen file seems to hold; it starts the job. */
  preview: (ways: PreviewWays) => ReactNode
  result: (outcome: TableOutcome, onMore: () => void) => ReactNode
}

/** Bringing in one file: choosing it, looking at it, the job, and what became of its rows. */
export function FileImport({ takes, before, preview, result }: FileImportProps) {
  const { at, choose, look, follow, finish } = useImportSteps<TableOutcome>()
  if (at.step === 'choose') {
    return (
      <>
        {before}
        <FileDrop takes={takes} isSingle onChosen={look} />
      </>
    )
  }
  return (
    <Card>
      {at.step === 'preview' &&
        preview({ files: at.files, onStarted: ({ jobId }) => follow(at.files, jobId), onBack: choose })}
      {at.step === 'job' && (
        <JobProgress
          jobId={at.jobId}
          onDone={({ outcome }) => outcome && finish(outcome)}
          onBack={() => look(at.files)}
        />
      )}
      {at.step === 'done' && result(at.result, choose)}
    </Card>
  )
}
