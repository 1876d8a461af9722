import { formatMonthName } from '../../../../../shared/domain/format.ts'
import { SessionBar } from '../../../../session/SessionBar.tsx'
import frame from '../../../../session/session.module.css'
import { locale } from '../../../../ui/lib/locale.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { ReviewClock } from './ReviewClock.tsx'
import { words } from './words.ts'

type Props = { readonly session: ReviewSession; readonly onTaskList: () => void }

/** Which review this is, how far it is, and the time used. */
export function ReviewBar({ session, onTaskList }: Props) {
  const { review, items, index, saves } = session
  return (
    <SessionBar
      title={words.titleOf(formatMonthName(review.month, locale), review.secondOf !== null)}
      about={
        <span className={frame.about} title={review.workflowName}>
          {review.workflowName}
        </span>
      }
      steps={items.map(({ id, isDone }, at) => ({
        id,
        state: at === index ? 'current' : isDone ? 'done' : 'open',
      }))}
      place={words.outputOf(index + 1, items.length)}
      saving={saves}
      onTaskList={onTaskList}
    >
      <ReviewClock session={session} />
    </SessionBar>
  )
}
