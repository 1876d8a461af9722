import type { Result } from '../../../../shared/contract/reviews/figures.ts'
import type { Status } from '../../../../shared/contract/reviews/findings.ts'
import type { Cursor, ItemState, ReviewItem, Spent } from '../../../../shared/contract/reviews/reviews.ts'
import type { Measure } from '../../../../shared/contract/workflows.ts'
import type { Db } from '../../db/open.ts'
import { type ItemRow, type MarkRow, type ReviewRow, toItem, toMark } from './rows.ts'

const selectReview = `
SELECT r.*, w.name AS workflow_name, v.version AS standards_version,
  (SELECT ifnull(sum(s.seconds_used), 0) FROM reviews s WHERE s.second_of = r.id) AS second_seconds
FROM reviews r
JOIN workflows w ON w.id = r.workflow_id
JOIN standards_versions v ON v.id = r.standards_version_id`

const selectItem = `
SELECT i.*, o.request, o.ai_text, o.final_text, o.occurred_on, o.external_id, o.person
FROM review_items i JOIN outputs o ON o.id = i.output_id`

// While a review is open a section goes by its name of today; a finished one keeps the name as it was said.
const selectMark = `
SELECT m.*, iif(r.state = 'open', ifnull(d.name, m.section), m.section) AS section
FROM marks m
JOIN review_items i ON i.id = m.item_id
JOIN reviews r ON r.id = i.review_id
LEFT JOIN documents d ON d.id = m.section_id`

// Reserves that a second look has taken are no reserves any more, nor is what was left of a second look stopped early.
const reserve = `
FROM review_items i WHERE i.review_id = ? AND i.state = 'reserve'
  AND i.position > (SELECT iif(r.second_of IS NULL, 0, r.sample_size) FROM reviews r WHERE r.id = i.review_id)
  AND NOT EXISTS (SELECT 1 FROM reviews s JOIN review_items j ON j.review_id = s.id
    WHERE s.second_of = i.review_id AND j.output_id = i.output_id)`

export type NewReview = {
  workflowId: number
  month: string
  secondOf: number | null
  standardsVersionId: number
  measure: Measure
  byHandMinutes: number | null
  targetLine: number | null
  updateLine: number | null
  drawMethod: 'random' | 'all' | 'by_hand'
  outputCount: number
  poolCount: number
  sampleSize: number
  seed: number | null
  algorithm: string | null
  drawnAt: string
}

export type NewItem = {
  reviewId: number
  outputId: number
  state: 'active' | 'reserve'
  position: number
  copies: number
  satisfaction: number | null
  ratedBy: 'user' | 'reviewer'
  editMinutes: number | null
  minutesSource: 'file' | null
  editing: number | null
  wordsChanged: number | null
  wordsLonger: number | null
}

/** Where the reader is and the time it took. */
export type Sitting = { readonly cursor?: Cursor | undefined; readonly spent?: Spent | undefined }

type SecondLookRow = { id: number; state: 'open' | 'finished'; done: number; left: number }

export type ItemProgress = { review_id: number; total: number; done: number }

export function createReviewsRepository(db: Db) {
  const byId = db.prepare<[number], ReviewRow>(`${selectReview} WHERE r.id = ?`)
  const ofMonth = db.prepare<[string], ReviewRow>(`${selectReview} WHERE r.month = ? ORDER BY r.workflow_id`)
  const ofWorkflow = db.prepare<[number], ReviewRow>(
    `${selectReview} WHERE r.workflow_id = ? AND r.state = 'finished' AND r.second_of IS NULL ORDER BY r.month`,
  )
  const idOf = db.prepare<[number, string], { id: number }>(
    'SELECT id FROM reviews WHERE workflow_id = ? AND month = ? AND second_of IS NULL',
  )
  const insert = db.prepare(`
    INSERT INTO reviews (workflow_id, month, second_of, state, standards_version_id, measure, by_hand_minutes, target_line,
      update_line, draw_method, output_count, pool_count, sample_size, seed, algorithm, drawn_at, cursor)
    VALUES (:workflowId, :month, :secondOf, 'open', :standardsVersionId, :measure, :byHandMinutes, :targetLine,
      :updateLine, :drawMethod, :outputCount, :poolCount, :sampleSize, :seed, :algorithm, :drawnAt, :cursor)`)
  const insertPool = db.prepare(
    'INSERT INTO review_pools (review_id, pool, picked, reserves) VALUES (?, ?, ?, ?)',
  )
  const pool = db.prepare<[number], { pool: string; picked: string; reserves: string }>(
    'SELECT pool, picked, reserves FROM review_pools WHERE review_id = ?',
  )
  const insertItem = db.prepare(`
    INSERT INTO review_items (review_id, output_id, state, position, copies, satisfaction, rated_by, edit_minutes,
      minutes_source, editing, words_changed, words_longer)
    VALUES (:reviewId, :outputId, :state, :position, :copies, :satisfaction, :ratedBy, :editMinutes,
      :minutesSource, :editing, :wordsChanged, :wordsLonger)`)
  const itemById = db.prepare<[number], ItemRow>(`${selectItem} WHERE i.id = ?`)
  const items = db.prepare<[number], ItemRow>(
    `${selectItem} WHERE i.review_id = ? AND i.state = 'active' ORDER BY i.position`,
  )
  const replaced = db.prepare<[number], ItemRow>(
    `${selectItem} WHERE i.review_id = ? AND i.state = 'replaced' ORDER BY i.replaced_at`,
  )
  const nextReserve = db.prepare<[number], { id: number }>(`SELECT id ${reserve} ORDER BY position LIMIT 1`)
  const marksOfItem = db.prepare<[number], MarkRow>(
    `${selectMark} WHERE m.item_id = ? ORDER BY m.standard_id`,
  )
  const marksOfReview = db.prepare<[number], MarkRow>(
    `${selectMark} WHERE i.review_id = ? AND i.state = 'active' ORDER BY m.standard_id`,
  )
  const insertMark = db.prepare('INSERT INTO marks (item_id, standard_id) VALUES (?, ?)')
  const updateMark = db.prepare(`
    UPDATE marks SET verdict = :verdict, issue_type = :issueType, section = :section,
      section_id = :sectionId, note = :note
    WHERE item_id = :itemId AND standard_id = :standardId`)
  const updateItem = db.prepare(`
    UPDATE review_items SET satisfaction = :satisfaction, rated_by = :ratedBy, edit_minutes = :editMinutes,
      minutes_source = :minutesSource, is_flagged = :isFlagged, note = :note, is_done = :isDone,
      editing = :editing, rev = rev + 1
    WHERE id = :id`)
  const place = db.prepare(`
    UPDATE review_items SET state = :state, position = :position, replaced_reason = :reason,
      replaced_at = :at, rev = rev + 1 WHERE id = :id`)
  const setCursor = db.prepare('UPDATE reviews SET cursor = ? WHERE id = ?')
  const addReviewTime = db.prepare('UPDATE reviews SET seconds_used = max(0, seconds_used + ?) WHERE id = ?')
  const addItemTime = db.prepare(
    'UPDATE review_items SET seconds_used = max(0, seconds_used + ?) WHERE id = ? AND review_id = ?',
  )
  const reopen = db.prepare("UPDATE reviews SET state = 'open', rev = rev + 1 WHERE id = ?")
  const finish = db.prepare(`
    UPDATE reviews SET state = 'finished', finished_at = :finishedAt, finished_on = :finishedOn,
      rule_version = :ruleVersion, mean = :mean, low = :low, high = :high, known_count = :known,
      unknown_count = :unknown, status = :status, reviewed_count = :reviewed, standards_met = :standardsMet,
      standards_judged = :standardsJudged, not_fit_count = :notFitToSend,
      satisfaction_users = :satisfactionUsers, satisfaction_reviewer = :satisfactionReviewer,
      replaced_count = :replaced, flagged_count = :flagged, top_issue_type = :topIssueType,
      top_issue_count = :topIssueCount, rev = rev + 1
    WHERE id = :id`)
  const progress = db.prepare<[string], ItemProgress>(`
    SELECT i.review_id, count(*) AS total, sum(i.is_done) AS done
    FROM reviews r JOIN review_items i ON i.review_id = r.id AND i.state = 'active'
    WHERE r.month = ? GROUP BY i.review_id`)
  const secondLookOf = db.prepare<[number], SecondLookRow>(`
    SELECT s.id, s.state, total(i.is_done) AS done,
      total(NOT i.is_done AND (i.state = 'active' OR (i.state = 'reserve' AND i.position <= s.sample_size))) AS left
    FROM reviews s JOIN review_items i ON i.review_id = s.id AND i.state <> 'replaced'
    WHERE s.second_of = ? GROUP BY s.id`)
  const seen = db
    .prepare<[number], number>(
      "SELECT output_id FROM review_items WHERE review_id = ? AND state <> 'reserve'",
    )
    .pluck()
  const putAside = db.prepare(
    "UPDATE review_items SET state = 'reserve', rev = rev + 1 WHERE review_id = ? AND state = 'active' AND is_done = 0",
  )
  const takeUp = db.prepare(`
    UPDATE review_items SET state = 'active', rev = rev + 1
    WHERE review_id = :id AND state = 'reserve' AND position <= (SELECT sample_size FROM reviews WHERE id = :id)`)
  const finishSecondLook = db.prepare(
    "UPDATE reviews SET state = 'finished', finished_at = ?, finished_on = ?, rev = rev + 1 WHERE id = ?",
  )
  const months = db.prepare<
    [],
    { month: string; total: number; done: number; seconds: number; reviews: number; finished: number }
  >(`
    SELECT r.month, sum(iif(r.second_of IS NULL, p.total, 0)) AS total,
      sum(iif(r.second_of IS NULL, p.done, 0)) AS done, sum(r.seconds_used) AS seconds,
      count(*) AS reviews, sum(r.state = 'finished') AS finished
    FROM reviews r
    JOIN (SELECT review_id, count(*) AS total, sum(is_done) AS done FROM review_items
          WHERE state = 'active' GROUP BY review_id) p ON p.review_id = r.id
    GROUP BY r.month ORDER BY r.month DESC`)
  const reservesLeft = db.prepare<[number], { count: number }>(`SELECT count(*) AS count ${reserve}`)
  const usedTypes = db.prepare<[number], { type: string }>(`
    SELECT m.issue_type AS type FROM marks m
    JOIN review_items i ON i.id = m.item_id JOIN reviews r ON r.id = i.review_id
    WHERE r.workflow_id = ? AND m.verdict = 'not_met' AND m.issue_type IS NOT NULL
    GROUP BY m.issue_type ORDER BY max(m.id) DESC`)
  const recentNotes = db.prepare<[number], { note: string }>(`
    SELECT m.note FROM marks m
    JOIN review_items i ON i.id = m.item_id JOIN reviews r ON r.id = i.review_id
    WHERE r.workflow_id = ? AND m.verdict = 'not_met' AND m.note <> ''
    GROUP BY m.note ORDER BY max(m.id) DESC LIMIT 5`)

  const withMarks = (row: ItemRow): ReviewItem => toItem(row, marksOfItem.all(row.id).map(toMark))

  return {
    find: (id: number) => byId.get(id),
    reservesLeft: (id: number) => reservesLeft.get(id)?.count ?? 0,
    idOf: (workflowId: number, month: string) => idOf.get(workflowId, month)?.id ?? null,
    ofMonth: (month: string) => ofMonth.all(month),
    finishedOf: (workflowId: number) => ofWorkflow.all(workflowId),
    progress: (month: string) => new Map(progress.all(month).map((row) => [row.review_id, row])),
    months: () => months.all(),
    insert: (review: NewReview, cursor: Cursor) =>
      Number(insert.run({ ...review, cursor: JSON.stringify(cursor) }).lastInsertRowid),
    insertPool(reviewId: number, ids: number[], picked: number[], reserves: number[]) {
      insertPool.run(reviewId, JSON.stringify(ids), JSON.stringify(picked), JSON.stringify(reserves))
    },
    pool(reviewId: number) {
      const row = pool.get(reviewId)
      const ids = (json: string | undefined) => JSON.parse(json ?? '[]') as number[]
      return { pool: ids(row?.pool), picked: ids(row?.picked), reserves: ids(row?.reserves) }
    },
    insertItem(item: NewItem, standardIds: readonly number[]): number {
      const id = Number(insertItem.run(item).lastInsertRowid)
      for (const standardId of standardIds) insertMark.run(id, standardId)
      return id
    },
    itemRow: (id: number) => itemById.get(id),
    item: (row: ItemRow) => withMarks(row),
    /** The outputs under review with their marks, in order. Two queries, whatever the size. */
    items(reviewId: number): ReviewItem[] {
      const marks = Map.groupBy(marksOfReview.all(reviewId), (mark) => mark.item_id)
      return items.all(reviewId).map((row) => toItem(row, (marks.get(row.id) ?? []).map(toMark)))
    },
    replaced: (reviewId: number) => replaced.all(reviewId),
    nextReserve: (reviewId: number) => nextReserve.get(reviewId)?.id ?? null,
    saveState(id: number, state: ItemState, editing: number | null) {
      updateItem.run({
        id,
        editing,
        satisfaction: state.satisfaction,
        ratedBy: state.ratedBy,
        editMinutes: state.editMinutes,
        minutesSource: state.minutesSource,
        isFlagged: state.isFlagged ? 1 : 0,
        note: state.note,
        isDone: state.isDone ? 1 : 0,
      })
      for (const mark of state.marks) updateMark.run({ ...mark, itemId: id })
    },
    place(
      id: number,
      state: 'active' | 'reserve' | 'replaced',
      position: number,
      reason?: string,
      at?: string,
    ) {
      place.run({ id, state, position, reason: reason ?? null, at: at ?? null })
    },
    sit(id: number, { cursor, spent = [] }: Sitting) {
      if (cursor) setCursor.run(JSON.stringify(cursor), id)
      for (const { itemId, seconds } of spent) {
        addReviewTime.run(seconds, id)
        if (itemId !== null) addItemTime.run(seconds, itemId, id)
      }
    },
    finish(id: number, result: Result & { status: Status }, at: string, on: string) {
      const { figure, topIssue, ...rest } = result
      finish.run({
        id,
        finishedAt: at,
        finishedOn: on,
        ruleVersion: figure.ruleVersion,
        mean: figure.mean,
        low: figure.low,
        high: figure.high,
        known: figure.known,
        unknown: figure.unknown,
        status: rest.status,
        reviewed: rest.reviewed,
        standardsMet: rest.standardsMet,
        standardsJudged: rest.standardsJudged,
        notFitToSend: rest.notFitToSend,
        satisfactionUsers: rest.satisfactionUsers,
        satisfactionReviewer: rest.satisfactionReviewer,
        replaced: rest.replaced,
        flagged: rest.flagged,
        topIssueType: topIssue?.type ?? null,
        topIssueCount: topIssue?.count ?? null,
      })
    },
    reopen: (id: number) => reopen.run(id),
    /** The second look at a finished review: how many outputs are judged, and how many are left of what it drew. */
    secondLookOf: (reviewId: number) => secondLookOf.get(reviewId) ?? null,
    /** Outputs of a review that were looked at, also those set aside. */
    seen: (reviewId: number) => seen.all(reviewId),
    /** Finishes a second look with what is judged; the rest waits where it is. */
    finishSecondLook(id: number, at: string, on: string) {
      putAside.run(id)
      finishSecondLook.run(at, on, id)
    },
    /** Opens a second look again, with what was left of it. */
    takeUp(id: number) {
      reopen.run(id)
      takeUp.run({ id })
    },
    usedTypes: (workflowId: number) => usedTypes.all(workflowId).map(({ type }) => type),
    recentNotes: (workflowId: number) => recentNotes.all(workflowId).map(({ note }) => note),
  }
}

export type ReviewsRepository = ReturnType<typeof createReviewsRepository>
