import { useHashLocation } from 'wouter/use-hash-location'
import { type Connection, useConnection } from '../../api/connection.ts'
import { isReviewPath } from '../lib/review-path.ts'
import styles from './offline.module.css'

/** What to say while the core does not answer; null while it does. */
export const offlineMessages: Readonly<Record<Connection, string | null>> = {
  answering: null,
  silent: 'Evenkeel is not answering. What you typed stays here; it goes on by itself when Evenkeel is back.',
  'signed-out':
    'Evenkeel was started anew and no longer knows this page. What you typed stays here to copy. Open the link that Evenkeel shows.',
}

/** Says so over every page; a review says it itself, beside what it could not store. */
export function Offline() {
  const [path] = useHashLocation()
  const message = offlineMessages[useConnection()]
  if (message === null || isReviewPath(path)) return null
  return (
    <p className={styles.banner} role="alert">
      {message}
    </p>
  )
}
