import { Button } from '@mantine/core'
import type { ReportPeriod } from '../../../shared/domain/report/period.ts'
import { client } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { useSaveJob } from './use-save-job.ts'
import { words } from './words.ts'

type SaveWorkbookProps = {
  period: ReportPeriod
  withTexts?: boolean
  variant?: 'filled' | 'default' | 'subtle'
}

/** Makes the review workbook of a period and saves it. */
export function SaveWorkbook({ period, withTexts = false, variant = 'default' }: SaveWorkbookProps) {
  const save = useSaveJob(client.exports.workbook)
  return (
    <>
      <Button variant={variant} loading={save.isBusy} onClick={() => save.start({ ...period, withTexts })}>
        {words.saveTheWorkbook}
      </Button>
      <span role="status">{save.savedAs !== null && words.savedAs(save.savedAs)}</span>
      {save.error && <ErrorNote error={save.error} />}
    </>
  )
}
