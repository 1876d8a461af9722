import { Anchor } from '@mantine/core'
import { useMutation } from '@tanstack/react-query'
import type { DoneFacts } from '../../../../shared/contract/results.ts'
import { formatDayOfYear, formatMonthName } from '../../../../shared/domain/format.ts'
import { client } from '../../../api/client.ts'
import { saveFile } from '../../../api/download.ts'
import { ErrorNote } from '../../../ui/feedback/ErrorNote.tsx'
import { locale } from '../../../ui/lib/locale.ts'
import styles from './done.module.css'
import { words } from './words.ts'

type Next = DoneFacts['next'][number]

/** The dates that follow, each with the file of its series for the owner's own calendar. */
export function NextDates({ next, today }: { next: readonly Next[]; today: string }) {
  return (
    <section aria-labelledby="next-dates">
      <h2 id="next-dates">{words.next}</h2>
      <dl className={styles.rows}>
        {next.map((date) => (
          <NextDate key={date.kind} date={date} today={today} />
        ))}
      </dl>
    </section>
  )
}

const nextFoundationReview = (isOverdue: boolean) =>
  isOverdue ? words.foundationReviewWasDue : words.foundationReview

const nextReview = (month: string, isOverdue: boolean) =>
  isOverdue ? words.reviewIsOverdue(month) : words.reviewIsDue(month)

function NextDate({ date: { kind, on, month, isOverdue }, today }: { date: Next; today: string }) {
  const save = useMutation({
    mutationFn: async () => {
      const file = await client.calendar.file({ kind })
      await saveFile(file.fileId, file.name)
    },
  })
  const what =
    month === null ? nextFoundationReview(isOverdue) : nextReview(formatMonthName(month, locale), isOverdue)
  return (
    <div>
      <dt>{formatDayOfYear(on, today, locale)}</dt>
      <dd>
        {what}
        {save.isError && <ErrorNote error={save.error} />}
      </dd>
      <dd>
        <Anchor
          component="button"
          type="button"
          aria-label={words.calendarFileOfTheReviews(
            kind === 'monthly_review' ? 'monthly' : words.foundation,
          )}
          onClick={() => save.mutate()}
        >
          {words.calendarFile}
        </Anchor>
      </dd>
    </div>
  )
}
