import { useConnection } from '../api/connection.ts'
import styles from './offline.module.css'

/** Says so, over every page, while the core does not answer. */
export function Offline() {
  if (useConnection() !== 'silent') return null
  return (
    <p className={styles.banner} role="alert">
      Evenkeel is not answering. What you typed stays here; it goes on by itself when Evenkeel is back.
    </p>
  )
}
