import { type Standing, standingLabels } from '../../../shared/domain/effects/standing.ts'
import { classNames } from '../lib/class-names.ts'
import styles from './status.module.css'

const tones: Readonly<Record<Standing, string | undefined>> = {
  planned: styles.none,
  called_off: styles.none,
  starting_point: styles.none,
  waiting: styles.none,
  better: styles.good,
  about_the_same: styles.none,
  worse: styles.act,
  cannot_be_told: styles.none,
  rolled_back: styles.watch,
}

type VerdictProps = { verdict: Standing }

/** What a change did, as shape, word and colour. */
export function VerdictBadge({ verdict }: VerdictProps) {
  return (
    <span className={classNames(styles.badge, tones[verdict])}>
      <Shape verdict={verdict} />
      {standingLabels[verdict]}
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

const hollow: ReadonlySet<Standing> = new Set(['waiting', 'planned'])
const dash: ReadonlySet<Standing> = new Set(['cannot_be_told', 'called_off', 'starting_point'])

function Shape({ verdict }: VerdictProps) {
  return (
    <svg viewBox="0 0 12 12" aria-hidden="true">
      {hollow.has(verdict) && <circle className={styles.hollow} cx="6" cy="6" r="4.25" />}
      {verdict === 'better' && <circle cx="6" cy="6" r="5" />}
      {verdict === 'about_the_same' && <path d="M1 3h10v2H1zM1 7h10v2H1z" />}
      {verdict === 'worse' && <path d="M6 0l6 6-6 6-6-6z" />}
      {dash.has(verdict) && <path d="M1 5h10v2H1z" />}
      {verdict === 'rolled_back' && <path d="M11 0v12L1 6z" />}
    </svg>
  )
}
