import type { ItemState, Mark, Verdict } from '../../../../shared/contract/reviews/item-state.ts'
import type {
  Cursor,
  Draw,
  Output,
  ReviewHeader,
  ReviewItem,
} from '../../../../shared/contract/reviews/reviews.ts'
import { type ReviewRow, secondsOf } from '../findings/rows.ts'

/** Those shown again count in no figure of the month. */
export type ItemPlace = 'active' | 'reserve' | 'replaced' | 'again' | 'again_set_aside'

export type ItemRow = {
  id: number
  review_id: number
  output_id: number
  state: ItemPlace
  /** The item of an earlier month whose output is shown again. */
  again_of: number | null
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
