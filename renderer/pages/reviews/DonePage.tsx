import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useState } from 'react'
import { Link, Redirect, useParams } from 'wouter'
import type { DoneFacts } from '../../../shared/contract/results.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import type { Review } from '../../../shared/contract/reviews/reviews.ts'
import { findingHeadline, findingSentences } from '../../../shared/domain/findings/finding-words.ts'
import { formatMonthName } from '../../../shared/domain/format.ts'
import { monthPeriod } from '../../../shared/domain/report/period.ts'
import { orpc } from '../../api/client.ts'
import { DoneStep } from '../../features/reviews/done/DoneStep.tsx'
import styles from '../../features/reviews/done/done.module.css'
import { doneFacts } from '../../features/reviews/done/done-facts.ts'
import { NextDates } from '../../features/reviews/done/NextDates.tsx'
import { OutputDots } from '../../features/reviews/done/OutputDots.tsx'
import { ReopenDialog } from '../../features/reviews/done/ReopenDialog.tsx'
import { WhatChanged } from '../../features/reviews/done/WhatChanged.tsx'
import { reviewQuery, sessionQuery } from '../../features/reviews/queries.ts'
import { nextTask } from '../../features/reviews/tasks.ts'
import { SaveWorkbook } from '../../parts/exports/SaveWorkbook.tsx'
import { GoButton } from '../../parts/tasks/GoButton.tsx'
import { doneWords } from '../../parts/tasks/words.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import { Page } from '../../ui/layout/Page.tsx'
import { locale } from '../../ui/lib/locale.ts'
import { StatusBadge } from '../../ui/marks/StatusBadge.tsx'
import { words as say } from './words.ts'

/** What a finished review found, what changed with it, and what comes next. */
export function DonePage() {
  const reviewId = Number(useParams<{ reviewId: string }>().reviewId)
  const review = useQuery(reviewQuery(reviewId))
  const isFinished = review.data?.state === 'finished'
  const facts = useQuery(orpc.results.done.queryOptions({ input: { reviewId }, enabled: isFinished }))
  if (review.isPending) return <Loading />
  if (review.isError || facts.isError) {
    return (
      <Page title={say.review2}>
        <ErrorNote error={review.error ?? facts.error} />
      </Page>
    )
  }
  const { data } = review
  if (data.secondOf !== null) return <Redirect to={`/review/${data.secondOf}/done`} replace />
  if (data.state === 'open' || data.finding === null) return <Redirect to={`/review/${reviewId}`} replace />
  if (facts.isPending) return <Loading />
  return <Done review={data} finding={data.finding} facts={facts.data} />
}

function Done({ review, finding, facts }: { review: Review; finding: Finding; facts: DoneFacts }) {
  const [isReopening, setIsReopening] = useState(false)
  const session = useQuery(sessionQuery(review.month))
  const company = useQuery(orpc.company.get.queryOptions())
  const today = company.data?.today ?? `${review.month}-01`
  const tasks = session.data?.tasks ?? []
  const next = nextTask(tasks, review.id)
  const month = formatMonthName(review.month, locale)
  return (
    <Page
      eyebrow={
        <>
          <Link href={`/reviews/${review.month}`}>{say.review(month)}</Link>
          {tasks.length > 0 && say.besides(doneWords(tasks))}
        </>
      }
      title={say.isDone(review.workflowName)}
      aside={<StatusBadge status={finding.status} />}
    >
      <Card className={styles.card}>
        <div className={styles.head}>
          <div>
            <h2>{findingHeadline(finding, locale)}</h2>
            <p className={styles.reads}>{findingSentences(finding, locale).join(' ')}</p>
            <DoneStep review={review} finding={finding} today={today} next={next} />
          </div>
          <OutputDots rows={facts.rows} review={review} />
        </div>
        <Strip review={review} finding={finding} />
      </Card>
      <div className={styles.columns}>
        <WhatChanged facts={facts} finding={finding} workflowId={review.workflowId} />
        <NextDates next={facts.next} today={today} />
      </div>
      <div className={styles.foot}>
        <SaveWorkbook period={monthPeriod(review.month)} variant="subtle" />
        <GoButton path={`/reports?month=${review.month}`} variant="subtle">
          {say.openTheReport}
        </GoButton>
        <Button variant="subtle" onClick={() => setIsReopening(true)}>
          {say.reopenThisReview}
        </Button>
      </div>
      {isReopening && <ReopenDialog reviewId={review.id} onClose={() => setIsReopening(false)} />}
    </Page>
  )
}

function Strip({ review, finding }: { review: Review; finding: Finding }) {
  return (
    <dl className={styles.strip}>
      {doneFacts(review, finding, locale).map(({ term, value, detail }) => (
        <div key={term}>
          <dt>{term}</dt>
          <dd>
            <strong>{value}</strong> <small>{detail}</small>
          </dd>
        </div>
      ))}
    </dl>
  )
}
