import type { TextLinesGuide } from '../../../../../shared/contract/reviews/findings.ts'
import { defaultLines, type Lines } from '../../../../../shared/domain/figures/status.ts'
import { type MeasuredPair, textLinesOf } from '../../../../../shared/domain/figures/text-lines.ts'
import type { Db } from '../../../db/open.ts'

/** What the lines of a text workflow are found from, and the months that wait for them. */
export function createLines(db: Db) {
  const pairs = db.prepare<[number], MeasuredPair>(`
    SELECT i.editing AS text, i.edit_minutes / ifnull(r.by_hand_minutes, w.by_hand_minutes) AS minutes
    FROM reviews r
    JOIN workflows w ON w.id = r.workflow_id
    JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
    WHERE r.workflow_id = ? AND r.state = 'finished' AND r.measure = 'text' AND i.editing IS NOT NULL
      AND i.edit_minutes IS NOT NULL AND ifnull(r.by_hand_minutes, w.by_hand_minutes) IS NOT NULL`)
  const noted = db
    .prepare<[number], number>(`
      SELECT count(*) FROM reviews r JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
      WHERE r.workflow_id = ? AND r.state = 'finished' AND r.measure = 'text' AND i.editing IS NOT NULL
        AND i.edit_minutes IS NOT NULL`)
    .pluck()
  const fill = db.prepare<[Lines & { workflowId: number }]>(`
    UPDATE reviews SET target_line = :target, update_line = :update
    WHERE workflow_id = :workflowId AND measure = 'text' AND target_line IS NULL`)

  return {
    guide(workflowId: number): TextLinesGuide {
      return {
        noted: noted.get(workflowId) ?? 0,
        found: textLinesOf(pairs.all(workflowId), defaultLines),
      }
    },
    fill: (workflowId: number, lines: Lines) => fill.run({ workflowId, ...lines }),
  }
}
