import { useState } from 'react'
import type { ChosenFiles } from './FileDrop.tsx'

/** Where an import stands: a file is chosen, looked at, brought in by a job where that takes long, and is in. */
type ImportStep<Result> =
  | { step: 'choose' }
  | { step: 'preview'; files: ChosenFiles }
  | { step: 'job'; files: ChosenFiles; jobId: string }
  | { step: 'done'; result: Result }

/** The steps of every import, and the ways from one to the next. */
export function useImportSteps<Result>() {
  const [at, setAt] = useState<ImportStep<Result>>({ step: 'choose' })
  return {
    at,
    choose: () => setAt({ step: 'choose' }),
    look: (files: ChosenFiles) => setAt({ step: 'preview', files }),
    follow: (files: ChosenFiles, jobId: string) => setAt({ step: 'job', files, jobId }),
    finish: (result: Result) => setAt({ step: 'done', result }),
  }
}
