import { type Connection, useConnection } from '../api/connection.ts'
import styles from './offline.module.css'

const messages: Readonly<Record<Connection, string | null>> = {
  answering: null,
  silent: 'Evenkeel is not answering. What you typed stays here; it goes on by itself when Evenkeel is back.',
  'signed-out':
    'Evenkeel was started anew and no longer knows this page. What you typed stays here to copy. Open the link that Evenkeel shows.',
}

/** Says so, over every page, while the core does not answer it. */
export function Offline() {
  const message = messages[useConnection()]
  if (message === null) return null
  return (
    <p className={styles.banner} role="alert">
      {message}
    </p>
  )
}
