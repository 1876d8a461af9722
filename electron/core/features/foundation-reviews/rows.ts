import type {
  Attendee,
  FoundationReview,
  FoundationReviewSummary,
  FurtherAction,
  ReviewCard,
  SectionIssue,
} from '../../../../shared/contract/foundation-reviews.ts'

export type ReviewRow = {
  id: number
  held_on: string
  state: FoundationReview['state']
  reason: string
  since: string | null
  seconds_used: number
  section_id: number | null
  created_at: string
  started_at: string | null
  finished_at: string | null
  next_on: string | null
  rev: number
}

export type AttendeeRow = { id: number; name: string; role: string; agreed_on: string | null }

export type CardRow = {
  review_id: number
  section_id: number
  /** As it was called when the session began. */
  section_name: string
  version_id: number | null
  position: number
  is_quick: 0 | 1
  issue_count: number
  answer: ReviewCard['answer']
  what: string
  who: string
  due_on: string | null
  /** JSON of what else there is to do. */
  more: string
  is_parked: 0 | 1
  seconds_used: number
  rev: number
}

/** `count` is of all its section's issues. */
export type IssueRow = SectionIssue & { sectionId: number; count: number }

export type SummaryRow = Omit<FoundationReviewSummary, 'total'> & { total: number }

export const toAttendee = (row: AttendeeRow): Attendee => ({
  id: row.id,
  name: row.name,
  role: row.role,
  agreedOn: row.agreed_on,
})

/** What was said about a section. */
export const toAnswer = (row: CardRow) => ({
  answer: row.answer,
  what: row.what,
  who: row.who,
  dueOn: row.due_on,
  more: JSON.parse(row.more) as FurtherAction[],
  isParked: row.is_parked === 1,
})
export type CardState = ReturnType<typeof toAnswer>
