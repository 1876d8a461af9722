import type { ChangeVerdict } from '../../../shared/contract/changes.ts'
import { verdictLabels } from '../../../shared/domain/figures/change-sentences.ts'
import { classNames } from '../lib/class-names.ts'
import styles from './status.module.css'

const tones: Readonly<Record<ChangeVerdict, string | undefined>> = {
  waiting: styles.none,
  better: styles.good,
  about_the_same: styles.none,
  worse: styles.act,
  not_comparable: styles.none,
  rolled_back: styles.watch,
}

type VerdictProps = { verdict: ChangeVerdict }

/** What a change did, as shape, word and colour. */
export function VerdictBadge({ verdict }: VerdictProps) {
  return (
    <span className={classNames(styles.badge, tones[verdict])}>
      <Shape verdict={verdict} />
      {verdictLabels[verdict]}
    </span>
  )
}

/** The shape and colour alone, where the words beside it say what it means. */
export function VerdictShape({ verdict }: VerdictProps) {
  return (
    <span className={classNames(styles.shape, tones[verdict])}>
      <Shape verdict={verdict} />
    </span>
  )
}

function Shape({ verdict }: VerdictProps) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {verdict === 'waiting' && <circle className={styles.hollow} cx="6" cy="6" r="4.25" />}
      {verdict === 'better' && <circle cx="6" cy="6" r="5" />}
      {verdict === 'about_the_same' && <path d="M1 3h10v2H1zM1 7h10v2H1z" />}
      {verdict === 'worse' && <path d="M6 0l6 6-6 6-6-6z" />}
      {verdict === 'not_comparable' && <path d="M1 5h10v2H1z" />}
      {verdict === 'rolled_back' && <path d="M11 0v12L1 6z" />}
    </svg>
  )
}
