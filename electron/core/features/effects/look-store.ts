import type { Look } from '../../../../shared/domain/effects/effect.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

/** With the finish of a review, because of a later entry of the log, or when looks began to be kept. */
export type LookCause = 'review' | 'record' | 'earlier'

export type NewLook = {
  changeNumber: number
  workflowId: number
  month: string
  cause: LookCause
  computedAt: string
  ruleVersion: number
  countsFrom: Day
  /** Null takes the look away. */
  look: Look | null
}

export type StoredLook = { changeNumber: number; month: string; ruleVersion: number; look: Look }

export type SideOutput = {
  id: number
  itemId: number
  writtenOn: string | null
  month: string
  excerpt: string
  editing: number | null
}

/** The looks at effects: rows are added and never changed, the newest of a month is in force (ADR 0015). */
export function createLookStore(db: Db) {
  const insert = db.prepare(`
    INSERT INTO effect_looks (change_number, workflow_id, month, cause, computed_at, rule_version, counts_from, look)
    VALUES (:changeNumber, :workflowId, :month, :cause, :computedAt, :ruleVersion, :countsFrom, :look)`)
  const ofWorkflow = db.prepare<[number], Omit<StoredLook, 'look'> & { look: string }>(`
    SELECT change_number AS changeNumber, month, rule_version AS ruleVersion, look FROM effect_looks l
    WHERE workflow_id = ? AND look IS NOT NULL AND NOT EXISTS (SELECT 1 FROM effect_looks n
      WHERE n.workflow_id = l.workflow_id AND n.change_number = l.change_number AND n.month = l.month AND n.id > l.id)
    ORDER BY change_number, month`)
  const withoutLooks = db
    .prepare<[], number>(`
      SELECT DISTINCT cw.workflow_id FROM change_workflows cw
      JOIN reviews r ON r.workflow_id = cw.workflow_id AND r.state = 'finished'
      WHERE NOT EXISTS (SELECT 1 FROM effect_looks l WHERE l.workflow_id = cw.workflow_id)
      ORDER BY 1`)
    .pluck()
  const outputs = db.prepare<[{ ids: string; workflowId: number }], SideOutput>(`
    SELECT o.id, i.id AS itemId, o.occurred_on AS writtenOn, r.month,
      substr(coalesce(o.request, nullif(o.ai_text, ''), o.external_id), 1, 160) AS excerpt, i.editing
    FROM json_each(:ids) j JOIN outputs o ON o.id = j.value
    JOIN review_items i ON i.output_id = o.id AND i.state = 'active'
    JOIN reviews r ON r.id = i.review_id AND r.workflow_id = :workflowId AND r.state = 'finished'
    ORDER BY coalesce(o.occurred_on, r.month), o.id`)

  return {
    insert: ({ look, ...row }: NewLook) => {
      insert.run({ ...row, look: look && JSON.stringify(look) })
    },
    /** In force, by change and month. */
    ofWorkflow: (workflowId: number): StoredLook[] =>
      ofWorkflow.all(workflowId).map(({ look, ...row }) => ({ ...row, look: JSON.parse(look) as Look })),
    /** Workflows with changes and finished reviews, and no look. */
    withoutLooks: () => withoutLooks.all(),
    /** The outputs of a side, oldest first. */
    outputs: (workflowId: number, ids: readonly number[]) =>
      outputs.all({ ids: JSON.stringify(ids), workflowId }),
  }
}
