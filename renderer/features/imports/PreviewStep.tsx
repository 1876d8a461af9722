import { useQuery } from '@tanstack/react-query'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import { TablePreview } from '../../files/preview/TablePreview.tsx'
import { useReading } from '../../files/preview/use-reading.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { PreviewForm } from './PreviewForm.tsx'
import { words } from './words.ts'

type PreviewStepProps = {
  workflowId: number
  month: string
  files: ChosenFiles
  onStarted: (jobId: string) => void
  onBack: () => void
}

/** What the chosen files of outputs seem to hold, to correct before anything is kept. */
export function PreviewStep({ workflowId, month, files, onStarted, onBack }: PreviewStepProps) {
  const reading = useReading()
  const target = { workflowId, fileIds: files.fileIds, ...reading.choice }
  const preview = useQuery(orpc.imports.preview.queryOptions({ input: target }))
  return (
    <TablePreview
      files={files}
      preview={preview}
      reading={reading}
      note={({ importedBefore }) =>
        importedBefore && (
          <Note tone="watch">
            {words.youBroughtInExactlyThis(formatDay(importedBefore.importedAt.slice(0, 10), locale))}
          </Note>
        )
      }
      onBack={onBack}
    >
      {(file) => <PreviewForm {...{ files, file, reading, target, month, onStarted, onBack }} />}
    </TablePreview>
  )
}
