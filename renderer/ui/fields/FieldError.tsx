import type { ReactNode } from 'react'
import styles from './field-error.module.css'

/** What is wrong with a field, under it; for the fields that cannot show it themselves. */
export function FieldError({ children }: { children: ReactNode }) {
  return (
    <p className={styles.error} role="alert" data-field-error>
      {children}
    </p>
  )
}
