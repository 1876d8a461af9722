import { Button, Checkbox } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import { type RefObject, useState } from 'react'
import { flushSync } from 'react-dom'
import type { AuditHead, ReportPage } from '../../../shared/contract/reports/reports.ts'
import { client, orpc } from '../../api/client.ts'
import { savePdf } from '../../api/print-page.ts'
import { uploadFile } from '../../api/upload.ts'
import { SaveProgress } from '../../parts/exports/SaveProgress.tsx'
import { SaveWorkbook } from '../../parts/exports/SaveWorkbook.tsx'
import { useSaveJob } from '../../parts/exports/use-save-job.ts'
import { standalonePage } from '../../parts/print/standalone-page.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Actions } from '../../ui/layout/Actions.tsx'
import styles from './place.module.css'
import type { Said } from './use-words.ts'
import { words } from './words.ts'

type Props = {
  page: ReportPage
  said: Said
  /** The page as it is printed. */
  paper: RefObject<HTMLElement | null>
  onStamp: (audit: AuditHead) => void
}

/** Saves the page, its workbook, or all of it in one file, and keeps what was handed on. */
export function SaveReport({ page, said, paper, onStamp }: Props) {
  const [withTexts, setWithTexts] = useState(false)
  const keep = useMutation(orpc.reports.keep.mutationOptions())
  /** The page as it is handed on: with its words saved, and the end of the record on it. */
  async function stamp(): Promise<AuditHead> {
    await said.settle()
    const audit = await client.reports.stamp(page.period)
    flushSync(() => onStamp(audit))
    return audit
  }
  const pdf = useMutation({
    mutationFn: async () => {
      const audit = await stamp()
      const isSaved = await savePdf(`evenkeel-report-${page.period.to}`)
      if (isSaved) await keep.mutateAsync({ ...page.period, audit })
      return isSaved
    },
  })
  const pack = useSaveJob(
    async () => {
      await stamp()
      if (!paper.current) throw new Error('The page is not there')
      const html = await standalonePage(paper.current, `${page.company}: ${page.headline}`)
      const { fileId } = await uploadFile(new File([html], 'leadership-page.html'))
      return client.exports.reportPack({ ...page.period, pageFileId: fileId })
    },
    () => page.audit && keep.mutate({ ...page.period, audit: page.audit }),
  )
  const error = pdf.error ?? pack.error ?? keep.error
  return (
    <div className={styles.saving}>
      <Actions>
        <Button loading={pdf.isPending} onClick={() => pdf.mutate()}>
          {words.saveAsPdf}
        </Button>
        <SaveWorkbook key={`${withTexts}`} period={page.period} withTexts={withTexts} />
        <span role="status">{pdf.data ? words.kept : stateWords[said.state]}</span>
      </Actions>
      <p className={styles.quiet}>{words.staysOut}</p>
      <Checkbox
        label={words.withTexts}
        description={words.mayHoldNames}
        checked={withTexts}
        onChange={(event) => setWithTexts(event.currentTarget.checked)}
      />
      <Actions>
        <Button variant="default" loading={pack.isBusy} onClick={() => pack.start(undefined)}>
          {words.saveThePack}
        </Button>
        <SaveProgress save={pack} label={words.packSoFar} />
      </Actions>
      <p className={styles.quiet}>{words.whatThePackHolds}</p>
      {error && <ErrorNote error={error} />}
    </div>
  )
}

const stateWords: Readonly<Record<Said['state'], string>> = {
  untouched: '',
  saving: words.saving,
  saved: words.saved,
  failed: '',
}
