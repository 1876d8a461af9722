import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Redirect, useParams } from 'wouter'
import type { Result, Review } from '../../../shared/contract/reviews.ts'
import { formatMonthName } from '../../../shared/domain/format.ts'
import { resultFacts, suggestionFor } from '../../features/reviews/done/done-facts.ts'
import { ReopenDialog } from '../../features/reviews/done/ReopenDialog.tsx'
import { reviewQuery, sessionQuery } from '../../features/reviews/queries.ts'
import { nextTask, taskRow } from '../../features/reviews/tasks.ts'
import { SaveWorkbook } from '../../parts/exports/SaveWorkbook.tsx'
import styles from '../../parts/tasks/done.module.css'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'

/** What a finished review found, in a sentence and in figures, and what comes next. */
export function DonePage() {
  const reviewId = Number(useParams<{ reviewId: string }>().reviewId)
  const review = useQuery(reviewQuery(reviewId))
  if (review.isPending) return <Loading />
  if (review.isError) {
    return (
      <Page title="Review">
        <ErrorNote error={review.error} />
      </Page>
    )
  }
  const { data } = review
  if (data.state === 'open' || data.result === null) return <Redirect to={`/review/${reviewId}`} replace />
  return <Done review={data} result={data.result} />
}

function Done({ review, result }: { review: Review; result: Result }) {
  const [isReopening, setIsReopening] = useState(false)
  const suggestion = suggestionFor(result, review.draw.method, locale)
  const session = useQuery(sessionQuery(review.month))
  const next = session.data && nextTask(session.data.tasks, review.id)
  const month = formatMonthName(review.month, locale)
  return (
    <Page
      eyebrow={<Link href={`/reviews/${review.month}`}>{month} review</Link>}
      title={`${review.workflowName} is done`}
      aside={<StatusBadge status={result.figure.status} />}
    >
      <p className={styles.sentence}>{review.sentence}</p>
      <Card className={styles.card}>
        <dl className={styles.facts}>
          {resultFacts(review, result, locale).map(({ term, value, detail }) => (
            <div key={term}>
              <dt>{term}</dt>
              <dd>
                {value}
                {detail && <small>{detail}</small>}
              </dd>
            </div>
          ))}
        </dl>
      </Card>
      {suggestion && <p className={styles.suggestion}>{suggestion}</p>}
      <div className={styles.buttons}>
        {next && (
          <GoButton path={taskRow(next, review.month, locale).path}>Next: {next.workflowName}</GoButton>
        )}
        <SaveWorkbook month={review.month} isPrimary={!next} />
        <GoButton path={`/reviews/${review.month}`} variant="default">
          Close
        </GoButton>
        <Button variant="subtle" className={styles.reopen} onClick={() => setIsReopening(true)}>
          Reopen this review
        </Button>
      </div>
      {isReopening && <ReopenDialog reviewId={review.id} onClose={() => setIsReopening(false)} />}
    </Page>
  )
}
