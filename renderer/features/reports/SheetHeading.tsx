import type { ReactNode } from 'react'
import styles from './sheet.module.css'

/** A heading of the page with what stands quietly beside it. */
export function SheetHeading({ children, beside }: { children: ReactNode; beside?: string }) {
  return (
    <h3>
      {children}
      {beside && <small className={styles.beside}>{beside}</small>}
    </h3>
  )
}
