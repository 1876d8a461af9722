import { NativeSelect } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { ImportPreview } from '../../../shared/contract/imports.ts'
import type { ChosenFiles } from '../FileDrop.tsx'
import { FilePreview } from '../FilePreview.tsx'
import { fileFacts, words } from '../words.ts'
import type { Reading } from './use-reading.ts'

/** Every preview of a file, but for what is guessed of its columns. */
type Looked = Omit<ImportPreview, 'guess'>

type TablePreviewProps<File extends Looked> = {
  files: ChosenFiles
  preview: { data: File | undefined; error: Error | null }
  reading: Reading
  /** What to know of the file before anything else. */
  note?: (file: File) => ReactNode
  onBack: () => void
  /** What to choose before its rows come in; begun anew when the file is read in another way. */
  children: (file: File) => ReactNode
}

/** A chosen table: what it is, and what it seems to hold. What was pasted is no file, so nothing is said of one. */
export function TablePreview<File extends Looked>(props: TablePreviewProps<File>) {
  const { files, preview, reading, note, onBack, children } = props
  const { choice, choose } = reading
  const sheets = preview.data?.sheets ?? []
  return (
    <FilePreview
      files={files}
      preview={preview}
      facts={files.pasted ? undefined : fileFacts}
      aside={
        sheets.length > 1 && (
          <NativeSelect
            label={preview.data?.format === 'xlsx' ? words.sheet : words.list}
            value={choice.sheet ?? sheets[0] ?? ''}
            data={[...sheets]}
            onChange={(event) => choose({ sheet: event.currentTarget.value })}
          />
        )
      }
      onBack={onBack}
    >
      {(file) => (
        <>
          {note?.(file)}
          <Fragment key={JSON.stringify(choice)}>{children(file)}</Fragment>
        </>
      )}
    </FilePreview>
  )
}
