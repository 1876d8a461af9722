import { NativeSelect } from '@mantine/core'
import type { ImportPreview } from '../../../shared/contract/imports.ts'
import { type TextEncoding, textEncodings } from '../../../shared/domain/text/text-encodings.ts'
import styles from '../files.module.css'
import { words } from '../words.ts'
import type { Reading } from './use-reading.ts'

/** Rows among which the names of the columns can be chosen. */
const rowsOffered = 20

type FileReadingProps = { file: Pick<ImportPreview, 'found' | 'encoding'>; reading: Reading }

/** How the file was read: which row names the columns, and the encoding; each can be changed. */
export function FileReading({ file: { found, encoding }, reading: { choice, choose } }: FileReadingProps) {
  return (
    <div className={styles.selects}>
      {found && (
        <NativeSelect
          label={words.rowWithTheNames}
          value={String(found.headerRows[0] ?? 0)}
          data={headerRows(found.headerRows)}
          onChange={(event) => choose({ ...choice, headerRow: Number(event.currentTarget.value) })}
        />
      )}
      {encoding !== null && (
        <NativeSelect
          label={words.encoding}
          value={encoding}
          data={[...textEncodings]}
          onChange={(event) => choose({ ...choice, encoding: event.currentTarget.value as TextEncoding })}
        />
      )}
    </div>
  )
}

function headerRows(found: readonly number[]) {
  const [first = 0, second] = found
  const rows = Array.from({ length: rowsOffered }, (_, index) => index + 1)
  const offered = first > rowsOffered ? [...rows, first] : rows
  return [
    { value: '0', label: words.noNames },
    ...offered.map((row) => ({
      value: String(row),
      label: row === first && second !== undefined ? words.rowsOfNames(row, second) : words.rowOfNames(row),
    })),
  ]
}
