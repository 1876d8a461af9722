import type { Result } from '../../../../shared/contract/reviews/figures.ts'
import type { Status } from '../../../../shared/contract/reviews/findings.ts'
import type { Cursor } from '../../../../shared/contract/reviews/reviews.ts'
import type { Measure } from '../../../../shared/contract/workflows.ts'
import type { Db } from '../../db/open.ts'
import { createReviewRows } from '../findings/rows.ts'
import { createAgainRows } from './again-repository.ts'
import { createItemRows } from './item-repository.ts'

export type NewReview = {
  workflowId: number
  month: string
  secondOf: number | null
  standardsVersionId: number
  measure: Measure
  byHandMinutes: number | null
  targetLine: number | null
  updateLine: number | null
  drawMethod: 'random' | 'all' | 'by_hand'
  outputCount: number
  poolCount: number
  sampleSize: number
  seed: number | null
  algorithm: string | null
  drawnAt: string
}

type SecondLookRow = { id: number; state: 'open' | 'finished'; done: number; left: number }

/** How far the review of a month is; what a finished second look judged counts with it. */
export type ItemProgress = { review_id: number; total: number; done: number; again: number; second: number }

export function createReviewsRepository(db: Db) {
  return {
    ...createReviewRows(db),
    ...createDrawnRows(db),
    ...createItemRows(db),
    ...createSecondLookRows(db),
    ...createCourseRows(db),
    ...createAgainRows(db),
  }
}

export type ReviewsRepository = ReturnType<typeof createReviewsRepository>

/** Reviews with the pool each was drawn from. */
function createDrawnRows(db: Db) {
  const idOf = db.prepare<[number, string], { id: number }>(
    'SELECT id FROM reviews WHERE workflow_id = ? AND month = ? AND second_of IS NULL',
  )
  const insert = db.prepare(`
    INSERT INTO reviews (workflow_id, month, second_of, state, standards_version_id, measure, by_hand_minutes, target_line,
      update_line, draw_method, output_count, pool_count, sample_size, seed, algorithm, drawn_at, cursor)
    VALUES (:workflowId, :month, :secondOf, 'open', :standardsVersionId, :measure, :byHandMinutes, :targetLine,
      :updateLine, :drawMethod, :outputCount, :poolCount, :sampleSize, :seed, :algorithm, :drawnAt, :cursor)`)
  const insertPool = db.prepare(
    'INSERT INTO review_pools (review_id, pool, picked, reserves) VALUES (?, ?, ?, ?)',
  )
  const pool = db.prepare<[number], { pool: string; picked: string; reserves: string }>(
    'SELECT pool, picked, reserves FROM review_pools WHERE review_id = ?',
  )
  const reopen = db.prepare("UPDATE reviews SET state = 'open', rev = rev + 1 WHERE id = ?")
  const finish = db.prepare(`
    UPDATE reviews SET state = 'finished', finished_at = :finishedAt, finished_on = :finishedOn,
      rule_version = :ruleVersion, mean = :mean, low = :low, high = :high, known_count = :known,
      unknown_count = :unknown, status = :status, reviewed_count = :reviewed, standards_met = :standardsMet,
      standards_judged = :standardsJudged, not_fit_count = :notFitToSend,
      satisfaction_users = :satisfactionUsers, satisfaction_reviewer = :satisfactionReviewer,
      replaced_count = :replaced, flagged_count = :flagged, top_issue_type = :topIssueType,
      top_issue_count = :topIssueCount, rev = rev + 1
    WHERE id = :id`)

  return {
    idOf: (workflowId: number, month: string) => idOf.get(workflowId, month)?.id ?? null,
    insert: (review: NewReview, cursor: Cursor) =>
      Number(insert.run({ ...review, cursor: JSON.stringify(cursor) }).lastInsertRowid),
    insertPool(reviewId: number, ids: number[], picked: number[], reserves: number[]) {
      insertPool.run(reviewId, JSON.stringify(ids), JSON.stringify(picked), JSON.stringify(reserves))
    },
    pool(reviewId: number) {
      const row = pool.get(reviewId)
      const ids = (json: string | undefined) => JSON.parse(json ?? '[]') as number[]
      return { pool: ids(row?.pool), picked: ids(row?.picked), reserves: ids(row?.reserves) }
    },
    finish(id: number, result: Result & { status: Status }, at: string, on: string) {
      const { figure, topIssue, ...rest } = result
      finish.run({
        id,
        finishedAt: at,
        finishedOn: on,
        ruleVersion: figure.ruleVersion,
        mean: figure.mean,
        low: figure.low,
        high: figure.high,
        known: figure.known,
        unknown: figure.unknown,
        status: rest.status,
        reviewed: rest.reviewed,
        standardsMet: rest.standardsMet,
        standardsJudged: rest.standardsJudged,
        notFitToSend: rest.notFitToSend,
        satisfactionUsers: rest.satisfactionUsers,
        satisfactionReviewer: rest.satisfactionReviewer,
        replaced: rest.replaced,
        flagged: rest.flagged,
        topIssueType: topIssue?.type ?? null,
        topIssueCount: topIssue?.count ?? null,
      })
    },
    reopen: (id: number) => reopen.run(id),
  }
}

/** A second look is a review of its own, of one that is finished. */
function createSecondLookRows(db: Db) {
  const reopen = db.prepare("UPDATE reviews SET state = 'open', rev = rev + 1 WHERE id = ?")
  const secondLookOf = db.prepare<[number], SecondLookRow>(`
    SELECT s.id, s.state, total(i.is_done) AS done,
      total(NOT i.is_done AND (i.state = 'active' OR (i.state = 'reserve' AND i.position <= s.sample_size))) AS left
    FROM reviews s JOIN review_items i ON i.review_id = s.id AND i.state <> 'replaced'
    WHERE s.second_of = ? GROUP BY s.id`)
  const seen = db
    .prepare<[number], number>(
      "SELECT output_id FROM review_items WHERE review_id = ? AND state IN ('active', 'replaced')",
    )
    .pluck()
  const putAside = db.prepare(
    "UPDATE review_items SET state = 'reserve', rev = rev + 1 WHERE review_id = ? AND state = 'active' AND is_done = 0",
  )
  const takeUp = db.prepare(`
    UPDATE review_items SET state = 'active', rev = rev + 1
    WHERE review_id = :id AND state = 'reserve' AND position <= (SELECT sample_size FROM reviews WHERE id = :id)`)
  const finishSecondLook = db.prepare(
    "UPDATE reviews SET state = 'finished', finished_at = ?, finished_on = ?, rev = rev + 1 WHERE id = ?",
  )

  return {
    /** The second look at a finished review: how many outputs are judged, and how many are left of what it drew. */
    secondLookOf: (reviewId: number) => secondLookOf.get(reviewId) ?? null,
    /** Outputs of a review that were looked at, also those set aside. */
    seen: (reviewId: number) => seen.all(reviewId),
    /** Finishes a second look with what is judged; the rest waits where it is. */
    finishSecondLook(id: number, at: string, on: string) {
      putAside.run(id)
      finishSecondLook.run(at, on, id)
    },
    /** Opens a second look again, with what was left of it. */
    takeUp(id: number) {
      reopen.run(id)
      takeUp.run({ id })
    },
  }
}

/** How far months are, with what is shown again while a review is open, and what was said before. */
function createCourseRows(db: Db) {
  const progressWhere = (condition: string) => `
    SELECT f.id AS review_id, count(*) AS total, sum(i.is_done) AS done, sum(i.state = 'again') AS again,
      sum(r.second_of IS NOT NULL) AS second
    FROM reviews r
    JOIN reviews f ON f.id = ifnull(r.second_of, r.id)
      AND (r.second_of IS NULL OR (r.state = 'finished' AND f.state = 'finished'))
    JOIN review_items i ON i.review_id = r.id AND (i.state = 'active' OR (i.state = 'again' AND r.state = 'open'))
    WHERE ${condition} GROUP BY f.id`
  const progress = db.prepare<[string], ItemProgress>(progressWhere('r.month = ?'))
  const progressOfAll = db.prepare<[], ItemProgress>(progressWhere('true'))
  const seconds = db.prepare<[], { month: string; seconds: number }>(
    'SELECT month, sum(seconds_used) AS seconds FROM reviews GROUP BY month',
  )
  const usedTypes = db.prepare<[number], { type: string }>(`
    SELECT m.issue_type AS type FROM marks m
    JOIN review_items i ON i.id = m.item_id JOIN reviews r ON r.id = i.review_id
    WHERE r.workflow_id = ? AND m.verdict = 'not_met' AND m.issue_type IS NOT NULL
    GROUP BY m.issue_type ORDER BY max(m.id) DESC`)
  const recentNotes = db.prepare<[number], { note: string }>(`
    SELECT m.note FROM marks m
    JOIN review_items i ON i.id = m.item_id JOIN reviews r ON r.id = i.review_id
    WHERE r.workflow_id = ? AND m.verdict = 'not_met' AND m.note <> ''
    GROUP BY m.note ORDER BY max(m.id) DESC LIMIT 5`)

  return {
    progress: (month: string) => byReview(progress.all(month)),
    progressOfAll: () => byReview(progressOfAll.all()),
    /** The time used of each month, second looks and all. */
    secondsOfMonths: () => new Map(seconds.all().map((row) => [row.month, row.seconds])),
    usedTypes: (workflowId: number) => usedTypes.all(workflowId).map(({ type }) => type),
    recentNotes: (workflowId: number) => recentNotes.all(workflowId).map(({ note }) => note),
  }
}

const byReview = (rows: readonly ItemProgress[]) => new Map(rows.map((row) => [row.review_id, row]))
