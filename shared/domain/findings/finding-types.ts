import type { Measure } from '../../contract/workflows.ts'
import type { Range } from '../figures/statistics.ts'
import type { Lines, SampleKind } from '../figures/status.ts'
import type { Day, Month } from '../time/dates.ts'
import type { RecentMove } from './early-sign.ts'
import type { FinishedReview } from './finished-review.ts'
import type { LevelBasis } from './month-three.ts'
import type { Moves } from './moves.ts'
import type { Quality } from './quality.ts'
import type { ChartSignal, Limits } from './run-chart.ts'
import type { MonthStatus } from './status.ts'
import type { UpdateDueReason } from './update-due.ts'

/** A mean (a fraction, null of nothing), its likely range (null below two values or by hand) and its outputs. */
export type Figure = { mean: number | null; range: Range | null; known: number; unknown: number }

/** Where a likely range lies against a line; 'open' holds the line, null without a range. */
export type RangeSide = 'above' | 'below' | 'open' | null

export type LevelAgainstLines = {
  mean: 'below_target' | 'between' | 'above_update'
  target: RangeSide
  update: RangeSide
}

export type Headline =
  | { kind: 'update_due'; reason: UpdateDueReason }
  | { kind: 'above_line'; isFirst: boolean }
  | { kind: 'early_sign' }
  | { kind: 'signal'; signal: ChartSignal }
  | { kind: 'improved' }
  | { kind: 'moved'; direction: 'more' | 'less' | 'mixed' }
  | { kind: 'finding_lines' | 'not_enough' | 'by_hand' | 'first' | 'steady' }

/** The one step a finding ends in. */
export type NextStep =
  | { kind: 'plan_update' | 'set_lines' | 'draw_at_random' | 'collect_outputs' }
  /** The outputs are there; what they are measured by is missing. */
  | { kind: 'bring_what_lacks'; measure: Measure }
  /** So many outputs more; `judged` of them already where it is under way. */
  | { kind: 'second_look'; outputs: number; judged: number }
  | { kind: 'hold_foundation_review'; on: Day }
  /** A change is live already: the review of `month` shows whether it helped. */
  | { kind: 'wait_for_effect'; changeNumber: number; month: Month }
  /** A change made it worse, so far as can be told, and is neither kept nor gone back on. */
  | { kind: 'go_back'; changeNumber: number }
  | { kind: 'nothing_until'; month: Month; due: Day }
  /** In use no more, and its last month is closed. */
  | { kind: 'retired' }

/** All that is said of a finished workflow-month (R3a), as codes and figures; words are made of it alone. */
export type Finding = {
  ruleVersion: number
  month: Month
  measure: Measure
  sample: SampleKind
  lines: Lines | null
  figure: Figure
  /** Where the month had one: how many known values it added, and whether it was carried to its end. */
  secondLook?: NonNullable<FinishedReview['secondLook']>
  status: MonthStatus
  againstLines: LevelAgainstLines | null
  monthThree: { months: Month[]; mean: number; n: number; basis: LevelBasis; isProvisional: boolean } | null
  moves: Moves
  pooled: { months: Month[]; figure: Figure } | null
  updateDue: UpdateDueReason[]
  /** The last two reviews against month 3: 'more' is the early sign, 'less' a settled improvement. */
  recent: RecentMove | null
  limits: Limits | null
  signals: ChartSignal[]
  quality: Quality
  headline: Headline
  nextStep: NextStep
}
