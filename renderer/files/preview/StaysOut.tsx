import type { ImportPreview } from '../../../shared/contract/imports.ts'
import layout from '../../ui/layout/layout.module.css'
import styles from '../files.module.css'
import { leftOutWords, words } from '../words.ts'
import type { Reading } from './use-reading.ts'

type StaysOutProps = { file: Pick<ImportPreview, 'found' | 'toCheck'>; reading: Reading }

/** The rows that stay out and why, with the way to bring hidden ones in, and the rows that are to be checked. */
export function StaysOut({ file: { found, toCheck }, reading: { choice, choose } }: StaysOutProps) {
  const left = found?.left ?? []
  const isAbout = left.some(({ why }) => why === 'hidden') || choice.withHidden
  if (left.length === 0 && toCheck.count === 0 && !isAbout) return null
  const count = left.reduce((sum, each) => sum + each.count, 0)
  return (
    <section className={styles.section} aria-labelledby="stays-out">
      <h3 id="stays-out">{words.staysOut(count)}</h3>
      {left.map((each) => (
        <p key={each.why}>{leftOutWords(each)}</p>
      ))}
      {isAbout && (
        <button
          type="button"
          className={layout.textButton}
          onClick={() => choose({ ...choice, withHidden: !choice.withHidden })}
        >
          {choice.withHidden ? words.leaveHiddenOut : words.bringHiddenIn}
        </button>
      )}
      {toCheck.first.map(({ row, reason }) => (
        <p key={row}>{words.rowToCheck(row, reason)}</p>
      ))}
      {toCheck.count > toCheck.first.length && (
        <p>{words.moreToCheck(toCheck.count - toCheck.first.length)}</p>
      )}
    </section>
  )
}
