import type { ReactNode } from 'react'
import styles from './table.module.css'

/** A table with hairlines between its rows; scrolls sideways by itself where it has no room. */
export function Table({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div className={styles.scroll}>
      <table className={styles.table} aria-label={label}>
        {children}
      </table>
    </div>
  )
}
