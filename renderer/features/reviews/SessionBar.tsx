import { formatMonthName } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/lib/locale.ts'
import { formatMoment } from '../../ui/lib/moments.ts'
import { ClockLine } from './session/ClockLine.tsx'
import styles from './session/review.module.css'
import type { ReviewSession } from './session/use-review-session.ts'

type Props = { readonly session: ReviewSession; readonly onTaskList: () => void }

/** Which review this is, how far it is, the time used, and whether everything said is stored. */
export function SessionBar({ session, onTaskList }: Props) {
  const { review, items, index, saves } = session
  return (
    <header className={styles.bar}>
      <h1>{formatMonthName(review.month, locale)} review</h1>
      <span className={styles.workflow} title={review.workflowName}>
        {review.workflowName}
      </span>
      <span className={styles.steps} aria-hidden="true">
        {items.map((item, place) => (
          <i key={item.id} data-state={place === index ? 'current' : item.isDone ? 'done' : 'open'} />
        ))}
      </span>
      <span className={styles.place}>
        Output {index + 1} of {items.length}
      </span>
      <span className={styles.barEnd}>
        <ClockLine session={session} />
        <span>{savedWords(saves)}</span>
        <button type="button" className={styles.barButton} onClick={onTaskList}>
          Task list
        </button>
      </span>
    </header>
  )
}

function savedWords({ failure, pending, savedAt }: ReviewSession['saves']): string {
  if (failure !== null) return 'Not saved'
  if (pending.length > 0) return 'Saving…'
  return savedAt === null ? '' : `Saved ${formatMoment(savedAt, locale)}`
}
