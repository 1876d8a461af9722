import type { JudgedOutput } from '../../../../shared/contract/outputs.ts'
import { AppError } from '../../../../shared/errors.ts'
import type { Db } from '../../db/open.ts'
import type { ReviewRow } from '../findings/rows.ts'
import { type ItemRow, toOutput } from '../reviews/rows.ts'

type Row = ItemRow &
  Pick<
    ReviewRow,
    'workflow_id' | 'workflow_name' | 'month' | 'measure' | 'by_hand_minutes' | 'finished_on'
  > & {
    file_name: string
    imported_at: string
    reviewer: string | null
  }

type SaidMark = JudgedOutput['marks'][number]

/** Reads one output with everything that was said about it. */
export function createJudgedOutput(db: Db) {
  const item = db.prepare<[number], Row>(`
    SELECT i.*, o.request, o.ai_text, o.final_text, o.occurred_on, o.external_id, o.person, r.workflow_id, r.month,
      w.name AS workflow_name, r.measure, r.by_hand_minutes, r.finished_on, f.name AS file_name, f.imported_at,
      (SELECT json_extract(a.after, '$.reviewer') FROM audit a
       WHERE a.subject = 'review:' || r.id AND a.action = 'finish' ORDER BY a.seq DESC LIMIT 1) AS reviewer
    FROM review_items i JOIN reviews r ON r.id = i.review_id JOIN workflows w ON w.id = r.workflow_id
    JOIN outputs o ON o.id = i.output_id JOIN imports f ON f.id = o.import_id WHERE i.id = ?`)
  const marks = db.prepare<[number], Omit<SaidMark, 'isMustPass'> & { isMustPass: 0 | 1 }>(`
    SELECT s.name AS standard, s.is_must_pass AS isMustPass, m.verdict, m.issue_type AS type,
      ifnull(d.name, m.section) AS section, m.section_id AS sectionId, m.note
    FROM marks m JOIN standards s ON s.id = m.standard_id LEFT JOIN documents d ON d.id = m.section_id
    WHERE m.item_id = ? ORDER BY s.position`)

  return (itemId: number): JudgedOutput => {
    const row = item.get(itemId)
    if (!row) throw new AppError('NOT_FOUND', 'That output is not here.')
    return {
      output: toOutput(row),
      month: row.month,
      workflowId: row.workflow_id,
      workflowName: row.workflow_name,
      reviewId: row.review_id,
      position: row.position,
      measure: row.measure,
      byHandMinutes: row.by_hand_minutes,
      editing: row.editing,
      editMinutes: row.edit_minutes,
      minutesSource: row.minutes_source,
      wordsChanged: row.words_changed,
      wordsLonger: row.words_longer,
      marks: marks.all(itemId).map((mark) => ({ ...mark, isMustPass: mark.isMustPass === 1 })),
      satisfaction: row.satisfaction,
      ratedBy: row.rated_by,
      isFlagged: row.is_flagged === 1,
      note: row.note,
      isDone: row.is_done === 1,
      finishedOn: row.finished_on,
      reviewer: row.reviewer,
      file: { name: row.file_name, importedOn: row.imported_at.slice(0, 10) },
    }
  }
}
