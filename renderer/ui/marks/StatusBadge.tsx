import type { Status } from '../../../shared/contract/reviews.ts'
import { classNames } from '../lib/class-names.ts'
import styles from './status.module.css'

const words: Readonly<Record<Status, string>> = {
  on_target: 'On target',
  watch: 'Watch',
  update_suggested: 'Update suggested',
  not_enough: 'Not enough yet',
}

type StatusProps = { status: Status | null }

/** A workflow-month's status as shape, word and colour. Null is a month without a result. */
export function StatusBadge({ status }: StatusProps) {
  return (
    <span className={classNames(styles.badge, styles[status ?? 'not_enough'])}>
      <Shape status={status} />
      {status === null ? 'No result yet' : words[status]}
    </span>
  )
}

/** The shape and colour alone, where the words beside it say what it means. */
export function StatusShape({ status }: StatusProps) {
  return (
    <span className={classNames(styles.shape, styles[status ?? 'not_enough'])}>
      <Shape status={status} />
    </span>
  )
}

function Shape({ status }: StatusProps) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {status === 'on_target' && <circle cx="6" cy="6" r="5" />}
      {status === 'watch' && <path d="M6 1l6 10H0z" />}
      {status === 'update_suggested' && <path d="M6 0l6 6-6 6-6-6z" />}
      {(status === 'not_enough' || status === null) && (
        <circle className={styles.hollow} cx="6" cy="6" r="4.25" />
      )}
    </svg>
  )
}
