import type { OutputIssue } from '../../../shared/contract/outputs.ts'
import type { TrendPoint } from '../../../shared/contract/results.ts'
import type { Result } from '../../../shared/contract/reviews/figures.ts'
import type { Finding } from '../../../shared/contract/reviews/findings.ts'
import type { DrawMethod, ReviewItem } from '../../../shared/contract/reviews/reviews.ts'
import type { Standard } from '../../../shared/contract/workflows.ts'
import type { Day, Month } from '../../../shared/domain/time/dates.ts'
import type { LoggedChange } from './change-log.ts'

/** A workflow's finished review of the month, with the figures as they are stored. */
export type ReviewedWorkflow = {
  workflowId: number
  name: string
  result: Result
  finding: Finding
  nextReviewOn: Day | null
  /** How many of the last twelve months were reviewed, skipped and missed. */
  months: { held: number; skipped: number; missed: number }
  drawMethod: DrawMethod
  finishedOn: Day
  /** Its finished months to the one reported, oldest first. */
  points: readonly TrendPoint[]
  /** The standards the review was marked by. */
  standards: readonly Standard[]
}

/** One reviewed output; its workflow is one of the model's. */
export type OutputRow = { workflowId: number; item: ReviewItem }

export type WorkbookIssue = OutputIssue & {
  workflowId: number
  outputId: number
  /** The number of the change that answers it. */
  linkedChange?: number | null
}

/** Everything the workbook of one month's review is made from. */
export type ReviewWorkbookModel = {
  company: string
  /** Empty when the owner gave none. */
  ownerName: string
  month: Month
  /** ISO instant. */
  createdAt: string
  /** IANA zone and BCP 47 tag of the owner. */
  zone: string
  locale: string
  appVersion: string
  /** The finding of the month, in a sentence. */
  headline: string
  workflows: readonly ReviewedWorkflow[]
  outputs: Iterable<OutputRow> | AsyncIterable<OutputRow>
  issues: Iterable<WorkbookIssue>
  changes: readonly LoggedChange[]
  /** Whether requests, AI versions, final versions and notes go along. */
  withTexts: boolean
}
