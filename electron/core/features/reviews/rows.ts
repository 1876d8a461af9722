import type { Result } from '../../../../shared/contract/reviews/figures.ts'
import type {
  Cursor,
  Draw,
  ItemState,
  Mark,
  Output,
  ReviewHeader,
  ReviewItem,
  Verdict,
} from '../../../../shared/contract/reviews/reviews.ts'
import type { Measure } from '../../../../shared/contract/workflows.ts'

export type ReviewRow = {
  id: number
  workflow_id: number
  workflow_name: string
  month: string
  /** The review this one is the second look of. */
  second_of: number | null
  state: 'open' | 'finished'
  standards_version_id: number
  standards_version: number
  measure: Measure
  by_hand_minutes: number | null
  target_line: number | null
  update_line: number | null
  draw_method: 'random' | 'all' | 'by_hand'
  output_count: number
  pool_count: number
  sample_size: number
  seed: number | null
  algorithm: string | null
  drawn_at: string
  seconds_used: number
  /** Of its second look. */
  second_seconds: number
  cursor: string
  rev: number
  finished_at: string | null
  finished_on: string | null
  rule_version: string | null
  mean: number | null
  low: number | null
  high: number | null
  known_count: number | null
  unknown_count: number | null
  /** As it was at the finish; what is said of the month today stands in its finding. */
  status: string | null
  reviewed_count: number | null
  standards_met: number | null
  standards_judged: number | null
  not_fit_count: number | null
  satisfaction_users: number | null
  satisfaction_reviewer: number | null
  replaced_count: number | null
  flagged_count: number | null
  top_issue_type: string | null
  top_issue_count: number | null
}

export type ItemRow = {
  id: number
  review_id: number
  output_id: number
  state: 'active' | 'reserve' | 'replaced'
  position: number
  copies: number
  satisfaction: number | null
  rated_by: 'user' | 'reviewer'
  edit_minutes: number | null
  minutes_source: 'file' | 'person' | 'estimate' | null
  is_flagged: 0 | 1
  note: string
  is_done: 0 | 1
  editing: number | null
  words_changed: number | null
  words_longer: number | null
  seconds_used: number
  replaced_reason: string | null
  replaced_at: string | null
  rev: number
  request: string | null
  ai_text: string
  final_text: string | null
  occurred_on: string | null
  external_id: string | null
  person: string | null
}

export type MarkRow = {
  item_id: number
  standard_id: number
  verdict: Verdict | null
  issue_type: string | null
  section: string | null
  section_id: number | null
  note: string
}

export const toMark = (row: MarkRow): Mark => ({
  standardId: row.standard_id,
  verdict: row.verdict,
  issueType: row.issue_type,
  section: row.section,
  sectionId: row.section_id,
  note: row.note,
})

export type OutputRow = Pick<
  ItemRow,
  'output_id' | 'request' | 'ai_text' | 'final_text' | 'occurred_on' | 'external_id' | 'person' | 'copies'
>

export const toOutput = (row: OutputRow): Output => ({
  id: row.output_id,
  request: row.request,
  aiText: row.ai_text,
  finalText: row.final_text,
  occurredOn: row.occurred_on,
  externalId: row.external_id,
  person: row.person,
  copies: row.copies,
})

export const toItem = (row: ItemRow, marks: Mark[]): ReviewItem => ({
  id: row.id,
  position: row.position,
  rev: row.rev,
  output: toOutput(row),
  marks,
  satisfaction: row.satisfaction,
  ratedBy: row.rated_by,
  editMinutes: row.edit_minutes,
  minutesSource: row.minutes_source,
  isFlagged: row.is_flagged === 1,
  note: row.note,
  isDone: row.is_done === 1,
  editing: row.editing,
  wordsChanged: row.words_changed,
  wordsLonger: row.words_longer,
})

export const stateOf = (item: ReviewItem): ItemState => ({
  marks: item.marks,
  satisfaction: item.satisfaction,
  ratedBy: item.ratedBy,
  editMinutes: item.editMinutes,
  minutesSource: item.minutesSource,
  isFlagged: item.isFlagged,
  note: item.note,
  isDone: item.isDone,
})

export const toDraw = (row: ReviewRow, reservesLeft: number): Draw => ({
  method: row.draw_method,
  outputCount: row.output_count,
  poolCount: row.pool_count,
  sampleSize: row.sample_size,
  reservesLeft,
  seed: row.seed,
  algorithm: row.algorithm,
  drawnAt: row.drawn_at,
})

export const toHeader = (row: ReviewRow, reservesLeft: number): ReviewHeader => ({
  id: row.id,
  workflowId: row.workflow_id,
  workflowName: row.workflow_name,
  month: row.month,
  secondOf: row.second_of,
  measure: row.measure,
  byHandMinutes: row.by_hand_minutes,
  targetLine: row.target_line,
  updateLine: row.update_line,
  state: row.state,
  draw: toDraw(row, reservesLeft),
  finishedAt: row.finished_at,
  secondsUsed: secondsOf(row),
  rev: row.rev,
})

export const toCursor = (row: ReviewRow): Cursor => JSON.parse(row.cursor) as Cursor

/** An open review counts its own time; what a finished month took includes its second look. */
const secondsOf = (row: ReviewRow) => row.seconds_used + (row.state === 'finished' ? row.second_seconds : 0)

const whole = (value: number | null) => value ?? 0

/** The stored result of a finished review; null while it is open. */
export function toResult(row: ReviewRow): Result | null {
  if (row.state === 'open' || row.status === null) return null
  return {
    figure: {
      measure: row.measure,
      mean: row.mean,
      low: row.low,
      high: row.high,
      known: whole(row.known_count),
      unknown: whole(row.unknown_count),
      targetLine: row.target_line,
      updateLine: row.update_line,
      byHandMinutes: row.by_hand_minutes,
      ruleVersion: row.rule_version ?? '',
      standardsVersion: row.standards_version,
    },
    reviewed: whole(row.reviewed_count),
    standardsMet: whole(row.standards_met),
    standardsJudged: whole(row.standards_judged),
    notFitToSend: whole(row.not_fit_count),
    satisfactionUsers: row.satisfaction_users,
    satisfactionReviewer: row.satisfaction_reviewer,
    replaced: whole(row.replaced_count),
    flagged: whole(row.flagged_count),
    topIssue:
      row.top_issue_type === null ? null : { type: row.top_issue_type, count: whole(row.top_issue_count) },
    secondsUsed: secondsOf(row),
  }
}
