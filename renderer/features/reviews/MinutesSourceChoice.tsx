import type { ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import { editingStop } from './session/review-steps.ts'
import { Choice } from './session/scorecard/Choice.tsx'
import type { MinutesSource } from './session/scorecard/minutes.ts'
import styles from './session/scorecard/scorecard.module.css'
import type { ReviewSession } from './session/use-review-session.ts'
import { words } from './words.ts'

const sources: readonly { value: MinutesSource; label: string }[] = [
  { value: 'estimate', label: words.myEstimate },
  { value: 'person', label: words.toldByThePerson },
]

type Props = {
  readonly session: ReviewSession
  readonly item: ReviewItem
  readonly source: MinutesSource
}

/** Where the minutes come from; what came with the file says so and cannot be called anything else. */
export function MinutesSourceChoice({ session, item, source }: Props) {
  if (item.minutesSource === 'file') return <span className={styles.source}>{words.fromTheFile}</span>
  return (
    <span className={styles.source}>
      {words.thisIs}
      <Choice
        label={words.whereTheMinutesComeFrom}
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
