import type { Result } from '../../../../shared/contract/reviews/figures.ts'
import type { Measure } from '../../../../shared/contract/workflows.ts'
import type { Db } from '../../db/open.ts'

export type ReviewRow = {
  id: number
  workflow_id: number
  workflow_name: string
  month: string
  /** The review this one is the second look of. */
  second_of: number | null
  state: 'open' | 'finished'
  standards_version_id: number
  standards_version: number
  measure: Measure
  by_hand_minutes: number | null
  target_line: number | null
  update_line: number | null
  draw_method: 'random' | 'all' | 'by_hand'
  output_count: number
  pool_count: number
  sample_size: number
  seed: number | null
  algorithm: string | null
  drawn_at: string
  seconds_used: number
  /** Of its second look. */
  second_seconds: number
  cursor: string
  rev: number
  finished_at: string | null
  finished_on: string | null
  rule_version: string | null
  mean: number | null
  low: number | null
  high: number | null
  known_count: number | null
  unknown_count: number | null
  /** As it was at the finish; what is said of the month today stands in its finding. */
  status: string | null
  reviewed_count: number | null
  standards_met: number | null
  standards_judged: number | null
  not_fit_count: number | null
  satisfaction_users: number | null
  satisfaction_reviewer: number | null
  replaced_count: number | null
  flagged_count: number | null
  top_issue_type: string | null
  top_issue_count: number | null
}

/** An open review counts its own time; what a finished month took includes its second look. */
export const secondsOf = (row: ReviewRow) =>
  row.seconds_used + (row.state === 'finished' ? row.second_seconds : 0)

const whole = (value: number | null) => value ?? 0

/** The stored result of a finished review; null while it is open. */
export function toResult(row: ReviewRow): Result | null {
  if (row.state === 'open' || row.status === null) return null
  return {
    figure: {
      measure: row.measure,
      mean: row.mean,
      low: row.low,
      high: row.high,
      known: whole(row.known_count),
      unknown: whole(row.unknown_count),
      targetLine: row.target_line,
      updateLine: row.update_line,
      byHandMinutes: row.by_hand_minutes,
      ruleVersion: row.rule_version ?? '',
      standardsVersion: row.standards_version,
    },
    reviewed: whole(row.reviewed_count),
    standardsMet: whole(row.standards_met),
    standardsJudged: whole(row.standards_judged),
    notFitToSend: whole(row.not_fit_count),
    satisfactionUsers: row.satisfaction_users,
    satisfactionReviewer: row.satisfaction_reviewer,
    replaced: whole(row.replaced_count),
    flagged: whole(row.flagged_count),
    topIssue:
      row.top_issue_type === null ? null : { type: row.top_issue_type, count: whole(row.top_issue_count) },
    secondsUsed: secondsOf(row),
  }
}

const selectReview = `
SELECT r.*, w.name AS workflow_name, v.version AS standards_version,
  (SELECT ifnull(sum(s.seconds_used), 0) FROM reviews s WHERE s.second_of = r.id) AS second_seconds
FROM reviews r
JOIN workflows w ON w.id = r.workflow_id
JOIN standards_versions v ON v.id = r.standards_version_id`

/** Reviews as they stand. What writes them is in reviews. */
export function createReviewRows(db: Db) {
  const byId = db.prepare<[number], ReviewRow>(`${selectReview} WHERE r.id = ?`)
  const ofMonth = db.prepare<[string], ReviewRow>(`${selectReview} WHERE r.month = ? ORDER BY r.workflow_id`)
  const ofWorkflow = db.prepare<[number], ReviewRow>(
    `${selectReview} WHERE r.workflow_id = ? AND r.state = 'finished' AND r.second_of IS NULL ORDER BY r.month`,
  )
  return {
    find: (id: number) => byId.get(id),
    ofMonth: (month: string) => ofMonth.all(month),
    /** Oldest month first; without second looks. */
    finishedOf: (workflowId: number) => ofWorkflow.all(workflowId),
  }
}
