import type { FindingOrigin } from '../../../../shared/contract/reviews/findings.ts'
import type { DrawMethod } from '../../../../shared/contract/reviews/reviews.ts'
import type { Measure } from '../../../../shared/contract/workflows.ts'
import type { Finding } from '../../../../shared/domain/findings/finding-types.ts'
import type { FinishedReview } from '../../../../shared/domain/findings/finished-review.ts'
import type { OutputMarks } from '../../../../shared/domain/findings/quality.ts'
import type { Db } from '../../db/open.ts'

type OutputRow = {
  review_id: number
  month: string
  finished_on: string | null
  measure: Measure
  draw_method: DrawMethod
  output_id: number
  occurred_on: string | null
  person: string | null
  editing: number | null
  is_second: 0 | 1
  has_rest: 0 | 1
}

type MarksRow = {
  satisfaction: number | null
  rated_by: 'user' | 'reviewer'
  met: number
  missed: number
  must_pass: number
  must_pass_missed: number
}

type FindingRow = { review_id: number; cause: FindingOrigin['cause']; computed_at: string; finding: string }

export type StoredFinding = { reviewId: number; origin: FindingOrigin; finding: Finding }

/** A second look counts once it is finished. */
const withSecondLook = "LEFT JOIN reviews s ON s.second_of = r.id AND s.state = 'finished'"
/** Whether outputs it drew were left when it was stopped. */
const hasRest = `EXISTS (SELECT 1 FROM review_items l
  WHERE l.review_id = s.id AND l.state = 'reserve' AND l.position <= s.sample_size)`

/** What findings are computed from, and the findings themselves, newest row first in force. */
export function createFindingsRepository(db: Db) {
  const outputs = db.prepare<[number, number], OutputRow>(`
    SELECT r.id AS review_id, r.month, r.finished_on, r.measure, r.draw_method, o.id AS output_id,
      o.occurred_on, o.person, i.editing, i.review_id <> r.id AS is_second, ${hasRest} AS has_rest
    FROM reviews r ${withSecondLook}
    JOIN review_items i ON i.review_id IN (r.id, s.id) AND i.state = 'active'
    JOIN outputs o ON o.id = i.output_id
    WHERE r.workflow_id = ? AND r.second_of IS NULL AND (r.state = 'finished' OR r.id = ?)
    ORDER BY r.month, is_second, i.position`)
  const marks = db.prepare<[number], MarksRow>(`
    SELECT i.satisfaction, i.rated_by, total(m.verdict = 'met') AS met, total(m.verdict = 'not_met') AS missed,
      total(d.is_must_pass) AS must_pass, total(d.is_must_pass AND m.verdict = 'not_met') AS must_pass_missed
    FROM reviews r ${withSecondLook}
    JOIN review_items i ON i.review_id IN (r.id, s.id) AND i.state = 'active'
    LEFT JOIN marks m ON m.item_id = i.id
    LEFT JOIN standards d ON d.id = m.standard_id
    WHERE r.id = ? GROUP BY i.id`)
  const insert = db.prepare(`
    INSERT INTO findings (review_id, cause, computed_at, rule_version, finding)
    VALUES (:reviewId, :cause, :computedAt, :ruleVersion, :finding)`)
  const inForce = `
    SELECT f.review_id, f.cause, f.computed_at, f.finding FROM reviews r
    JOIN findings f ON f.id = (SELECT max(id) FROM findings WHERE review_id = r.id)
    WHERE r.state = 'finished'`
  const ofReview = db.prepare<[number], FindingRow>(`${inForce} AND r.id = ?`)
  const ofWorkflow = db.prepare<[number], FindingRow>(`${inForce} AND r.workflow_id = ? ORDER BY r.month`)
  const latest = db.prepare<[number], FindingRow>(
    `${inForce} AND r.workflow_id = ? ORDER BY r.month DESC LIMIT 1`,
  )
  const settledFrom = db
    .prepare<[number], string>(`
      SELECT l.counts_from FROM effect_looks l
      WHERE l.workflow_id = ? AND l.look ->> 'stage' = 'settled' AND l.look ->> 'verdict' IN ('better', 'worse')
        AND l.id = (SELECT max(n.id) FROM effect_looks n WHERE n.workflow_id = l.workflow_id
          AND n.change_number = l.change_number AND n.month = l.month)`)
    .pluck()
  const isAnyBeforeNewer = db
    .prepare<{ workflowId: number; month: string; at: string }, 1>(`
      SELECT 1 FROM findings f JOIN reviews r ON r.id = f.review_id
      WHERE r.workflow_id = :workflowId AND r.month < :month AND f.computed_at > :at LIMIT 1`)
    .pluck()
  const without = db
    .prepare<[], number>(`
      SELECT r.id FROM reviews r
      WHERE r.state = 'finished' AND r.second_of IS NULL AND NOT EXISTS (SELECT 1 FROM findings f WHERE f.review_id = r.id)
      ORDER BY r.workflow_id, r.month`)
    .pluck()

  return {
    /** The finished reviews of a workflow, oldest first; `openId` counts as finished on `today`. */
    reviews(workflowId: number, openId: number, today: string): FinishedReview[] {
      const byReview = Map.groupBy(outputs.all(workflowId, openId), ({ review_id }) => review_id)
      return [...byReview.values()].flatMap((rows) => {
        const [first] = rows
        return first ? [toReview(first, rows, first.review_id === openId ? today : null)] : []
      })
    },
    marks: (reviewId: number) => marks.all(reviewId).map(toMarks),
    insert(reviewId: number, finding: Finding, { cause, computedAt }: FindingOrigin) {
      const { ruleVersion } = finding
      insert.run({ reviewId, cause, computedAt, ruleVersion, finding: JSON.stringify(finding) })
    },
    ofReview: (reviewId: number) => stored(ofReview.get(reviewId)),
    ofWorkflow: (workflowId: number) => ofWorkflow.all(workflowId).flatMap((row) => stored(row) ?? []),
    latest: (workflowId: number) => stored(latest.get(workflowId)),
    /** The days from which changes with a settled move count. */
    settledFrom: (workflowId: number) => settledFrom.all(workflowId),
    /** Whether anything was said of an earlier month of the workflow after a time. */
    isAnyBeforeNewer: (workflowId: number, { finding: { month }, origin }: StoredFinding) =>
      isAnyBeforeNewer.get({ workflowId, month, at: origin.computedAt }) === 1,
    without: () => without.all(),
  }
}

function toReview(first: OutputRow, rows: readonly OutputRow[], finishedOn: string | null): FinishedReview {
  return {
    month: first.month,
    finishedOn: finishedOn ?? first.finished_on ?? '',
    measure: first.measure,
    sample: first.draw_method === 'by_hand' ? 'by_hand' : 'random',
    outputs: rows.map((row) => ({
      id: row.output_id,
      writtenOn: row.occurred_on,
      value: row.editing,
      by: row.person,
    })),
    secondLook: secondLookOf(rows),
  }
}

function secondLookOf(rows: readonly OutputRow[]): FinishedReview['secondLook'] {
  const second = rows.filter(({ is_second }) => is_second === 1)
  if (second.length === 0) return null
  const added = second.filter(({ editing }) => editing !== null).length
  return { added, isComplete: second.every(({ has_rest }) => has_rest === 0) }
}

const toMarks = (row: MarksRow): OutputMarks => ({
  metEvery: row.met + row.missed === 0 ? null : row.missed === 0,
  isFit: row.must_pass === 0 ? null : row.must_pass_missed === 0,
  userRating: row.rated_by === 'user' ? row.satisfaction : null,
  reviewerRating: row.rated_by === 'reviewer' ? row.satisfaction : null,
})

function stored(row: FindingRow | undefined): StoredFinding | null {
  if (!row) return null
  return {
    reviewId: row.review_id,
    origin: { cause: row.cause, computedAt: row.computed_at },
    finding: JSON.parse(row.finding) as Finding,
  }
}
