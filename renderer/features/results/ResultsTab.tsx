import { Anchor, Button } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import type { ReactNode } from 'react'
import { useLocation } from 'wouter'
import type { TrendPoint, WorkflowResults } from '../../../shared/contract/results.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import type { Workflow } from '../../../shared/contract/workflows.ts'
import { findingRuleVersion } from '../../../shared/domain/findings/finding.ts'
import { findingHeadline, findingSentences } from '../../../shared/domain/findings/finding-words.ts'
import { levelSinceWords } from '../../../shared/domain/findings/move-words.ts'
import { formatDay, formatMonthName } from '../../../shared/domain/format.ts'
import { addMonths, monthOf } from '../../../shared/domain/time/dates.ts'
import { orpc } from '../../api/client.ts'
import styles from '../../parts/figures/figures.module.css'
import { EmptyState } from '../../ui/feedback/EmptyState.tsx'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Loading } from '../../ui/feedback/Loading.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import { ChartPart } from './ChartPart.tsx'
import { FindingStep } from './FindingStep.tsx'
import { IssueSections } from './IssueSections.tsx'
import { LatestMonth } from './LatestMonth.tsx'
import { SameEyes } from './SameEyes.tsx'
import { words } from './words.ts'

/** What the latest month says and asks for, the months behind it, and where the issues point. */
export function ResultsTab({ workflow }: { workflow: Workflow }) {
  const { id: workflowId, name } = workflow
  const results = useQuery(orpc.results.workflow.queryOptions({ input: { workflowId } }))
  const company = useQuery(orpc.company.get.queryOptions())
  if (results.isPending || company.isPending) return <Loading />
  if (results.isError) return <ErrorNote error={results.error} />
  const latest = results.data.points.at(-1)
  const { finding } = results.data
  const today = company.data?.today ?? ''
  if (!latest || !finding) {
    return (
      <EmptyState title={words.noResultsYet} action={<CollectButton workflowId={workflowId} today={today} />}>
        {words.theFirstFinishedReviewPuts}
      </EmptyState>
    )
  }
  return (
    <div className={styles.stack}>
      <Card className={styles.findingCard}>
        <FindingHead finding={finding}>
          {workflow.stage !== 'retired' && (
            <FindingStep finding={finding} results={results.data} today={today} />
          )}
        </FindingHead>
        <div className={styles.findingParts}>
          <ChartPart results={results.data} name={name} />
          <LatestMonth point={latest} segments={results.data.segments} />
        </div>
      </Card>
      <IssueSections issues={results.data.issues} span={issueSpan(latest)} today={today} />
      <SameEyes workflowId={workflowId} />
      <RulesNote results={results.data} finding={finding} />
    </div>
  )
}

/** What the latest month says, with its step as `children`; a retired workflow has none. */
function FindingHead({ finding, children }: { finding: Finding; children: ReactNode }) {
  return (
    <div className={styles.findingHead}>
      <div>
        <h2>{findingHeadline(finding, locale)}</h2>
        <p className={styles.reads}>
          {findingSentences(finding, locale).map((sentence) => (
            <span key={sentence}>{sentence} </span>
          ))}
        </p>
      </div>
      {children}
    </div>
  )
}

function CollectButton({ workflowId, today }: { workflowId: number; today: string }) {
  const [, navigate] = useLocation()
  if (today === '') return null
  const month = monthOf(today)
  return (
    <Button onClick={() => navigate(`/reviews/${month}/collect/${workflowId}`)}>
      {words.collectOutputs(formatMonthName(month, locale))}
    </Button>
  )
}

const issueMonths = 3

const issueSpan = ({ month }: TrendPoint) =>
  `${formatMonthName(addMonths(month, 1 - issueMonths), locale)} to ${formatMonthName(month, locale)}`

/**
 * Says which months were not worked out at their finish, or with a month-3 level that is another one now, and offers
 * today's rules where others were used.
 */
function RulesNote({ results, finding }: { results: WorkflowResults; finding: Finding }) {
  const { workflowId, points, levelToday } = results
  const recompute = useMutation(orpc.reviews.recompute.mutationOptions())
  const earlier = points.filter(({ origin }) => origin.cause === 'earlier_month')
  const isOutdated = points.some(({ finding }) => finding.ruleVersion !== findingRuleVersion)
  const [first] = earlier
  if (!first && !isOutdated && !levelToday) return null
  return (
    <p className={layout.quiet}>
      {first &&
        words.whatWasWorkedOutOn(
          earlier.length === 1 ? words.oneMonthSays : words.monthsSay(earlier.length),
          formatDay(first.origin.computedAt.slice(0, 10), locale),
        )}
      {levelToday && `${levelSinceWords(finding, levelToday, locale)} `}
      {(isOutdated || levelToday) && (
        <Anchor component="button" type="button" onClick={() => recompute.mutate({ workflowId })}>
          {words.recomputeWithTodaysRules}
        </Anchor>
      )}
      {recompute.isError && <ErrorNote error={recompute.error} />}
    </p>
  )
}
