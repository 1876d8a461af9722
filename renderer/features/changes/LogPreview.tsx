import { useMutation, useQuery } from '@tanstack/react-query'
import type { LogField } from '../../../shared/contract/changes.ts'
import type { TableOutcome, TablePreview } from '../../../shared/contract/imports.ts'
import { orpc } from '../../api/client.ts'
import { ColumnsForm } from '../../files/ColumnsForm.tsx'
import type { Mapping } from '../../files/column-mapping.ts'
import type { ChosenFiles } from '../../files/FileDrop.tsx'
import { FilePreview } from '../../files/FilePreview.tsx'
import { useSheet } from '../../files/use-sheet.ts'
import { rowWords } from '../../files/words.ts'
import { logFieldLabels } from '../../parts/changes/change-words.ts'
import { words } from './words.ts'

type LogPreviewProps = {
  files: ChosenFiles
  onDone: (log: TableOutcome) => void
  onBack: () => void
}

/** What the file of a change log seems to hold, to correct before anything is kept. */
export function LogPreview({ files, onDone, onBack }: LogPreviewProps) {
  const sheet = useSheet()
  const source = { fileId: files.fileIds[0] ?? '', ...sheet.asInput }
  const preview = useQuery(orpc.changes.previewLog.queryOptions({ input: source }))
  const bringIn = useMutation(orpc.changes.importLog.mutationOptions({ onSuccess: onDone }))
  return (
    <FilePreview
      files={files}
      preview={preview}
      facts={({ rowCount }) => rowWords(rowCount)}
      sheet={sheet}
      sheets={preview.data?.sheets}
      onBack={onBack}
    >
      {(file: TablePreview<LogField>) => (
        <ColumnsForm
          key={sheet.sheet ?? ''}
          file={file}
          labels={logFieldLabels}
          dates="onDate"
          missing={missingSentence}
          bringIn={bringIn}
          onBringIn={(mapping, dateOrder) => bringIn.mutate({ ...source, mapping, dateOrder })}
          onBack={onBack}
        />
      )}
    </FilePreview>
  )
}

const required = { onDate: words.theDate, what: words.whatChanged2 } as const

function missingSentence(mapping: Mapping<LogField>): string | null {
  const missing = (Object.keys(required) as (keyof typeof required)[]).filter(
    (field) => mapping[field] === undefined,
  )
  if (missing.length === 0) return null
  const names = missing.map((field) => required[field])
  return words.chooseTheFor(names.length === 1 ? 'column' : 'columns', names.join(' and '))
}
