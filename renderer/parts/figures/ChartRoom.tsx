import { useUndrawn } from '../../ui/layout/useLoadState.ts'
import styles from './figures.module.css'

/** The room of a chart while its code is on the way. */
export function ChartRoom() {
  useUndrawn(true)
  return <div className={styles.chart} />
}
