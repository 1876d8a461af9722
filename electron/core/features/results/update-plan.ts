import type { UpdatePlan } from '../../../../shared/contract/results.ts'
import { firstWordsOf } from '../../../../shared/domain/text/first-words.ts'
import { addMonths } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'
import type { Effects } from '../effects/service.ts'
import type { Reviews } from '../reviews/service.ts'
import type { Workflows } from '../workflows/service.ts'

const issueMonths = 3
const excerptLength = 240
const issuesShown = 12

type Needs = {
  workflows: Pick<Workflows, 'find'>
  reviews: Pick<Reviews, 'latest'>
  effects: Pick<Effects, 'sideBefore'>
}

type IssueAt = UpdatePlan['issues'][number]
type Asked = { workflowId: number; sectionId: number; from: string }

/** What stands beside the editor when an update is planned: the issues that point to the section, and the before. */
export function createUpdatePlan(db: Db, { workflows, reviews, effects }: Needs) {
  const found = `
    FROM reviews r
    JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
    JOIN marks m ON m.item_id = i.id AND m.verdict = 'not_met'
    WHERE r.workflow_id = :workflowId AND r.state = 'finished' AND r.month >= :from`
  const counts = db.prepare<Asked, { here: number; total: number }>(
    `SELECT ifnull(sum(m.section_id = :sectionId), 0) AS here, count(*) AS total ${found}`,
  )
  const issues = db.prepare<Asked & { most: number }, IssueAt>(`
    SELECT i.id AS itemId, r.month, s.name AS standard, coalesce(m.issue_type, 'Other') AS type, m.note,
      (SELECT substr(coalesce(nullif(o.ai_text, ''), o.external_id), 1, 300) FROM outputs o WHERE o.id = i.output_id) AS excerpt
    ${found.replace('WHERE', 'JOIN standards s ON s.id = m.standard_id WHERE')} AND m.section_id = :sectionId
    ORDER BY m.note = '', r.month DESC, i.position, m.id LIMIT :most`)

  return ({ workflowId, sectionId }: { workflowId: number; sectionId: number }): UpdatePlan => {
    const { name } = workflows.find(workflowId)
    const finding = reviews.latest(workflowId)
    const until = finding?.month ?? null
    const from = until === null ? '' : addMonths(until, 1 - issueMonths)
    const asked = { workflowId, sectionId, from }
    return {
      workflowId,
      workflowName: name,
      finding,
      from: until === null ? null : from,
      until,
      issueCount: counts.get(asked)?.here ?? 0,
      allIssues: counts.get(asked)?.total ?? 0,
      issues: issues
        .all({ ...asked, most: issuesShown })
        .map((issue) => ({ ...issue, excerpt: firstWordsOf(issue.excerpt, excerptLength) })),
      before: effects.sideBefore(workflowId),
    }
  }
}
