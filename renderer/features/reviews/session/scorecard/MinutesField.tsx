import { TextInput } from '@mantine/core'
import { useId } from 'react'
import type { ReviewItem } from '../../../../../shared/contract/reviews/reviews.ts'
import { minutesShare } from '../../../../../shared/domain/figures/editing.ts'
import { formatNumber, formatShare } from '../../../../../shared/domain/format.ts'
import { locale } from '../../../../ui/lib/locale.ts'
import { MinutesSourceChoice } from '../../MinutesSourceChoice.tsx'
import { editingStop } from '../review-steps.ts'
import type { ReviewSession } from '../use-review-session.ts'
import { DraftToFinal } from './DraftToFinal.tsx'
import { Group } from './Group.tsx'
import styles from './scorecard.module.css'
import { useMinutes } from './use-minutes.ts'
import { words } from './words.ts'

const commonMinutes = [0, 2, 5, 10, 15, 30]
const queriedShare = 1.5

type Props = { readonly session: ReviewSession; readonly item: ReviewItem }

/** Minutes a person spent correcting the output; empty where nobody knows. */
export function MinutesField({ session, item }: Props) {
  const figureId = useId()
  const { problem, source, ...field } = useMinutes(session, item)
  return (
    <Group
      session={session}
      stop={editingStop}
      title={words.editing}
      aside={<MinutesSourceChoice session={session} item={item} source={source} />}
    >
      <div className={styles.line}>
        <TextInput
          data-field="minutes"
          className={styles.minutes}
          aria-label={words.minutesSpentCorrectingIt}
          size="sm"
          inputMode="decimal"
          autoComplete="off"
          placeholder="–"
          rightSection={<span className={styles.unit}>{words.min}</span>}
          value={field.text}
          error={problem !== null}
          aria-describedby={figureId}
          onChange={(event) => field.change(event.target.value)}
          onBlur={field.flush}
        />
        <span className={styles.chips} data-tone="plain">
          {commonMinutes.map((minutes) => (
            <button
              key={minutes}
              type="button"
              className={styles.chip}
              aria-pressed={item.editMinutes === minutes}
              aria-label={`${minutes} minutes`}
              onClick={() => {
                field.change(String(minutes))
                field.flush()
                session.landOn(editingStop)
              }}
            >
              {minutes}
            </button>
          ))}
        </span>
      </div>
      <p id={figureId} className={problem === null ? styles.minutesFigure : styles.error}>
        {problem ?? <Figure item={item} byHand={session.review.byHandMinutes} />}
      </p>
      <DraftToFinal item={item} byHand={session.review.byHandMinutes} />
    </Group>
  )
}

function Figure({ item, byHand }: { item: ReviewItem; byHand: number | null }) {
  if (byHand === null) return null
  const share = item.editMinutes === null ? null : minutesShare(item.editMinutes, byHand)
  const job = words.minByHand(formatNumber(byHand, byHand % 1 === 0 ? 0 : 1, locale))
  if (share === null) return <>{words.ofLeaveItEmptyIf(job)}</>
  return (
    <>
      {share > queriedShare && <span className={styles.query}>{words.moreThanTheJobBy}</span>}
      <b className={styles.share}>{formatShare(share, locale)}</b>
      {words.of(job)}
    </>
  )
}
