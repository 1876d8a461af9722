import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import type { ReadingChoice } from '../../../shared/contract/imports.ts'
import { formatDay } from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import { FilePreview } from '../../files/FilePreview.tsx'
import { useSheet } from '../../files/use-sheet.ts'
import { Note } from '../../ui/feedback/Note.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { FileReading } from './FileReading.tsx'
import { PreviewForm } from './PreviewForm.tsx'
import { fileFacts, words } from './words.ts'

type PreviewStepProps = {
  workflowId: number
  month: string
  files: ChosenFiles
  onStarted: (jobId: string) => void
  onBack: () => void
}

/** What the chosen files of outputs seem to hold, to correct before anything is kept. */
export function PreviewStep({ workflowId, month, files, onStarted, onBack }: PreviewStepProps) {
  const sheet = useSheet()
  const [reading, setReading] = useState<ReadingChoice>({})
  const target = { workflowId, fileIds: files.fileIds, ...sheet.asInput, ...reading }
  const chooseSheet = (name: string) => {
    setReading({})
    sheet.choose(name)
  }
  const preview = useQuery(orpc.imports.preview.queryOptions({ input: target }))
  return (
    <FilePreview
      files={files}
      preview={preview}
      facts={(file) => fileFacts(file, locale)}
      sheet={{ ...sheet, choose: chooseSheet }}
      sheets={preview.data?.sheets}
      onBack={onBack}
    >
      {(file) => (
        <>
          {file.importedBefore && (
            <Note tone="watch">
              {words.youBroughtInExactlyThis(formatDay(file.importedBefore.importedAt.slice(0, 10), locale))}
            </Note>
          )}
          <FileReading file={file} reading={reading} onChange={setReading} />
          <PreviewForm
            key={JSON.stringify([sheet.sheet, reading])}
            file={file}
            target={target}
            month={month}
            onStarted={onStarted}
            onBack={onBack}
          />
        </>
      )}
    </FilePreview>
  )
}
