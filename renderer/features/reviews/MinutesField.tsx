import { TextInput } from '@mantine/core'
import { useId } from 'react'
import type { ReviewItem } from '../../../shared/contract/reviews.ts'
import { minutesShare } from '../../../shared/domain/editing.ts'
import { formatNumber, formatShare, parseNumber } from '../../../shared/domain/format.ts'
import { locale } from '../../ui/locale.ts'
import { Choice } from './Choice.tsx'
import { Group } from './Group.tsx'
import styles from './scorecard.module.css'
import { useDraft } from './use-draft.ts'
import type { MinutesSource, ReviewSession } from './use-review-session.ts'

const commonMinutes = [0, 2, 5, 10, 15, 30]
const mostMinutes = 10_000
const queriedShare = 1.5

const sources: readonly { value: MinutesSource; label: string }[] = [
  { value: 'estimate', label: 'my estimate' },
  { value: 'person', label: 'told by the person' },
]

const stop = { group: 'editing', standardId: null } as const

type Props = { readonly session: ReviewSession; readonly item: ReviewItem }

/** Minutes a person spent correcting the output; empty where nobody knows. */
export function MinutesField({ session, item }: Props) {
  const { habits, review } = session
  const figureId = useId()
  const source = item.minutesSource ?? habits.minutesSource
  const field = useDraft({
    itemId: item.id,
    drafts: session.drafts,
    stored: textOf(item.editMinutes),
    problemOf: minutesProblem,
    store: (text) => {
      const patch = minutesPatch(text, source, item.editMinutes)
      if (patch) session.choose(patch)
    },
  })
  const problem = session.hasTried ? minutesProblem(field.text) : null
  return (
    <Group
      session={session}
      stop={stop}
      title="Editing"
      aside={
        <span className={styles.source}>
          {item.minutesSource === 'file' ? 'From the file' : 'This is'}
          {item.minutesSource !== 'file' && (
            <Choice
              label="Where the minutes come from"
              options={sources}
              value={source}
              onChange={(next, isPointed) => {
                session.setHabits({ minutesSource: next })
                if (item.editMinutes !== null) session.choose({ minutesSource: next })
                if (isPointed) session.landOn(stop)
              }}
            />
          )}
        </span>
      }
    >
      <div className={styles.line}>
        <TextInput
          data-field="minutes"
          className={styles.minutes}
          aria-label="Minutes spent correcting it"
          size="sm"
          inputMode="decimal"
          autoComplete="off"
          placeholder="–"
          rightSection={<span className={styles.unit}>min</span>}
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
                session.landOn(stop)
              }}
            >
              {minutes}
            </button>
          ))}
        </span>
      </div>
      <p id={figureId} className={problem === null ? styles.minutesFigure : styles.error}>
        {problem ?? <Figure item={item} byHand={review.byHandMinutes} />}
      </p>
    </Group>
  )
}

function Figure({ item, byHand }: { item: ReviewItem; byHand: number | null }) {
  if (byHand === null) return null
  const share = item.editMinutes === null ? null : minutesShare(item.editMinutes, byHand)
  const job = `${formatNumber(byHand, byHand % 1 === 0 ? 0 : 1, locale)} min by hand`
  if (share === null) return <>of {job}; leave it empty if nobody knows</>
  return (
    <>
      {share > queriedShare && (
        <span className={styles.query}>More than the job by hand. Is that right? </span>
      )}
      <b className={styles.share}>{formatShare(share, locale)}</b> of {job}
    </>
  )
}

const textOf = (minutes: number | null) =>
  minutes === null
    ? ''
    : new Intl.NumberFormat(locale, { maximumFractionDigits: 2, useGrouping: false }).format(minutes)

function minutesProblem(text: string): string | null {
  if (text.trim() === '') return null
  const minutes = parseNumber(text, locale)
  if (minutes === null || minutes < 0) return 'Enter minutes as a number, for example 6 or 6.5.'
  return minutes > mostMinutes ? 'Enter 10,000 minutes at most.' : null
}

/** Nothing where the text says what is stored already, or cannot be stored. */
function minutesPatch(text: string, source: MinutesSource, stored: number | null) {
  if (minutesProblem(text) !== null) return null
  const minutes = text.trim() === '' ? null : parseNumber(text, locale)
  if (minutes === stored) return null
  const typed = source === 'file' ? 'estimate' : source
  return { editMinutes: minutes, minutesSource: minutes === null ? null : typed }
}
