import type { SeenAgain } from '../../../../shared/domain/reviews/seen-again.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

/** What an output can be shown again from. */
export type Earlier = { itemId: number; outputId: number }

/** Outputs of earlier months that are shown again in later reviews, and how their marks compare. */
export function createAgainRows(db: Db) {
  const earlier = db.prepare<{ workflowId: number; month: string; versionId: number; until: Day }, Earlier>(`
    SELECT i.id AS itemId, i.output_id AS outputId
    FROM reviews r JOIN review_items i ON i.review_id = r.id AND i.state = 'active' AND i.is_done = 1
    WHERE r.workflow_id = :workflowId AND r.state = 'finished' AND r.month < :month
      AND r.standards_version_id = :versionId AND r.finished_on <= :until
      AND NOT EXISTS (SELECT 1 FROM review_items a WHERE a.again_of = i.id)
      AND EXISTS (SELECT 1 FROM marks m WHERE m.item_id = i.id AND m.verdict IS NOT NULL)
    ORDER BY i.id`)
  const count = db
    .prepare<[number], number>("SELECT count(*) FROM review_items WHERE review_id = ? AND state = 'again'")
    .pluck()
  const seen = db.prepare<{ workflowId: number | null }, SeenAgain>(`
    SELECT count(*) AS outputs, ifnull(sum(same = marks), 0) AS sameOutputs, ifnull(sum(marks), 0) AS marks,
      ifnull(sum(same), 0) AS sameMarks
    FROM (
      SELECT count(*) AS marks, sum(m.verdict = b.verdict) AS same
      FROM review_items i JOIN reviews r ON r.id = i.review_id
      JOIN marks m ON m.item_id = i.id AND m.verdict IS NOT NULL
      JOIN marks b ON b.item_id = i.again_of AND b.standard_id = m.standard_id AND b.verdict IS NOT NULL
      WHERE i.again_of > 0 AND i.state = 'again' AND i.is_done = 1 AND r.state = 'finished'
        AND (:workflowId IS NULL OR r.workflow_id = :workflowId)
      GROUP BY i.id
    )`)

  return {
    /** Judged by these standards in a finished month before this one, at the latest on a day, and not shown again yet. */
    earlier: (which: { workflowId: number; month: string; versionId: number; until: Day }) =>
      earlier.all(which),
    againCount: (reviewId: number) => count.get(reviewId) ?? 0,
    /** Of one workflow, or of all (null). Only finished reviews count. */
    seenAgain(workflowId: number | null): SeenAgain {
      return seen.get({ workflowId }) ?? { outputs: 0, sameOutputs: 0, marks: 0, sameMarks: 0 }
    },
  }
}
