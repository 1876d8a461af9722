import { type Connection, useConnection } from '../../api/connection.ts'
import { useHashLocation } from '../lib/hash-location.ts'
import { isReviewPath } from '../lib/review-path.ts'
import styles from './offline.module.css'
import { words } from './words.ts'

/** What to say while the core does not answer; null while it does. */
export const offlineMessages: Readonly<Record<Connection, string | null>> = {
  answering: null,
  silent: words.evenkeelIsNotAnsweringWhat,
  'signed-out': words.evenkeelWasStartedAnewAnd,
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
