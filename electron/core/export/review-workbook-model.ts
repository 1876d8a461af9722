import type { FoundationReview } from '../../../shared/contract/foundation-reviews.ts'
import type { OutputIssue } from '../../../shared/contract/outputs.ts'
import type { TrendPoint } from '../../../shared/contract/results.ts'
import type { Result } from '../../../shared/contract/reviews/figures.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import type { DrawMethod, ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../shared/contract/workflows.ts'
import type { ReportPeriod } from '../../../shared/domain/report/period.ts'
import type { Used } from '../../../shared/domain/report/used.ts'
import type { Day, Month } from '../../../shared/domain/time/dates.ts'
import type { LoggedChange } from './change-log.ts'
import type { TestRecord } from './model-test.ts'

/** A finished review of the period, with the figures as they are stored. */
export type WorkbookReview = {
  reviewId: number
  workflowId: number
  /** Of the workflow. */
  name: string
  month: Month
  result: Result
  drawMethod: DrawMethod
  finishedOn: Day
  /** The standards it was marked by. */
  standards: readonly Standard[]
}

/** A workflow with its latest finished review of the period. */
export type ReviewedWorkflow = WorkbookReview & {
  finding: Finding
  nextReviewOn: Day | null
  /** The last day it was in use, where that was over by the end of the period. */
  inUseTo: Day | null
  /** How many of the last twelve months were reviewed, skipped and missed. */
  months: { held: number; skipped: number; missed: number }
  /** Outputs used of those offered, by month, where it is counted. */
  used: ReadonlyMap<Month, Used>
  /** Its finished months to the end of the period, oldest first. */
  points: readonly TrendPoint[]
}

/** One reviewed output; its review is one of the model's. */
export type OutputRow = { reviewId: number; item: ReviewItem }

export type WorkbookIssue = OutputIssue & {
  /** One of the model's, also where a second look of its month found it. */
  reviewId: number
  outputId: number
  /** The number of the change that answers it. */
  linkedChange: number | null
}

/** Everything the workbook of a period is made from. */
export type ReviewWorkbookModel = {
  company: string
  /** Empty when the owner gave none. */
  ownerName: string
  period: ReportPeriod
  /** ISO instant. */
  createdAt: string
  /** IANA zone and BCP 47 tag of the owner. */
  zone: string
  locale: string
  appVersion: string
  /** The finding of the latest months, in a sentence. */
  headline: string
  workflows: readonly ReviewedWorkflow[]
  /** Every review of the period, by workflow and month. */
  reviews: readonly WorkbookReview[]
  outputs: Iterable<OutputRow> | AsyncIterable<OutputRow>
  issues: Iterable<WorkbookIssue>
  /** Finished ones to the end of the period, the latest first. */
  foundationReviews: readonly FoundationReview[]
  /** Revealed ones to the end of the period, the latest first. */
  modelTests: readonly TestRecord[]
  changes: readonly LoggedChange[]
  /** Whether requests, AI versions, final versions and notes go along. */
  withTexts: boolean
}
