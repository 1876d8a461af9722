import { NativeSelect } from '@mantine/core'
import { Fragment, type ReactNode } from 'react'
import type { ImportPreview } from '../../shared/contract/imports.ts'
import { locale } from '../ui/lib/locale.ts'
import type { ChosenFiles } from './FileDrop.tsx'
import { FilePreview } from './FilePreview.tsx'
import { FileReading } from './FileReading.tsx'
import type { Reading } from './use-reading.ts'
import { fileFacts, words } from './words.ts'

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

/** A chosen table: what it is, how it is read, and what its columns seem to hold. */
export function TablePreview<File extends Looked>(props: TablePreviewProps<File>) {
  const { files, preview, reading, note, onBack, children } = props
  const { choice, choose } = reading
  const sheets = preview.data?.sheets ?? []
  return (
    <FilePreview
      files={files}
      preview={preview}
      facts={(file) => fileFacts(file, locale)}
      aside={
        sheets.length > 1 && (
          <NativeSelect
            label={words.sheet}
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
          <FileReading file={file} reading={choice} onChange={choose} />
          <Fragment key={JSON.stringify(choice)}>{children(file)}</Fragment>
        </>
      )}
    </FilePreview>
  )
}
