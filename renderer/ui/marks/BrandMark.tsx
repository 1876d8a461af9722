import styles from './brand-mark.module.css'

/** The mark of the app: a level line, a hull, a head above it. */
export function BrandMark() {
  return (
    <svg className={styles.mark} viewBox="0 0 24 24" aria-hidden="true">
      <path d="M3 12h18M5 16c3 4 11 4 14 0" />
      <circle cx="12" cy="6" r="2.4" />
    </svg>
  )
}
