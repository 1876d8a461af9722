import styles from './loading.module.css'
import { words } from './words.ts'

/** Says that something is on its way, once that has taken long enough to notice. */
export function Loading() {
  return (
    <p className={styles.loading} role="status" data-app-state="loading">
      {words.loading}
    </p>
  )
}
