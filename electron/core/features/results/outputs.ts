import type {
  OutputChoices,
  OutputIssue,
  OutputPage,
  OutputsAsked,
  ReviewedOutput,
} from '../../../../shared/contract/outputs.ts'
import type { Db } from '../../db/open.ts'
import { createOutputsRepository, type IssueChoice, type ReviewedRow } from './outputs-repository.ts'

/** The list of a workflow's reviewed outputs with what was said about each. */
export function createOutputList(db: Db) {
  const repository = createOutputsRepository(db)

  return {
    page({ workflowId, order, offset, limit, ...filter }: OutputsAsked): OutputPage {
      const ids = repository.ids(workflowId, filter, order)
      return {
        rows: repository.rows(ids.slice(offset, offset + limit)).map(toOutput),
        total: ids.length,
        all: repository.count(workflowId),
      }
    },
    choices(workflowId: number): OutputChoices {
      const issues = repository.issues(workflowId)
      return {
        months: repository.months(workflowId),
        standards: mostFrequent(issues, ({ standard }) => standard),
        types: mostFrequent(issues, ({ type }) => type),
        sections: mostFrequent(issues, ({ section }) => section),
        people: repository.people(workflowId),
      }
    },
  }
}

function toOutput(row: ReviewedRow): ReviewedOutput {
  const issues = (JSON.parse(row.issues) as (Omit<OutputIssue, 'isMustPass'> & { isMustPass: 0 | 1 })[]).map(
    (issue): OutputIssue => ({ ...issue, isMustPass: issue.isMustPass === 1 }),
  )
  return {
    itemId: row.item_id,
    reviewId: row.review_id,
    month: row.month,
    position: row.position,
    excerpt: row.excerpt,
    editing: row.editing,
    satisfaction: row.satisfaction,
    isFitToSend: !issues.some(({ isMustPass }) => isMustPass),
    isFlagged: row.is_flagged === 1,
    issues,
  }
}

function mostFrequent(issues: readonly IssueChoice[], of: (issue: IssueChoice) => string | null): string[] {
  const counts = new Map<string, number>()
  for (const issue of issues) {
    const value = of(issue)
    if (value !== null) counts.set(value, (counts.get(value) ?? 0) + issue.count)
  }
  return [...counts]
    .sort(([a, first], [b, second]) => second - first || a.localeCompare(b))
    .map(([name]) => name)
}
