import { Link } from 'wouter'
import type { DoneFacts } from '../../../../shared/contract/results.ts'
import type { Finding } from '../../../../shared/contract/reviews/findings.ts'
import { formatRange } from '../../../../shared/domain/format.ts'
import { count } from '../../../ui/lib/count.ts'
import { locale } from '../../../ui/lib/locale.ts'
import { StatusBadge } from '../../../ui/marks/StatusBadge.tsx'
import styles from './done.module.css'
import { words } from './words.ts'

type Props = { facts: DoneFacts; finding: Finding; workflowId: number }

/** What this review changed against the one before: status, run chart, issues. */
export function WhatChanged({ facts, finding, workflowId }: Props) {
  const { statusBefore, issues } = facts
  const signal = signalWords(finding)
  return (
    <section aria-labelledby="what-changed">
      <h2 id="what-changed">{words.whatChanged}</h2>
      <dl className={styles.rows}>
        <div>
          <dt>{words.status}</dt>
          <dd className={styles.move}>
            {statusBefore !== null && statusBefore !== finding.status && (
              <>
                <StatusBadge status={statusBefore} />
                <span aria-hidden="true">→</span>
              </>
            )}
            <StatusBadge status={finding.status} />
            {statusBefore === finding.status && <span className={styles.quiet}>{words.asBefore}</span>}
          </dd>
        </div>
        {signal !== null && (
          <div>
            <dt>{words.runChart}</dt>
            <dd>{signal}</dd>
            <dd>
              <Link href={`/workflows/${workflowId}/results`}>{words.seeIt}</Link>
            </dd>
          </div>
        )}
        <div>
          <dt>{words.issues}</dt>
          <dd>{issueWords(issues)}</dd>
          {issues.count > 0 && (
            <dd>
              <Link href={`/workflows/${workflowId}/results/outputs?show=issues`}>{words.readThem}</Link>
            </dd>
          )}
        </div>
      </dl>
    </section>
  )
}

function signalWords({ signals, limits }: Finding): string | null {
  const signal = signals.find(({ kind }) => kind === 'outside') ?? signals[0]
  if (!signal || !limits) return null
  return signal.kind === 'outside'
    ? words.outsideTheUsualRangeOf(formatRange(limits.low, limits.high, locale))
    : words.sixMonthsInARow(signal.side)
}

function issueWords({ count: found, section, sectionCount }: DoneFacts['issues']): string {
  if (found === 0) return words.none
  if (section === null) return count(found, 'issue', locale)
  return words.ofThemTo(
    count(found, 'issue', locale),
    sectionCount,
    sectionCount === 1 ? 'points' : 'point',
    section,
  )
}
