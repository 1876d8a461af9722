import { z } from 'zod'
import { Day, Id, Instant, Month, Nothing, optionalText, procedure, text } from './base.ts'
import { MeasuredMonth } from './changes.ts'
import { Signal, Trigger } from './signals.ts'

/** "Still true?": yes, needs a change, not sure. */
export const Answer = z.enum(['yes', 'change', 'unsure'])
export type Answer = z.infer<typeof Answer>

export const Attendee = z.object({ id: Id, name: z.string(), role: z.string(), agreedOn: Day.nullable() })
export type Attendee = z.infer<typeof Attendee>

const AttendeeInput = z.object({ name: text('a name', 120), role: optionalText(120) })

/** An issue of a monthly review that points to a section. */
export const SectionIssue = z.object({
  itemId: Id,
  workflowName: z.string(),
  month: Month,
  standard: z.string(),
  type: z.string(),
  note: z.string(),
  /** The beginning of the output it was found in. */
  excerpt: z.string(),
})
export type SectionIssue = z.infer<typeof SectionIssue>

/** What an answer asks for beside its first action. Texts may be unfinished until the review is. */
export const FurtherAction = z.object({
  what: optionalText(2000),
  who: optionalText(120),
  dueOn: Day.nullable(),
})
export type FurtherAction = z.infer<typeof FurtherAction>

/** One section on the projector, and what was said about it. Texts may be unfinished until the review is. */
export const ReviewCard = z.object({
  sectionId: Id,
  name: z.string(),
  position: z.number().int(),
  /** Checked once, and without issues or signals since last time: confirmed together with its like. */
  isQuick: z.boolean(),
  /** The wording under review; null where the section has never been published. */
  version: z.object({ id: Id, number: z.number().int(), text: z.string(), liveOn: Day }).nullable(),
  /** The workflows its wording acts on today, by name. */
  workflows: z.array(z.string()),
  verifier: z.string(),
  lastVerifiedOn: Day.nullable(),
  issueCount: z.number().int(),
  /** The latest, five at most. */
  issues: z.array(SectionIssue),
  signals: z.array(Signal),
  answer: Answer.nullable(),
  /** Of a change: what changes. Of "not sure": what has to be found out. */
  what: z.string(),
  who: z.string(),
  dueOn: Day.nullable(),
  more: z.array(FurtherAction),
  isParked: z.boolean(),
  secondsUsed: z.number().int(),
  rev: z.number().int(),
})
export type ReviewCard = z.infer<typeof ReviewCard>

export const ActionState = z.enum(['open', 'done', 'dropped'])

/** What a Foundation review decided: a change to write, or something to find out. */
export const Action = z.object({
  id: Id,
  reviewId: Id,
  heldOn: Day,
  sectionId: Id,
  sectionName: z.string(),
  kind: z.enum(['change', 'find_out']),
  what: z.string(),
  who: z.string(),
  dueOn: Day,
  state: ActionState,
  closedOn: Day.nullable(),
  note: z.string(),
  /** The change that came of it. */
  changeNumber: Id.nullable(),
  /** Of a change still to be written: the figures it will be measured against. */
  before: z.array(z.object({ workflowId: Id, workflowName: z.string(), figure: MeasuredMonth.nullable() })),
})
export type Action = z.infer<typeof Action>

export const FoundationReviewState = z.enum(['preparing', 'in_session', 'finished'])

export const FoundationReview = z.object({
  id: Id,
  heldOn: Day,
  state: FoundationReviewState,
  /** Why now, in words: its date, or what brought it forward. */
  reason: z.string(),
  /** The day of the review before it; issues and signals count from there. */
  since: Day.nullable(),
  attendees: z.array(Attendee),
  /** Most issues first; quick ones last. */
  cards: z.array(ReviewCard),
  /** Signals that name no section. */
  signals: z.array(Signal),
  actions: z.array(Action),
  secondsUsed: z.number().int(),
  /** Where the session stopped. */
  sectionId: Id.nullable(),
  /** What Ctrl+Z would take back, in words; null when nothing is left to undo. */
  undoLabel: z.string().nullable(),
  finishedAt: Instant.nullable(),
  nextOn: Day.nullable(),
  rev: z.number().int(),
})
export type FoundationReview = z.infer<typeof FoundationReview>

export const FoundationReviewSummary = z.object({
  id: Id,
  heldOn: Day,
  state: FoundationReviewState,
  answered: z.number().int(),
  total: z.number().int(),
  changes: z.number().int(),
  unsure: z.number().int(),
  secondsUsed: z.number().int(),
})
export type FoundationReviewSummary = z.infer<typeof FoundationReviewSummary>

/** After an answer: what is stored of it, without wordings and issues, and what can now be undone. */
export const SavedCard = z.object({
  card: ReviewCard.pick({
    ...{ sectionId: true, answer: true, what: true, who: true, dueOn: true, more: true },
    ...{ isParked: true, rev: true },
  }),
  undoLabel: z.string().nullable(),
  savedAt: Instant,
})
export type SavedCard = z.infer<typeof SavedCard>

/** When the next one is due, and why. */
export const FoundationPlan = z.object({
  cadence: z.enum(['monthly', 'quarterly']).nullable(),
  dueOn: Day.nullable(),
  isOverdue: z.boolean(),
  lastHeldOn: Day.nullable(),
  /** In one sentence. */
  reason: z.string(),
  triggers: z.array(Trigger),
  /** Who is likely to be there, to begin with. */
  attendees: z.array(AttendeeInput),
  sectionCount: z.number().int(),
  /** The one under way. */
  openReviewId: Id.nullable(),
})
export type FoundationPlan = z.infer<typeof FoundationPlan>

const ById = z.object({ id: Id })
const OfCard = z.object({ id: Id, sectionId: Id })
/** Seconds on sections that were not told before. */
const Spent = z.array(z.object({ sectionId: Id, seconds: z.number().int().min(0).max(36_000) }))
const OfAction = z.object({ actionId: Id })

export const foundationReviews = {
  plan: procedure.output(FoundationPlan),
  /** Newest first. */
  list: procedure.output(z.array(FoundationReviewSummary)),
  get: procedure.input(ById).output(FoundationReview),
  /** Begins one. CONFLICT while another is under way. */
  prepare: procedure
    .input(z.object({ heldOn: Day, attendees: z.array(AttendeeInput).max(40) }))
    .output(FoundationReview),
  update: procedure
    .input(ById.extend({ rev: z.number().int(), heldOn: Day, attendees: z.array(AttendeeInput).max(40) }))
    .output(FoundationReview),
  /** Only while it is being prepared. */
  discard: procedure.input(ById).output(Nothing),
  /** Freezes the wordings under review and their order. */
  start: procedure.input(ById).output(FoundationReview),
  /**
   * Autosave, and with it the time and the place of the session, where that is another section. CONFLICT when
   * another window answered first.
   */
  answer: procedure
    .input(
      OfCard.extend({
        rev: z.number().int(),
        answer: Answer.nullable(),
        what: optionalText(2000),
        who: optionalText(120),
        dueOn: Day.nullable(),
        more: z.array(FurtherAction).max(9).default([]),
        isParked: z.boolean(),
        place: Id.optional(),
        spent: Spent.optional(),
      }),
    )
    .output(SavedCard),
  /** Takes back the last answer; the words typed since stay. CONFLICT when nothing is left. */
  undo: procedure
    .input(ById)
    .output(z.object({ label: z.string(), sectionIds: z.array(Id), review: FoundationReview })),
  /** "Yes" to all the named sections without an answer. */
  confirmQuick: procedure
    .input(ById.extend({ sectionIds: z.array(Id).min(1).max(500) }))
    .output(FoundationReview),
  /** The section the session is at, and the time, where nothing was said. */
  spend: procedure.input(OfCard.extend({ spent: Spent })).output(Nothing),
  /** INVALID_INPUT names every answer that lacks something. */
  finish: procedure.input(ById.extend({ nextOn: Day.nullable() })).output(FoundationReview),
  agree: procedure.input(ById.extend({ attendeeId: Id, hasAgreed: z.boolean() })).output(FoundationReview),
  actions: procedure.input(z.object({ state: z.enum(['open', 'all']) })).output(z.array(Action)),
  updateAction: procedure.input(OfAction.extend({ who: text('a name', 120), dueOn: Day })).output(Action),
  closeAction: procedure
    .input(OfAction.extend({ state: z.enum(['done', 'dropped']), note: optionalText(1000) }))
    .output(Action),
  reopenAction: procedure.input(OfAction).output(Action),
}
