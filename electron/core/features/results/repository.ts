import type { Db } from '../../db/open.ts'

/** Issues of one type that point to one section, with a note of one of them. */
export type SectionIssues = {
  section: string
  sectionId: number | null
  type: string
  count: number
  note: string
  liveOn: string | null
  checkedOn: string | null
}

export type MonthIssue = {
  id: number
  itemId: number
  outputId: number
  reviewId: number
  month: string
  standard: string
  type: string
  section: string | null
  note: string
  isMustPass: boolean
  /** The first change of its section for the workflow that was published after the review. */
  linkedChange: number | null
}

type IssueRecord = Omit<MonthIssue, 'isMustPass'> & { isMustPass: 0 | 1 }

/** A second look counts once it is finished. */
const counts = "(r.second_of IS NULL OR r.state = 'finished')"

const found = `
FROM reviews r
JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
JOIN marks m ON m.item_id = i.id AND m.verdict = 'not_met'
JOIN standards s ON s.id = m.standard_id
LEFT JOIN documents d ON d.id = m.section_id
WHERE r.workflow_id = :workflowId AND ${counts}`

const linkedChange = `(SELECT v.change_number FROM versions v
  JOIN change_workflows c ON c.change_number = v.change_number AND c.workflow_id = r.workflow_id
  WHERE v.document_id = m.section_id AND v.published_at > r.finished_at
  ORDER BY v.published_at, v.id LIMIT 1)`

/** By its name of today. */
const section = 'ifnull(d.name, m.section)'

export function createResultsRepository(db: Db) {
  const issuesOf = db.prepare<[{ workflowId: number; month: string }], IssueRecord>(`
    SELECT m.id, i.id AS itemId, i.output_id AS outputId, r.id AS reviewId, r.month, s.name AS standard,
      coalesce(m.issue_type, 'Other') AS type, m.section, m.note, s.is_must_pass AS isMustPass,
      ${linkedChange} AS linkedChange
    ${found} AND r.month = :month ORDER BY i.position, s.position`)
  const sections = db.prepare<[{ workflowId: number; from: string }], SectionIssues>(`
    SELECT ${section} AS section, m.section_id AS sectionId, coalesce(m.issue_type, 'Other') AS type,
      count(*) AS count, max(m.note) AS note,
      (SELECT live_on FROM versions v WHERE v.document_id = m.section_id ORDER BY v.number DESC LIMIT 1) AS liveOn,
      (SELECT verified_on FROM verifications f WHERE f.document_id = m.section_id ORDER BY f.id DESC LIMIT 1)
        AS checkedOn ${found}
      AND r.month >= :from AND m.section IS NOT NULL
    GROUP BY 1, 3 ORDER BY 4 DESC, 3`)
  return {
    issuesOf: (workflowId: number, month: string): MonthIssue[] =>
      issuesOf.all({ workflowId, month }).map((row) => ({ ...row, isMustPass: row.isMustPass === 1 })),
    sections: (workflowId: number, from: string) => sections.all({ workflowId, from }),
  }
}
