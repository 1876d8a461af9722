import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import { FilePreview } from '../../files/FilePreview.tsx'
import { words } from '../../files/words.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import layout from '../../ui/layout/layout.module.css'
import { ImportForm } from './ImportForm.tsx'
import { words as say } from './words.ts'

type ImportPreviewProps = { files: ChosenFiles; onBack: () => void }

/** What a document would become, before anything is kept. */
export function ImportPreview({ files, onBack }: ImportPreviewProps) {
  const fileId = files.fileIds[0] ?? ''
  const preview = useQuery(orpc.documents.previewImport.queryOptions({ input: { fileId } }))
  const existing = useQuery(orpc.documents.list.queryOptions({ input: { workflowId: null } }))
  const data = preview.data && existing.data && { ...preview.data, existing: existing.data }
  return (
    <FilePreview files={files} preview={{ data, error: preview.error ?? existing.error }} onBack={onBack}>
      {({ sections, warnings, existing: taken }) => (
        <>
          {warnings.length > 0 && (
            <ul className={layout.list} aria-label={say.aboutThisFile}>
              {warnings.map((warning) => (
                <li key={warning}>
                  <Note tone="watch">{warning}</Note>
                </li>
              ))}
            </ul>
          )}
          <ImportForm
            sections={sections}
            taken={taken.map((section) => section.name)}
            secondary={
              <Button variant="default" onClick={onBack}>
                {words.chooseAnother}
              </Button>
            }
          />
        </>
      )}
    </FilePreview>
  )
}
