import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { StepHeading } from '../../files/StepHeading.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import styles from './foundation.module.css'
import { ImportForm } from './ImportForm.tsx'

type ImportPreviewProps = { fileId: string; name: string; onBack: () => void }

/** What a file would become, before anything is kept. */
export function ImportPreview({ fileId, name, onBack }: ImportPreviewProps) {
  const preview = useQuery(orpc.documents.previewImport.queryOptions({ input: { fileId } }))
  const existing = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  const back = (
    <Button variant="default" onClick={onBack}>
      Choose another file
    </Button>
  )
  if (preview.isPending || existing.isPending) return <Loading />
  if (preview.data === undefined || existing.data === undefined) {
    return (
      <div className={styles.stack}>
        <ErrorNote error={preview.error ?? existing.error} />
        <div className={styles.buttons}>{back}</div>
      </div>
    )
  }
  const { sections, warnings } = preview.data
  return (
    <div className={styles.stack}>
      <StepHeading>{name}</StepHeading>
      {warnings.length > 0 && (
        <ul className={styles.notes} aria-label="About this file">
          {warnings.map((warning) => (
            <li key={warning}>{warning}</li>
          ))}
        </ul>
      )}
      <ImportForm sections={sections} taken={existing.data.map((section) => section.name)} secondary={back} />
    </div>
  )
}
