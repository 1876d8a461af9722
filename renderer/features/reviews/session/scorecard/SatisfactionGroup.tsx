import type { RatedBy } from '../../../../../shared/contract/reviews/item-state.ts'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { Choice } from './Choice.tsx'
import { Group } from './Group.tsx'
import styles from './scorecard.module.css'
import { words } from './words.ts'

const ratings = ['1', '2', '3', '4', '5'].map((value) => ({ value, label: value }))

const raters: readonly { value: RatedBy; label: string }[] = [
  { value: 'user', label: words.thePersonWhoUsedIt },
  { value: 'reviewer', label: 'me' },
]

type Props = { readonly session: ReviewSession; readonly item: ReviewItem; readonly singleKeys: boolean }

/** How satisfied the person who used the output was, 1 to 5; the reviewer's own view is kept apart. */
export function SatisfactionGroup({ session, item, singleKeys }: Props) {
  const stop = { group: 'satisfaction' as const, standardId: null }
  const ratedBy = item.satisfaction === null ? (session.habits.ratedBy ?? item.ratedBy) : item.ratedBy
  return (
    <Group
      session={session}
      stop={stop}
      title={words.satisfaction}
      digits={singleKeys ? ratings.length : 0}
      aside={
        <span className={styles.source}>
          {words.ratedBy}
          <Choice
            label={words.ratedBy}
            options={raters}
            value={ratedBy}
            onChange={(next, isPointed) => {
              session.setHabits({ ratedBy: next })
              if (item.satisfaction !== null) session.choose({ ratedBy: next })
              if (isPointed) session.landOn(stop)
            }}
          />
        </span>
      }
    >
      <Choice
        label={words.satisfaction1To5}
        options={ratings}
        value={item.satisfaction === null ? null : String(item.satisfaction)}
        onChange={(value, isPointed) => session.rate(Number(value), isPointed)}
      />
    </Group>
  )
}
