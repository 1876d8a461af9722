import type { RollOutStage } from '../../../shared/contract/documents.ts'
import { classNames } from '../lib/class-names.ts'
import styles from './status.module.css'

const tones: Readonly<Record<RollOutStage, string | undefined>> = {
  testing: styles.none,
  pilot: styles.good,
  production: styles.good,
  retired: styles.none,
}

/** How far a release is, as shape and word: an empty, a half and a full circle, and a bar at its end. */
export function StageBadge({ stage, words }: { stage: RollOutStage; words: string }) {
  return (
    <span className={classNames(styles.badge, tones[stage])}>
      <svg viewBox="0 0 12 12" aria-hidden="true">
        {(stage === 'testing' || stage === 'pilot') && (
          <circle className={styles.hollow} cx="6" cy="6" r="4.25" />
        )}
        {stage === 'pilot' && <path d="M6 1.5a4.5 4.5 0 0 1 0 9z" />}
        {stage === 'production' && <circle cx="6" cy="6" r="5" />}
        {stage === 'retired' && <path d="M1 5h10v2H1z" />}
      </svg>
      {words}
    </span>
  )
}
