import type {
  Action,
  Attendee,
  FoundationReview,
  FoundationReviewSummary,
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
  is_parked: 0 | 1
  seconds_used: number
  rev: number
}

export type ActionRow = {
  id: number
  review_id: number
  held_on: string
  section_id: number
  section_name: string
  kind: Action['kind']
  what: string
  who: string
  due_on: string
  state: Action['state']
  closed_on: string | null
  note: string
  change_number: number | null
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
  isParked: row.is_parked === 1,
})
export type CardState = ReturnType<typeof toAnswer>

export const toAction = (row: ActionRow): Omit<Action, 'before'> => ({
  id: row.id,
  reviewId: row.review_id,
  heldOn: row.held_on,
  sectionId: row.section_id,
  sectionName: row.section_name,
  kind: row.kind,
  what: row.what,
  who: row.who,
  dueOn: row.due_on,
  state: row.state,
  closedOn: row.closed_on,
  note: row.note,
  changeNumber: row.change_number,
})
