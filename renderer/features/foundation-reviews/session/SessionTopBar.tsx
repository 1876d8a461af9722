import { formatDay } from '../../../../shared/domain/format.ts'
import { isDecided } from '../../../../shared/domain/foundation/foundation-answers.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { formatMoment } from '../../../ui/lib/moments.ts'
import styles from './session.module.css'
import { indexOf, type Step, stepWords } from './steps.ts'
import { TimeLine } from './TimeLine.tsx'
import type { FoundationSession } from './use-foundation-session.ts'

type Props = { readonly session: FoundationSession; readonly onTaskList: () => void }

/** Which review this is, how far it is, and whether everything said is stored. */
export function SessionTopBar({ session, onTaskList }: Props) {
  const { review, steps, step } = session
  const current = indexOf(steps, step)
  return (
    <header className={styles.bar}>
      <h1>Foundation review</h1>
      <span className={styles.day}>{formatDay(review.heldOn, locale)}</span>
      <span className={styles.steps} aria-hidden="true">
        {steps.map((each, place) => (
          <i
            key={each.kind === 'card' ? each.sectionId : 'quick'}
            data-state={place === current ? 'current' : isSettled(each, session) ? 'done' : 'open'}
          />
        ))}
      </span>
      <span className={styles.place}>{stepWords(steps, step)}</span>
      {session.card?.isParked && <span className={styles.parked}>Parked</span>}
      <span className={styles.barEnd}>
        <TimeLine session={session} />
        <span>{savedWords(session)}</span>
        <button type="button" className={styles.barButton} onClick={onTaskList}>
          Task list
        </button>
      </span>
    </header>
  )
}

function isSettled(step: Step, { cards }: FoundationSession): boolean {
  return step.kind === 'card'
    ? cards.some((card) => card.sectionId === step.sectionId && isDecided(card))
    : cards.every((card) => !card.isQuick || isDecided(card))
}

function savedWords({ saving }: FoundationSession): string {
  if (saving.failure !== null || saving.refused !== null) return 'Not saved'
  if (saving.pending.length > 0) return 'Saving…'
  return saving.savedAt === null ? '' : `Saved ${formatMoment(saving.savedAt, locale)}`
}
