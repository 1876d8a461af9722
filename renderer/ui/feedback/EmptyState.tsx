import type { ReactNode } from 'react'
import styles from './empty-state.module.css'

type EmptyStateProps = { title: string; children?: ReactNode; action?: ReactNode }

/** What will stand here, in a sentence, with the one button that brings it about. */
export function EmptyState({ title, children, action }: EmptyStateProps) {
  return (
    <section className={styles.empty}>
      <svg className={styles.outline} viewBox="0 0 320 96" aria-hidden="true">
        <path d="M0 14h96M132 14h52M232 14h88M0 48h72M132 48h66M232 48h88M0 82h112M132 82h40M232 82h88" />
      </svg>
      <h2>{title}</h2>
      {children && <div className={styles.text}>{children}</div>}
      {action}
    </section>
  )
}
