import { useQuery } from '@tanstack/react-query'
import { Link } from 'wouter'
import type { UpdatePlan } from '../../../shared/contract/results.ts'
import {
  formatMonth,
  formatMonthName,
  formatNumber,
  formatRange,
  formatShare,
  formatShortDay,
} from '../../../shared/domain/format.ts'
import { orpc } from '../../api/client.ts'
import { ErrorNote } from '../../ui/feedback/ErrorNote.tsx'
import { Card } from '../../ui/layout/Card.tsx'
import layout from '../../ui/layout/layout.module.css'
import { locale } from '../../ui/lib/locale.ts'
import styles from './documents.module.css'
import { words } from './words.ts'

/** What an update is planned for, as `results.updatePlan` says it; undefined until it is there. */
export function useUpdatePlan(workflowId: number | null, sectionId: number) {
  const input = { workflowId: workflowId ?? 0, sectionId }
  return useQuery({ ...orpc.results.updatePlan.queryOptions({ input }), enabled: workflowId !== null })
}

/** "9 of 14 issues of August to October point here." */
export function issuesWords({ issueCount, allIssues, from, until }: UpdatePlan): string {
  if (from === null || until === null) return words.noIssuesYet
  const count = (number: number) => formatNumber(number, 0, locale)
  const months = words.monthsTo(formatMonthName(from, locale), formatMonth(until, locale))
  return words.issuesPointHere(count(issueCount), count(allIssues), months)
}

/** Beside the editor: the issues that point here with what was said, and the before that is measured against. */
export function UpdateEvidence({ workflowId, sectionId }: { workflowId: number; sectionId: number }) {
  const plan = useUpdatePlan(workflowId, sectionId)
  if (plan.isError) return <ErrorNote error={plan.error} />
  if (!plan.data) return null
  const { data } = plan
  return (
    <aside className={styles.evidence} aria-label={words.whatTheUpdateIsFor(data.workflowName)}>
      <Card>
        <h2 className={layout.smallHeading}>{words.whatTheUpdateIsFor(data.workflowName)}</h2>
        <p>{issuesWords(data)}</p>
        <ul className={styles.issues}>
          {data.issues.map((issue) => (
            <li key={`${issue.itemId} ${issue.standard}`}>
              <Link href={`/outputs/${issue.itemId}`}>{words.issueOf(issue.type, issue.standard)}</Link>{' '}
              <small className={layout.quiet}>{formatMonth(issue.month, locale)}</small>
              <blockquote>{issue.note === '' ? issue.excerpt : issue.note}</blockquote>
            </li>
          ))}
        </ul>
      </Card>
      <Card>
        <h2 className={layout.smallHeading}>{words.before}</h2>
        <p>{beforeWords(data.before)}</p>
      </Card>
    </aside>
  )
}

function beforeWords({ n, mean, range, from, to }: UpdatePlan['before']): string {
  if (mean === null) return words.noBeforeYet
  const likely = range === null ? '' : words.likely(formatRange(range.low, range.high, locale))
  const days =
    from === null || to === null
      ? ''
      : words.writtenBetween(formatShortDay(from, locale), formatShortDay(to, locale))
  return words.beforeIs(formatShare(mean, locale), likely, formatNumber(n, 0, locale), days)
}
