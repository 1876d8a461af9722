import type { IssueRow } from '../../../../shared/contract/results.ts'
import type { Db } from '../../db/open.ts'

export type ReviewedRow = {
  item_id: number
  review_id: number
  month: string
  position: number
  excerpt: string
  editing: number | null
  satisfaction: number | null
  is_flagged: 0 | 1
  not_met: string
  not_fit: 0 | 1
}

/** Issues of one type that point to one section, with a note of one of them. */
export type SectionIssues = {
  section: string
  sectionId: number | null
  type: string
  count: number
  note: string
  lastCheckedOn: string | null
}

type IssueRecord = Omit<IssueRow, 'isMustPass'> & { isMustPass: 0 | 1 }

export type MonthIssue = IssueRow & { outputId: number }

export type OneOutputRow = {
  output_id: number
  workflow_id: number
  workflow_name: string
  month: string
  editing: number | null
  copies: number
  request: string | null
  ai_text: string
  final_text: string | null
  occurred_on: string | null
  external_id: string | null
  person: string | null
}

type Page = { workflowId: number; limit: number; offset: number }

const judged = `
FROM reviews r JOIN review_items i ON i.review_id = r.id AND i.state = 'active' AND i.is_done = 1
WHERE r.workflow_id = :workflowId`

const found = `
FROM reviews r
JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
JOIN marks m ON m.item_id = i.id AND m.verdict = 'not_met'
JOIN standards s ON s.id = m.standard_id
LEFT JOIN documents d ON d.id = m.section_id
WHERE r.workflow_id = :workflowId`

/** By its name of today. */
const section = 'ifnull(d.name, m.section)'

export function createResultsRepository(db: Db) {
  const outputs = db.prepare<[Page], ReviewedRow>(`
    SELECT i.id AS item_id, r.id AS review_id, r.month, i.position, i.editing, i.satisfaction, i.is_flagged,
      (SELECT substr(coalesce(o.request, o.ai_text), 1, 160) FROM outputs o WHERE o.id = i.output_id) AS excerpt,
      (SELECT json_group_array(s.name) FROM marks m JOIN standards s ON s.id = m.standard_id
       WHERE m.item_id = i.id AND m.verdict = 'not_met') AS not_met,
      EXISTS (SELECT 1 FROM marks m JOIN standards s ON s.id = m.standard_id
              WHERE m.item_id = i.id AND m.verdict = 'not_met' AND s.is_must_pass = 1) AS not_fit
    ${judged} ORDER BY r.month DESC, i.position LIMIT :limit OFFSET :offset`)
  const outputCount = db.prepare<[{ workflowId: number }], { total: number }>(
    `SELECT count(*) AS total ${judged}`,
  )
  const issues = db.prepare<[Page], IssueRecord>(`
    SELECT m.id, i.id AS itemId, r.id AS reviewId, r.month, s.name AS standard,
      coalesce(m.issue_type, 'Other') AS type, ${section} AS section, m.note, s.is_must_pass AS isMustPass
    ${found} ORDER BY r.month DESC, i.position, s.position LIMIT :limit OFFSET :offset`)
  const issuesOf = db.prepare<[{ workflowId: number; month: string }], IssueRecord & { outputId: number }>(`
    SELECT m.id, i.id AS itemId, i.output_id AS outputId, r.id AS reviewId, r.month, s.name AS standard,
      coalesce(m.issue_type, 'Other') AS type, m.section, m.note, s.is_must_pass AS isMustPass
    ${found} AND r.month = :month ORDER BY i.position, s.position`)
  const issueCount = db.prepare<[{ workflowId: number }], { total: number }>(
    `SELECT count(*) AS total ${found}`,
  )
  const sections = db.prepare<[{ workflowId: number; from: string }], SectionIssues>(`
    SELECT ${section} AS section, m.section_id AS sectionId, coalesce(m.issue_type, 'Other') AS type,
      count(*) AS count, max(m.note) AS note,
      (SELECT max(verified_on) FROM verifications f WHERE f.document_id = m.section_id) AS lastCheckedOn ${found}
      AND r.month >= :from AND m.section IS NOT NULL
    GROUP BY 1, 3 ORDER BY 4 DESC, 3`)
  const output = db.prepare<[number], OneOutputRow>(`
    SELECT o.id AS output_id, r.workflow_id, w.name AS workflow_name, r.month, i.editing, i.copies,
      o.request, o.ai_text, o.final_text, o.occurred_on, o.external_id, o.person
    FROM review_items i JOIN reviews r ON r.id = i.review_id JOIN workflows w ON w.id = r.workflow_id
    JOIN outputs o ON o.id = i.output_id WHERE i.id = ?`)

  return {
    outputs: (page: Page) => ({
      rows: outputs.all(page),
      total: outputCount.get({ workflowId: page.workflowId })?.total ?? 0,
    }),
    issues: (page: Page) => ({
      rows: issues.all(page).map((row): IssueRow => ({ ...row, isMustPass: row.isMustPass === 1 })),
      total: issueCount.get({ workflowId: page.workflowId })?.total ?? 0,
    }),
    issuesOf: (workflowId: number, month: string): MonthIssue[] =>
      issuesOf.all({ workflowId, month }).map((row) => ({ ...row, isMustPass: row.isMustPass === 1 })),
    sections: (workflowId: number, from: string) => sections.all({ workflowId, from }),
    output: (itemId: number) => output.get(itemId),
  }
}
