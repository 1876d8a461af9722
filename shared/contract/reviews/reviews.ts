import { z } from 'zod'
import { Day, Id, Instant, Month, Nothing, procedure, Share, text } from '../base.ts'
import { Measure, Standard } from '../workflows.ts'
import { Result } from './figures.ts'
import { Finding, SeenAgainGuide, Status, TextLinesGuide } from './findings.ts'
import { ItemState } from './item-state.ts'

export const Output = z.object({
  id: Id,
  request: z.string().nullable(),
  aiText: z.string(),
  finalText: z.string().nullable(),
  occurredOn: Day.nullable(),
  externalId: z.string().nullable(),
  person: z.string().nullable(),
  /** How often the same text stands in the pool. */
  copies: z.number().int(),
})
export type Output = z.infer<typeof Output>

export const ReviewItem = ItemState.extend({
  id: Id,
  /** 1-based place in the sample. */
  position: z.number().int(),
  rev: z.number().int(),
  output: Output,
  /** Null where the measure's inputs are missing. */
  editing: Share.nullable(),
  wordsChanged: z.number().int().nullable(),
  wordsLonger: z.number().int().nullable(),
})
export type ReviewItem = z.infer<typeof ReviewItem>

export const Group = z.enum(['standards', 'issue', 'satisfaction', 'editing', 'note'])
export type Group = z.infer<typeof Group>
export const ReadingView = z.enum(['changes', 'ai', 'final', 'side_by_side'])
export type ReadingView = z.infer<typeof ReadingView>

/** Where the owner is, so that coming back lands on the same field. */
export const Cursor = z.object({
  itemId: Id.nullable(),
  group: Group,
  /** Inside a group: the standard an issue belongs to, or the one whose digit was pressed last. */
  standardId: Id.nullable(),
  view: ReadingView,
  scroll: z.number().min(0),
})
export type Cursor = z.infer<typeof Cursor>

export const DrawMethod = z.enum(['random', 'all', 'by_hand'])
export type DrawMethod = z.infer<typeof DrawMethod>

export const Draw = z.object({
  method: DrawMethod,
  /** Outputs in the month, before repeats were collapsed. */
  outputCount: z.number().int(),
  /** Different outputs: the frozen pool the sample was drawn from. */
  poolCount: z.number().int(),
  sampleSize: z.number().int(),
  reservesLeft: z.number().int(),
  seed: z.number().int().nullable(),
  algorithm: z.string().nullable(),
  drawnAt: Instant,
})
export type Draw = z.infer<typeof Draw>

export const ReviewHeader = z.object({
  id: Id,
  workflowId: Id,
  workflowName: z.string(),
  month: Month,
  /** The review of the month that this one is the second look of. */
  secondOf: Id.nullable(),
  measure: Measure,
  byHandMinutes: z.number().nullable(),
  targetLine: Share.nullable(),
  updateLine: Share.nullable(),
  state: z.enum(['open', 'finished']),
  draw: Draw,
  finishedAt: Instant.nullable(),
  secondsUsed: z.number().int(),
  rev: z.number().int(),
})
export type ReviewHeader = z.infer<typeof ReviewHeader>

export const Replacement = z.object({
  outputId: Id,
  position: z.number().int(),
  reason: z.string(),
  replacedAt: Instant,
})

export const Review = ReviewHeader.extend({
  standards: z.array(Standard),
  items: z.array(ReviewItem),
  /** How many of the outputs are of earlier months, shown again unlabelled. */
  againCount: z.number().int(),
  replaced: z.array(Replacement),
  cursor: Cursor,
  /** What Ctrl+Z would take back, in words; null when nothing is left to undo. */
  undoLabel: z.string().nullable(),
  /** Issue types, each in the place of its digit. */
  issueTypes: z.array(z.string()),
  sections: z.array(z.string()),
  /** Notes used lately in this workflow, newest first. */
  recentNotes: z.array(z.string()),
  result: Result.nullable(),
  /** What the finished review says. */
  finding: Finding.nullable(),
})
export type Review = z.infer<typeof Review>

export const TaskState = z.enum(['not_started', 'in_progress', 'completed', 'cannot_start', 'skipped'])
export type TaskState = z.infer<typeof TaskState>

export const Obstacle = z.object({ message: z.string(), tab: z.enum(['standards', 'set-up']) })
export type Obstacle = z.infer<typeof Obstacle>

/** One row of a month's task list: a workflow and how far its review is. */
export const ReviewTask = z.object({
  workflowId: Id,
  workflowName: z.string(),
  state: TaskState,
  reviewId: Id.nullable(),
  done: z.number().int(),
  total: z.number().int(),
  /** How many of `total` are of earlier months, shown again while the review is open. */
  againCount: z.number().int(),
  /** How many of `total` a finished second look added. */
  secondLookCount: z.number().int(),
  /** Outputs of the month already collected. */
  outputCount: z.number().int(),
  /** Why it cannot start, in words, and the part of the workflow's page that mends it. */
  obstacle: Obstacle.nullable(),
  /** Why its month was skipped; null where it was not. */
  skipReason: z.string().nullable(),
  result: Result.nullable(),
  status: Status.nullable(),
  /** A second look under way (`reviewId`), or one that is offered; null where there is none to take. */
  secondLook: z
    .object({ reviewId: Id.nullable(), done: z.number().int(), total: z.number().int() })
    .nullable(),
})
export type ReviewTask = z.infer<typeof ReviewTask>

export const Session = z.object({
  month: Month,
  dueOn: Day,
  /** 0 while it is not past its day, and for months from before the company began. */
  daysOverdue: z.number().int(),
  /** From before the workflows' months begin: filled from history, due never. */
  isHistory: z.boolean(),
  state: TaskState,
  done: z.number().int(),
  total: z.number().int(),
  /** How many of `total` finished second looks added. */
  secondLookCount: z.number().int(),
  /** Workflows whose month was skipped; their outputs are not in `total`. */
  skippedCount: z.number().int(),
  secondsUsed: z.number().int(),
  tasks: z.array(ReviewTask),
  /** The review to continue with, when one is under way. */
  continueReviewId: Id.nullable(),
})
export type Session = z.infer<typeof Session>

export const SessionSummary = Session.omit({ tasks: true })
export type SessionSummary = z.infer<typeof SessionSummary>

export const Pool = z.object({
  workflowId: Id,
  month: Month,
  outputCount: z.number().int(),
  /** After exact repeats (same AI text and same final version) count once. */
  differentCount: z.number().int(),
  withFinalCount: z.number().int(),
  withMinutesCount: z.number().int(),
  /** Outputs that seem to hold personal data, and of which kinds. */
  personalDataCount: z.number().int(),
  personalDataKinds: z.array(z.string()),
  sampleSize: z.number().int(),
  reviewId: Id.nullable(),
  /** The newest day an output was written on; null where none has a day. */
  reachesTo: Day.nullable(),
  /** The last day of the month while it is still to come; null once the month is over. */
  goesOnTo: Day.nullable(),
})
export type Pool = z.infer<typeof Pool>

const OfReview = z.object({ reviewId: Id })
/** A month of one workflow, or of every workflow it applies to (null). */
const OfMonth = z.object({ month: Month, workflowId: Id.nullable() })
const OfItem = z.object({ itemId: Id, rev: z.number().int() })

const Seconds = z.number().int().min(-36_000).max(36_000)
/** Seconds on outputs that were not told before; below zero takes some back. */
export const Spent = z.array(z.object({ itemId: Id.nullable(), seconds: Seconds }))
export type Spent = z.infer<typeof Spent>

/** Only what changed. `marks` holds only the marks that changed. */
export const ItemPatch = ItemState.partial()
export type ItemPatch = z.infer<typeof ItemPatch>

/** After every write: the item as stored, and what can now be undone. */
export const Saved = z.object({
  /** Without its texts, so that the answer to a key is small however long they are. */
  item: ReviewItem.omit({ output: true }),
  undoLabel: z.string().nullable(),
  savedAt: Instant,
})
export type Saved = z.infer<typeof Saved>

/** What was taken back: one output as it is stored again, or the whole review where outputs changed places. */
export const Undone = z.object({
  ...{ label: z.string(), itemId: Id, saved: Saved.nullable(), review: Review.nullable() },
})
export type Undone = z.infer<typeof Undone>

export const reviews = {
  /** Every month: those that are open, oldest first, then the closed ones, newest first. */
  sessions: procedure.output(z.array(SessionSummary)),
  session: procedure.input(z.object({ month: Month })).output(Session),
  /** Closes what is open of a month without a review; CONFLICT where nothing is. */
  skip: procedure.input(OfMonth.extend({ reason: text('why it is skipped', 500) })).output(Session),
  /** Opens again what was skipped. */
  takeBackSkip: procedure.input(OfMonth).output(Session),
  pool: procedure.input(z.object({ workflowId: Id, month: Month })).output(Pool),
  /** Outputs to choose from when picking by hand. */
  candidates: procedure
    .input(
      z.object({
        ...{ workflowId: Id, month: Month, search: z.string().max(200), offset: z.number().int().min(0) },
      }),
    )
    .output(z.object({ outputs: z.array(Output), total: z.number().int() })),
  /** Freezes the month's pool and draws. `outputIds` picks by hand instead. */
  draw: procedure
    .input(z.object({ workflowId: Id, month: Month, outputIds: z.array(Id).min(1).max(100).optional() }))
    .output(z.object({ reviewId: Id })),
  /** The stored draw beside a fresh one from the same seed. */
  drawRecord: procedure.input(OfReview).output(
    Draw.extend({
      pool: z.array(Id),
      picked: z.array(Id),
      reserves: z.array(Id),
      isReproduced: z.boolean().nullable(),
      /** How many outputs of earlier months are shown again among them. */
      againCount: z.number().int(),
    }),
  ),
  get: procedure.input(OfReview).output(Review),
  /** One choice or text, and with it the place and the time. CONFLICT when another window saved this output first. */
  save: procedure
    .input(OfItem.extend({ patch: ItemPatch, cursor: Cursor.optional(), spent: Spent.optional() }))
    .output(Saved),
  /** Can't judge: the next reserve takes its place, counted. */
  replace: procedure
    .input(OfItem.extend({ reason: text('why it can’t be judged', 300) }))
    .output(z.object({ itemId: Id, review: Review })),
  /** The last thing done; CONFLICT when nothing is left. */
  undo: procedure.input(OfReview).output(Undone),
  /** The place and the time where nothing was said. CONFLICT for time of a finished review. */
  moveTo: procedure.input(OfReview.extend({ cursor: Cursor, spent: Spent.optional() })).output(Nothing),
  /**
   * Draws a second look at a finished month, 20 more from its frozen pool, or goes on with the one that was stopped.
   * CONFLICT where none is left or called for.
   */
  secondLook: procedure.input(OfReview).output(z.object({ reviewId: Id })),
  /** Of a second look: with what is judged so far, and the review of its month comes back. */
  finish: procedure.input(OfReview).output(Review),
  reopen: procedure.input(OfReview.extend({ reason: text('why it is opened again', 500) })).output(Review),
  /** How often the same outputs got the same marks. */
  seenAgain: procedure.input(z.object({ workflowId: Id })).output(SeenAgainGuide),
  /** What the lines of a text workflow can be found from. */
  textLines: procedure.input(z.object({ workflowId: Id })).output(TextLinesGuide),
  /** Today's rules over every finished month of a workflow, logged; `changed` counts the months that read differently. */
  recompute: procedure.input(z.object({ workflowId: Id })).output(z.object({ changed: z.number().int() })),
}
