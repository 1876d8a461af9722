import type { ReviewItem } from '../../../shared/contract/reviews.ts'
import { editingStop } from './session/review-steps.ts'
import { Choice } from './session/scorecard/Choice.tsx'
import type { MinutesSource } from './session/scorecard/minutes.ts'
import styles from './session/scorecard/scorecard.module.css'
import type { ReviewSession } from './session/use-review-session.ts'

const sources: readonly { value: MinutesSource; label: string }[] = [
  { value: 'estimate', label: 'my estimate' },
  { value: 'person', label: 'told by the person' },
]

type Props = {
  readonly session: ReviewSession
  readonly item: ReviewItem
  readonly source: MinutesSource
}

/** Where the minutes come from; what came with the file says so and cannot be called anything else. */
export function MinutesSourceChoice({ session, item, source }: Props) {
  if (item.minutesSource === 'file') return <span className={styles.source}>From the file</span>
  return (
    <span className={styles.source}>
      This is
      <Choice
        label="Where the minutes come from"
        options={sources}
        value={source}
        onChange={(next, isPointed) => {
          session.setHabits({ minutesSource: next })
          if (item.editMinutes !== null) session.choose({ minutesSource: next })
          if (isPointed) session.landOn(editingStop)
        }}
      />
    </span>
  )
}
