import type { ReactNode } from 'react'
import styles from './overdue.module.css'

/** What is past its day: a triangle and words in the colour of Watch, never red. */
export function Overdue({ children }: { children: ReactNode }) {
  return (
    <span className={styles.overdue}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        <path d="M6 1l6 10H0z" />
      </svg>
      {children}
    </span>
  )
}
