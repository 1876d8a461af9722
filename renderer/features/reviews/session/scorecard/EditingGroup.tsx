import type { ReviewItem } from '../../../../../shared/contract/reviews.ts'
import { measures } from '../../../../../shared/domain/figures/measures/index.ts'
import { formatNumber, formatShare } from '../../../../../shared/domain/format.ts'
import { locale } from '../../../../ui/lib/locale.ts'
import { editingStop } from '../review-steps.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { Group } from './Group.tsx'
import { KnownMinutes } from './KnownMinutes.tsx'
import { MinutesField } from './MinutesField.tsx'
import styles from './scorecard.module.css'

type Props = { readonly session: ReviewSession; readonly item: ReviewItem }

/** How much of the work people still redid, by the workflow's measure. */
export function EditingGroup({ session, item }: Props) {
  if (measures[session.review.measure].asks === 'minutes') {
    return <MinutesField session={session} item={item} />
  }
  return <TextEditing session={session} item={item} />
}

function TextEditing({ session, item }: Props) {
  return (
    <Group
      session={session}
      stop={editingStop}
      title="Editing"
      aside={item.editing !== null && 'counted from the two versions'}
    >
      <TextFigure item={item} />
      {session.isFirst && <KnownMinutes session={session} item={item} />}
    </Group>
  )
}

function TextFigure({ item }: { item: ReviewItem }) {
  const { editing, wordsChanged, wordsLonger } = item
  if (editing === null) {
    return <p className={styles.muted}>Not known: this output came without a final version.</p>
  }
  if (editing === 0)
    return (
      <p className={styles.figure}>
        <b>{formatShare(0, locale)}</b> No words changed
      </p>
    )
  return (
    <p className={styles.figure}>
      <b>{formatShare(editing, locale)}</b> {measures.text.unit}
      {wordsChanged !== null && wordsLonger !== null && (
        <>
          {' '}
          · {formatNumber(wordsChanged, 0, locale)} of {formatNumber(wordsLonger, 0, locale)} words
        </>
      )}
    </p>
  )
}
