import type { DoneFacts, DotRow } from '../../../../shared/contract/results.ts'
import { figureOf } from '../../../../shared/domain/findings/finding.ts'
import type { Finding } from '../../../../shared/domain/findings/finding-types.ts'
import { type FinishedReview, valuesOf } from '../../../../shared/domain/findings/finished-review.ts'
import type { MonthIssue } from './repository.ts'

/** The outputs behind month 3, the review before and the month itself; what a finding does not compare with is left out. */
export function dotRows(finding: Finding, reviews: readonly FinishedReview[]): DotRow[] {
  const row = (of: DotRow['of'], months: readonly string[]): DotRow[] => {
    const own = reviews.filter((review) => months.includes(review.month))
    if (own.length === 0) return []
    const { mean, range } = figureOf(...own)
    return [
      {
        of,
        months: own.map(({ month }) => month),
        values: valuesOf(...own),
        mean,
        low: range?.low ?? null,
        high: range?.high ?? null,
      },
    ]
  }
  const { monthThree, moves, month } = finding
  const isLevel = monthThree !== null && !monthThree.isProvisional && !monthThree.months.includes(month)
  const before = moves.lastMonth.why === 'measure_changed' ? [] : moves.lastMonth.months
  return [
    ...(isLevel ? row('month_three', monthThree.months) : []),
    ...row('review_before', before),
    ...row('this_month', [month]),
  ]
}

/** How many issues a month has, and the section that most of them point to. */
export function issueFacts(issues: readonly MonthIssue[]): DoneFacts['issues'] {
  const sections = Map.groupBy(
    issues.filter(({ section }) => section !== null),
    ({ section }) => section,
  )
  const [most] = [...sections].sort(([, a], [, b]) => b.length - a.length)
  return { count: issues.length, section: most?.[0] ?? null, sectionCount: most?.[1].length ?? 0 }
}
