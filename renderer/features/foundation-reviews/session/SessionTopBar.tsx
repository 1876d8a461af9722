import { formatDay } from '../../../../shared/domain/format.ts'
import { isDecided } from '../../../../shared/domain/foundation/foundation-answers.ts'
import { SessionBar } from '../../../session/SessionBar.tsx'
import frame from '../../../session/session.module.css'
import { classNames } from '../../../ui/lib/class-names.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { FoundationClock } from './FoundationClock.tsx'
import styles from './foundation.module.css'
import { indexOf, type Step, stepWords } from './steps.ts'
import type { FoundationSession } from './use-foundation-session.ts'
import { words } from './words.ts'

type Props = {
  readonly session: FoundationSession
  readonly isLarge: boolean
  readonly onLarge: (isLarge: boolean) => void
  readonly onTaskList: () => void
}

/** Which review this is, how far it is, and whether everything said is stored. */
export function SessionTopBar({ session, isLarge, onLarge, onTaskList }: Props) {
  const { review, steps, step } = session
  const current = indexOf(steps, step)
  return (
    <SessionBar
      title={words.foundationReview2}
      about={<span className={styles.day}>{formatDay(review.heldOn, locale)}</span>}
      steps={steps.map((each, at) => ({
        id: each.kind === 'card' ? each.sectionId : 'quick',
        state: at === current ? 'current' : isSettled(each, session) ? 'done' : 'open',
      }))}
      place={<span className={styles.place}>{stepWords(steps, step)}</span>}
      saving={session.saving}
      onTaskList={onTaskList}
    >
      {session.card?.isParked && <span className={styles.parked}>{words.parked}</span>}
      <FoundationClock session={session} />
      <button
        type="button"
        className={classNames(frame.barButton, styles.largeSwitch)}
        aria-pressed={isLarge}
        onClick={() => onLarge(!isLarge)}
      >
        {words.largerType}
      </button>
    </SessionBar>
  )
}

function isSettled(step: Step, { cards }: FoundationSession): boolean {
  return step.kind === 'card'
    ? cards.some((card) => card.sectionId === step.sectionId && isDecided(card))
    : cards.every((card) => !card.isQuick || isDecided(card))
}
