import { type RefObject, useEffect, useRef } from 'react'
import type { Group, ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import { notMet } from '../review-steps.ts'
import type { Landing } from '../use-place.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { EditingGroup } from './EditingGroup.tsx'
import { IssueGroup } from './IssueGroup.tsx'
import { NoteGroup } from './NoteGroup.tsx'
import { SatisfactionGroup } from './SatisfactionGroup.tsx'
import { StandardsGroup } from './StandardsGroup.tsx'
import styles from './scorecard.module.css'
import { words } from './words.ts'

type Props = {
  readonly session: ReviewSession
  readonly item: ReviewItem
  readonly singleKeys: boolean
}

/** What the reviewer says of one output, in the order she says it. */
export function Scorecard({ session, item, singleKeys }: Props) {
  const card = useRef<HTMLElement>(null)
  const { cursor, review } = session
  useLanding(card, session)

  const issues = notMet(item, review.standards)
  const issue = issues.find(({ id }) => id === cursor.standardId) ?? issues[0]
  const group = { session, item, singleKeys }
  return (
    <aside
      ref={card}
      className={styles.score}
      aria-label={words.scorecard}
      tabIndex={-1}
      data-key-area="scorecard"
    >
      <StandardsGroup {...group} />
      {issue && <IssueGroup {...group} key={issue.id} standard={issue} issues={issues} />}
      <SatisfactionGroup {...group} />
      <EditingGroup {...group} />
      <NoteGroup {...group} />
    </aside>
  )
}

/** Puts the keyboard where the cursor landed: into a field where the place has one to type in. */
function useLanding(card: RefObject<HTMLElement | null>, { cursor, landing }: ReviewSession) {
  const { group, standardId } = cursor
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a landing moves the keyboard
  useEffect(() => {
    const place = card.current?.querySelector(`[data-group="${group}"]`)
    const field = place?.querySelector<HTMLElement>(fieldOf(landing.on, group, standardId))
    if (field instanceof HTMLInputElement && field.type !== 'radio') field.select()
    ;(field ?? card.current)?.focus({ preventScroll: true })
    place?.scrollIntoView({ block: 'nearest' })
  }, [landing])
}

/** A selector for what takes the keyboard; it matches nothing where the scorecard itself does. */
function fieldOf(on: Landing['on'], group: Group, standardId: number | null): string {
  if (on === 'choice' && group === 'standards') return `[data-standard="${standardId}"] input`
  if (on === 'choice') return 'button, input'
  if (on === 'typing') return '[data-field]'
  if (on === 'note' || group === 'note') return 'textarea'
  return group === 'editing' ? '[data-field="minutes"]' : '[data-field="none"]'
}
