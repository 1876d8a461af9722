import { Button, NativeSelect } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import styles from '../../files/files.module.css'
import { StepHeading } from '../../files/StepHeading.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { PreviewForm } from './PreviewForm.tsx'
import { fileFacts } from './words.ts'

/** What the chosen files seem to hold, to correct before anything is kept. */
export function PreviewStep({
  workflowId,
  month,
  files,
  onStarted,
  onBack,
}: {
  workflowId: number
  month: string
  files: ChosenFiles
  onStarted: (jobId: string) => void
  onBack: () => void
}) {
  const [sheet, setSheet] = useState<string>()
  const input = { workflowId, fileIds: files.fileIds, ...(sheet === undefined ? {} : { sheet }) }
  const preview = useQuery(orpc.imports.preview.queryOptions({ input }))
  const name = files.names.length === 1 ? files.names[0] : `${files.names.length} files`
  return (
    <Card>
      <div className={styles.stack}>
        <div className={styles.previewHeading}>
          <div>
            <StepHeading>{name}</StepHeading>
            {preview.data && <p className={styles.quiet}>{fileFacts(preview.data, locale)}</p>}
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
        {preview.isError && <FileRefused error={preview.error} onBack={onBack} />}
        {preview.data?.importedBefore && (
          <p className={styles.note}>
            You brought in exactly this on{' '}
            {formatDay(preview.data.importedBefore.importedAt.slice(0, 10), locale)}. Bringing it in again
            adds nothing twice.
          </p>
        )}
        {preview.data && (
          <PreviewForm
            key={sheet ?? ''}
            preview={preview.data}
            target={input}
            month={month}
            onStarted={onStarted}
            onBack={onBack}
          />
        )}
      </div>
    </Card>
  )
}

function FileRefused({ error, onBack }: { error: Error; onBack: () => void }) {
  return (
    <>
      <ErrorNote error={error} />
      <div className={styles.actions}>
        <Button onClick={onBack}>Choose another file</Button>
      </div>
    </>
  )
}
