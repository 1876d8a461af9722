import { Button } from '@mantine/core'
import { formatNumber } from '../../../shared/domain/format.ts'
import { locale } from '../lib/locale.ts'
import styles from './pager.module.css'
import table from './table.module.css'
import { words } from './words.ts'

type PagerProps = {
  offset: number
  limit: number
  total: number
  /** How many there are without the filter. */
  all?: number
  /** What the rows are, one and several: ['output', 'outputs']. */
  noun: readonly [one: string, several: string]
  /** "newest first" */
  order: string
  onMove: (offset: number) => void
}

/** How a list ends: "1–50 of 214 outputs, newest first", with a way back and on where not everything is shown. */
export function Pager({ offset, limit, total, all = total, noun, order, onMove }: PagerProps) {
  const whole = (value: number) => formatNumber(value, 0, locale)
  const isAll = total <= limit
  const page = isAll ? '' : `${whole(offset + 1)}–${whole(Math.min(offset + limit, total))} of `
  const found = all === total ? whole(total) : words.found(whole(total), whole(all), isAll)
  const sentence = `${page}${found} ${noun[all === 1 ? 0 : 1]}${total > 1 ? `, ${order}` : ''}`
  if (isAll) return <p className={table.end}>{sentence}</p>
  return (
    <nav className={styles.pager} aria-label={words.pages}>
      <span className={styles.sentence} aria-live="polite">
        {sentence}
      </span>
      <Button variant="default" disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - limit))}>
        {words.earlierRows}
      </Button>
      <Button variant="default" disabled={offset + limit >= total} onClick={() => onMove(offset + limit)}>
        {words.moreRows}
      </Button>
    </nav>
  )
}
