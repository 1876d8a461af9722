import type { Status } from '../../../shared/contract/reviews/findings.ts'
import { monthStatusLabels, monthStatusTones, type Tone } from '../../../shared/domain/findings/status.ts'
import { classNames } from '../lib/class-names.ts'
import styles from './status.module.css'
import { words } from './words.ts'

type StatusProps = { status: Status | null }

/** A workflow-month's status as shape, word and colour. Null is a month without a result. */
export function StatusBadge({ status }: StatusProps) {
  return (
    <span className={classNames(styles.badge, styles[toneOf(status)])}>
      <Shape status={status} />
      {status === null ? words.noResultYet : monthStatusLabels[status]}
    </span>
  )
}

/** Stands beside a status: the last two reviews lie above month 3. */
export function EarlySignBadge() {
  return (
    <span className={classNames(styles.badge, styles.early_sign)}>
      <Shape status="early_sign" />
      {words.earlySign}
    </span>
  )
}

type Mark = Status | 'early_sign' | null

const toneOf = (status: Mark) =>
  status === 'early_sign' ? status : status === null ? 'none' : monthStatusTones[status]

/** The shape and colour alone, where the words beside it say what it means. */
export function StatusShape({ status }: { status: Mark }) {
  return (
    <span className={classNames(styles.shape, styles[toneOf(status)])}>
      <Shape status={status} />
    </span>
  )
}

const Shape = ({ status }: { status: Mark }) => (
  <svg viewBox="0 0 12 12" aria-hidden="true">
    <StatusMark tone={toneOf(status)} />
  </svg>
)

/** The shape inside a drawing, 12 by 12. */
export function StatusMark({ tone }: { tone: Tone | 'early_sign' }) {
  return (
    <>
      {tone === 'good' && <circle cx="6" cy="6" r="5" />}
      {tone === 'watch' && <path d="M6 1l6 10H0z" />}
      {tone === 'act' && <path d="M6 0l6 6-6 6-6-6z" />}
      {tone === 'early_sign' && <path className={styles.hollow} d="M6 2l4.6 8.2H1.4z" />}
      {tone === 'none' && <circle className={styles.hollow} cx="6" cy="6" r="4.25" />}
    </>
  )
}
