import { z } from 'zod'
import type { Side } from '../domain/effects/effect-sides.ts'
import type { ChartSegment as Segment } from '../domain/findings/run-chart.ts'
import { Day, Id, Month, procedure, Share, whole } from './base.ts'
import { JudgedOutput, OutputChoices, OutputPage, OutputsAsked } from './outputs.ts'
import { Result } from './reviews/figures.ts'
import { Finding, FindingOrigin, Status } from './reviews/findings.ts'
import { DrawMethod, Session } from './reviews/reviews.ts'
import { Measure } from './workflows.ts'

/** One finished review as a point of the run chart, with what it says. */
export const TrendPoint = z.object({
  reviewId: Id,
  month: Month,
  finishedOn: Day,
  drawMethod: DrawMethod,
  /** Different outputs the sample was drawn from. */
  poolCount: z.number().int(),
  result: Result,
  finding: Finding,
  origin: FindingOrigin,
})
export type TrendPoint = z.infer<typeof TrendPoint>

/** A numbered vertical line on the run chart. */
export const ChangeMarker = z.object({
  number: z.number().int(),
  onDate: Day,
  what: z.string(),
  isMeasureChange: z.boolean(),
})

/** Limits and signals of neighbouring months, as the rule has them. */
export const ChartSegment = whole<Segment>(z.looseObject({ months: z.array(Month) }))

/** Issues of the last months that point to one Foundation section; the id is null for a name that is no section here. */
export const IssueSection = z.object({
  section: z.string(),
  sectionId: Id.nullable(),
  /** The wording of today; null for a name that is no section here, and before its first version. */
  lastDecided: z.object({ how: z.enum(['checked', 'written']), on: Day }).nullable(),
  count: z.number().int(),
  mostOften: z.string(),
  note: z.string(),
})

export const WorkflowResults = z.object({
  workflowId: Id,
  measure: Measure,
  targetLine: Share.nullable(),
  updateLine: Share.nullable(),
  /** Oldest first. Points measured another way than today are kept and marked by their figure's measure. */
  points: z.array(TrendPoint),
  /** The month reviewed next; null for a retired workflow. */
  nextReview: z.object({ month: Month, due: Day, isOverdue: z.boolean() }).nullable(),
  /** What the latest month says, with the step that is right today. */
  finding: Finding.nullable(),
  /** Usual range and signals of the run chart; each begins anew after a recorded change. */
  segments: z.array(ChartSegment),
  markers: z.array(ChangeMarker),
  issues: z.array(IssueSection),
  /** The month-3 level of today where the newest finding was worked out with another one. */
  levelToday: z.object({ months: z.array(Month), mean: Share, n: z.number().int() }).nullable(),
})
export type WorkflowResults = z.infer<typeof WorkflowResults>

/** One line of the table on Home and of the Workflows list. */
export const WorkflowLine = z.object({
  workflowId: Id,
  name: z.string(),
  stage: z.enum(['pilot', 'production', 'retired']),
  processOwner: z.string(),
  measure: Measure,
  /** What the latest finished month says. */
  finding: Finding.nullable(),
  /** Means of the last 12 finished reviews by the same measure, oldest first. */
  spark: z.array(z.object({ month: Month, mean: Share })),
  /** The month reviewed next, and the day it is due; null for a retired workflow. */
  nextMonth: Month.nullable(),
  nextReviewOn: Day.nullable(),
})
export type WorkflowLine = z.infer<typeof WorkflowLine>

/** A page of the app. */
export const Target = z.discriminatedUnion('page', [
  z.object({ page: z.literal('review'), reviewId: Id }),
  z.object({ page: z.literal('session'), month: Month }),
  z.object({
    page: z.literal('workflow'),
    workflowId: Id,
    tab: z.enum(['results', 'standards', 'prompt', 'register', 'set-up']),
  }),
  z.object({ page: z.literal('new-workflow') }),
  /** Where an update begins: at the section most issues point to, or at a change where none does. */
  z.object({ page: z.literal('update'), workflowId: Id, sectionId: Id.nullable() }),
  z.object({ page: z.literal('workflows') }),
  z.object({ page: z.literal('foundation') }),
  z.object({ page: z.literal('foundation-reviews') }),
  z.object({ page: z.literal('foundation-review'), id: Id }),
  z.object({ page: z.literal('section'), id: Id }),
  z.object({ page: z.literal('change'), number: Id }),
  z.object({ page: z.literal('signals') }),
  z.object({ page: z.literal('retired-facts') }),
  z.object({ page: z.literal('people') }),
  z.object({ page: z.literal('calendar') }),
  z.object({ page: z.literal('model-test'), id: Id }),
  /** A model test that begins with a workflow, and with what a signal says. */
  z.object({ page: z.literal('new-model-test'), workflowId: Id.nullable(), signalId: Id.nullable() }),
  /** The button takes the look itself: it draws the outputs, or opens the one under way. */
  z.object({ page: z.literal('second-look'), reviewId: Id }),
])
export type Target = z.infer<typeof Target>

export const UpcomingDate = z.object({ on: Day, what: z.string(), isOverdue: z.boolean(), target: Target })
export type UpcomingDate = z.infer<typeof UpcomingDate>

/** The Foundation review as the second matter of Home: under way, due within a week, overdue, or called for. */
export const FoundationMatter = z.object({
  /** The day it is due, or planned for once it is prepared. */
  on: Day,
  state: z.enum(['soon', 'due', 'overdue', 'triggered', 'prepared', 'begun']),
  cadence: z.enum(['monthly', 'quarterly']),
  /** What calls for it, each a sentence. */
  reasons: z.array(z.string()),
  /** The one under way, with the sections answered so far. */
  review: z.object({ id: Id, answered: z.number().int(), total: z.number().int() }).nullable(),
})
export type FoundationMatter = z.infer<typeof FoundationMatter>

/** What an update of a section is planned for: issues of the last three months, and the figure to measure against. */
export const UpdatePlan = z.object({
  workflowId: Id,
  workflowName: z.string(),
  finding: Finding.nullable(),
  from: Month.nullable(),
  until: Month.nullable(),
  issueCount: z.number().int(),
  allIssues: z.number().int(),
  /** The first twelve, those with a note first. */
  issues: z.array(
    z.object({
      itemId: Id,
      month: Month,
      standard: z.string(),
      type: z.string(),
      note: z.string(),
      excerpt: z.string(),
    }),
  ),
  before: whole<Side>(z.looseObject({ n: z.number().int() })),
})
export type UpdatePlan = z.infer<typeof UpdatePlan>

/** Something that is missing or waiting, and where to go. */
export const Todo = z.object({
  id: z.string(),
  title: z.string(),
  detail: z.string(),
  action: z.string(),
  /** Where its button leads. */
  target: Target,
  /** Where its title leads, where that is another page. */
  about: Target.optional(),
  mark: z.union([Status, z.literal('early_sign')]).nullable(),
  /** The workflow it is about, where its page is not the target: each workflow has one row. Null: several. */
  workflowId: Id.nullable().optional(),
})
export type Todo = z.infer<typeof Todo>

export const Home = z.object({
  ownerName: z.string(),
  today: Day,
  /** The session to go on with, the oldest open month first; null while there is no workflow. */
  session: Session.nullable(),
  foundation: FoundationMatter.nullable(),
  /** "Output 14 of 30" position of an unfinished review. */
  continueAt: z
    .object({ reviewId: Id, workflowName: z.string(), position: z.number().int(), total: z.number().int() })
    .nullable(),
  budgetMinutes: z.number().int(),
  workflows: z.array(WorkflowLine),
  todos: z.array(Todo),
  dates: z.array(UpcomingDate),
})
export type Home = z.infer<typeof Home>

/** Outputs of a reference or of the month itself, for the row of dots on the Done page. */
export const DotRow = z.object({
  of: z.enum(['month_three', 'review_before', 'this_month']),
  months: z.array(Month),
  /** Editing of each known output, a fraction. */
  values: z.array(Share),
  mean: Share.nullable(),
  low: Share.nullable(),
  high: Share.nullable(),
})
export type DotRow = z.infer<typeof DotRow>

/** What stands beside the finding when a review is done: what changed with it, and what comes next. */
export const DoneFacts = z.object({
  rows: z.array(DotRow),
  statusBefore: Status.nullable(),
  issues: z.object({
    count: z.number().int(),
    section: z.string().nullable(),
    sectionCount: z.number().int(),
  }),
  next: z.array(
    z.object({
      kind: z.enum(['monthly_review', 'foundation_review']),
      on: Day,
      month: Month.nullable(),
      isOverdue: z.boolean(),
    }),
  ),
})
export type DoneFacts = z.infer<typeof DoneFacts>

export const results = {
  home: procedure.output(Home),
  overview: procedure.output(z.array(WorkflowLine)),
  workflow: procedure.input(z.object({ workflowId: Id })).output(WorkflowResults),
  /** Beside the wording that a workflow's update is planned in. */
  updatePlan: procedure.input(z.object({ workflowId: Id, sectionId: Id })).output(UpdatePlan),
  /** Beside a finished review. */
  done: procedure.input(z.object({ reviewId: Id })).output(DoneFacts),
  /** Reviewed outputs of a workflow, those of a filter, in an order. */
  outputs: procedure.input(OutputsAsked).output(OutputPage),
  outputChoices: procedure.input(z.object({ workflowId: Id })).output(OutputChoices),
  /** One output as it was judged, read-only. */
  output: procedure.input(z.object({ itemId: Id })).output(JudgedOutput),
}
