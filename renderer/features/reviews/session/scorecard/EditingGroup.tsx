import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import { measures } from '../../../../../shared/domain/figures/measures/index.ts'
import type { MeasureRules } from '../../../../../shared/domain/figures/measures/measure.ts'
import { formatNumber, formatShare } from '../../../../../shared/domain/format.ts'
import { locale } from '../../../../ui/lib/locale.ts'
import { asksMinutes, editingStop } from '../review-steps.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { DraftToFinal } from './DraftToFinal.tsx'
import { Group } from './Group.tsx'
import { KnownMinutes } from './KnownMinutes.tsx'
import { MinutesField } from './MinutesField.tsx'
import styles from './scorecard.module.css'
import { words as say } from './words.ts'

type Props = { readonly session: ReviewSession; readonly item: ReviewItem }

/** How much of the work people still redid, by the workflow's measure. */
export function EditingGroup({ session, item }: Props) {
  const measure = measures[session.review.measure]
  if (measure.shows === null) return <MinutesField session={session} item={item} />
  return <CountedEditing session={session} item={item} unit={measure.unit} shows={measure.shows} />
}

type Counted = { readonly unit: string; readonly shows: NonNullable<MeasureRules['shows']> }

function CountedEditing({ session, item, unit, shows }: Props & Counted) {
  return (
    <Group
      session={session}
      stop={editingStop}
      title={say.editing}
      aside={item.editing !== null && shows.from}
    >
      <Figure item={item} unit={unit} shows={shows} />
      {asksMinutes(session.review) && <KnownMinutes session={session} item={item} />}
      <DraftToFinal item={item} byHand={session.review.byHandMinutes} />
    </Group>
  )
}

function Figure({ item, unit, shows }: Pick<Props, 'item'> & Counted) {
  const { editing, wordsChanged, wordsLonger } = item
  if (editing === null) {
    return <p className={styles.muted}>{shows.unknown}</p>
  }
  if (editing === 0)
    return (
      <p className={styles.figure}>
        <b>{formatShare(0, locale)}</b> {shows.none}
      </p>
    )
  return (
    <p className={styles.figure}>
      <b>{formatShare(editing, locale)}</b> {unit}
      {wordsChanged !== null &&
        wordsLonger !== null &&
        say.ofWords(formatNumber(wordsChanged, 0, locale), formatNumber(wordsLonger, 0, locale))}
    </p>
  )
}
