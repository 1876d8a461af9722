import { Button } from '@mantine/core'
import { formatNumber } from '../../../shared/domain/format.ts'
import { locale } from '../lib/locale.ts'
import styles from './pager.module.css'

/** "1–50 of 214" with a way back and on; nothing when everything is already shown. */
export function Pager({
  offset,
  limit,
  total,
  onMove,
}: {
  offset: number
  limit: number
  total: number
  onMove: (offset: number) => void
}) {
  if (total <= limit) return null
  const whole = (value: number) => formatNumber(value, 0, locale)
  return (
    <nav className={styles.pager} aria-label="Pages">
      <Button variant="default" disabled={offset === 0} onClick={() => onMove(Math.max(0, offset - limit))}>
        Earlier rows
      </Button>
      <span className={styles.quiet} aria-live="polite">
        {whole(offset + 1)}–{whole(Math.min(offset + limit, total))} of {whole(total)}
      </span>
      <Button variant="default" disabled={offset + limit >= total} onClick={() => onMove(offset + limit)}>
        More rows
      </Button>
    </nav>
  )
}
