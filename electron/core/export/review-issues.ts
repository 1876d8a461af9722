import type { ReviewWorkbookModel, WorkbookIssue, WorkbookReview } from './review-workbook-model.ts'
import type { GuidedSheet } from './workbook/workbook-guide.ts'
import type { GuidedColumn, SheetRow } from './workbook/workbook-sheet.ts'

const issueColumns: readonly GuidedColumn[] = [
  { header: 'Issue ID', key: 'id', width: 12, kind: 'count', meaning: 'Evenkeel’s number for the issue.' },
  {
    header: 'Output ID',
    key: 'outputId',
    width: 12,
    kind: 'count',
    meaning: 'The output it was found in: see Outputs.',
  },
  {
    header: 'Workflow',
    key: 'workflow',
    width: 22,
    kind: 'text',
    wraps: true,
    meaning: 'The AI workflow that wrote it.',
  },
  {
    header: 'Found on',
    key: 'foundOn',
    width: 13,
    kind: 'date',
    meaning: 'The day the review was finished.',
  },
  {
    header: 'Standard',
    key: 'standard',
    width: 20,
    kind: 'text',
    wraps: true,
    meaning: 'The quality standard that was not met.',
  },
  { header: 'Type', key: 'type', width: 18, kind: 'text', wraps: true, meaning: 'What was wrong.' },
  {
    header: 'Must-pass',
    key: 'mustPass',
    width: 11,
    kind: 'text',
    meaning: 'Whether missing that standard makes an output not fit to send.',
    allowed: 'Yes, No',
  },
  {
    header: 'Foundation section',
    key: 'section',
    width: 20,
    kind: 'text',
    wraps: true,
    meaning: 'The part of the Foundation that should have prevented it.',
  },
  { header: 'Note', key: 'note', width: 60, kind: 'text', wraps: true, meaning: 'The reviewer’s note.' },
  {
    header: 'Linked change',
    key: 'linkedChange',
    width: 13,
    kind: 'count',
    meaning:
      'The first change of that section for this workflow that was published after the review was finished. Empty while there is none.',
  },
]

/** The issues of the period's reviews, one row each. */
export function issuesSheet(model: ReviewWorkbookModel, title: string): GuidedSheet {
  const reviews = new Map(model.reviews.map((review) => [review.reviewId, review]))
  return {
    name: 'Issues',
    title,
    columns: issueColumns,
    rows: [...model.issues].map((issue) => issueRow(issue, reviews.get(issue.reviewId))),
  }
}

const issueRow = (issue: WorkbookIssue, review: WorkbookReview | undefined): SheetRow => ({
  id: issue.id,
  outputId: issue.outputId,
  workflow: review?.name ?? null,
  foundOn: review?.finishedOn ?? null,
  standard: issue.standard,
  type: issue.type,
  mustPass: issue.isMustPass ? 'Yes' : 'No',
  section: issue.section,
  note: issue.note,
  linkedChange: issue.linkedChange,
})
