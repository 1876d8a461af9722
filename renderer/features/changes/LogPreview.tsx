import { useMutation, useQuery } from '@tanstack/react-query'
import type { LogField } from '../../../shared/contract/changes.ts'
import { orpc } from '../../api/client.ts'
import type { PreviewWays } from '../../files/FileImport.tsx'
import { ColumnsForm } from '../../files/preview/ColumnsForm.tsx'
import type { Mapping } from '../../files/preview/column-mapping.ts'
import { TablePreview } from '../../files/preview/TablePreview.tsx'
import { useReading } from '../../files/preview/use-reading.ts'
import { logFields } from '../../parts/changes/change-words.ts'
import { words } from './words.ts'

/** What the file of a change log seems to hold, to correct before anything is kept. */
export function LogPreview({ files, onStarted, onBack }: PreviewWays) {
  const reading = useReading()
  const source = { fileId: files.fileIds[0] ?? '', ...reading.choice }
  const preview = useQuery(orpc.changes.previewLog.queryOptions({ input: source }))
  const bringIn = useMutation(orpc.changes.importLog.mutationOptions({ onSuccess: onStarted }))
  return (
    <TablePreview files={files} preview={preview} reading={reading} onBack={onBack}>
      {(file) => (
        <ColumnsForm
          {...{ files, file, reading }}
          fields={logFields}
          dates="onDate"
          missing={missingSentence}
          bringIn={bringIn}
          onBringIn={(mapping, dateOrder) => bringIn.mutate({ ...source, mapping, dateOrder })}
          onBack={onBack}
        />
      )}
    </TablePreview>
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
