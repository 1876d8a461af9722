import { useMemo } from 'react'
import { textParts } from '../../../shared/domain/text/markdown-table.ts'
import { PlainText } from './PlainText.tsx'
import styles from './reading.module.css'
import { words } from './words.ts'

/** A wording as it is written, with its tables as tables. */
export function WordingText({ text }: { text: string }) {
  const parts = useMemo(() => textParts(text), [text])
  return parts.map((part, index) =>
    part.kind === 'text' ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      <PlainText key={index} text={part.text} />
    ) : (
      // biome-ignore lint/suspicious/noArrayIndexKey: parts of one text never move
      <TableInText key={index} head={part.head} rows={part.rows} />
    ),
  )
}

function TableInText({ head, rows }: { head: readonly string[]; rows: readonly (readonly string[])[] }) {
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keyboard
    <section className={styles.tableFrame} aria-label={words.table} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {head.map((cell, column) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: cells of one row in their order
              <th key={column} scope="col">
                <PlainText text={cell} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, at) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows of one table in their order
            <tr key={at}>
              {row.map((cell, column) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: cells of one row in their order
                <td key={column}>
                  <PlainText text={cell} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}
