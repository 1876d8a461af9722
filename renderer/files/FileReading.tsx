import { Button, NativeSelect } from '@mantine/core'
import {
  type ImportPreview,
  type LeftOut,
  type ReadingChoice,
  type TextEncoding,
  textEncodings,
} from '../../shared/contract/imports.ts'
import styles from './files.module.css'
import { leftOutWords, words } from './words.ts'

/** Rows among which the names of the columns can be chosen. */
const rowsOffered = 20

type FileReadingProps = {
  file: Pick<ImportPreview, 'found' | 'encoding' | 'toCheck'>
  reading: ReadingChoice
  onChange: (reading: ReadingChoice) => void
}

/** How the file was read: what stays out and why, which row names the columns, and the encoding; each can be changed. */
export function FileReading({ file: { found, encoding, toCheck }, reading, onChange }: FileReadingProps) {
  const hidden = found?.left.find(({ why }) => why === 'hidden')
  return (
    <div className={styles.section}>
      {(found?.left ?? []).map((left) => (
        <LeftOutLine key={left.why} left={left} />
      ))}
      {(hidden || reading.withHidden) && (
        <div>
          <Button
            variant="default"
            size="compact-sm"
            onClick={() => onChange({ ...reading, withHidden: !reading.withHidden })}
          >
            {reading.withHidden ? words.leaveHiddenOut : words.bringHiddenIn}
          </Button>
        </div>
      )}
      {toCheck.first.map(({ row, reason }) => (
        <p key={row}>{words.rowToCheck(row, reason)}</p>
      ))}
      {toCheck.count > toCheck.first.length && (
        <p>{words.moreToCheck(toCheck.count - toCheck.first.length)}</p>
      )}
      <div className={styles.readings}>
        {found && (
          <NativeSelect
            label={words.rowWithTheNames}
            value={String(found.headerRows[0] ?? 0)}
            data={headerRows(found.headerRows)}
            onChange={(event) => onChange({ ...reading, headerRow: Number(event.currentTarget.value) })}
          />
        )}
        {encoding !== null && (
          <NativeSelect
            label={words.encoding}
            value={encoding}
            data={[...textEncodings]}
            onChange={(event) =>
              onChange({ ...reading, encoding: event.currentTarget.value as TextEncoding })
            }
          />
        )}
      </div>
    </div>
  )
}

function LeftOutLine({ left }: { left: LeftOut }) {
  return <p>{leftOutWords(left)}</p>
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
