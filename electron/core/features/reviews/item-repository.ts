import type { ItemState } from '../../../../shared/contract/reviews/item-state.ts'
import type { Cursor, ReviewItem, Spent } from '../../../../shared/contract/reviews/reviews.ts'
import type { Db } from '../../db/open.ts'
import { type ItemPlace, type ItemRow, type MarkRow, toItem, toMark } from './rows.ts'

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

export type NewItem = {
  reviewId: number
  outputId: number
  state: 'active' | 'reserve' | 'again'
  againOf: number | null
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

/** The outputs under review, their marks, and the time they took. */
export function createItemRows(db: Db) {
  const insertItem = db.prepare(`
    INSERT INTO review_items (review_id, output_id, state, again_of, position, copies, satisfaction, rated_by, edit_minutes,
      minutes_source, editing, words_changed, words_longer)
    VALUES (:reviewId, :outputId, :state, :againOf, :position, :copies, :satisfaction, :ratedBy, :editMinutes,
      :minutesSource, :editing, :wordsChanged, :wordsLonger)`)
  const itemById = db.prepare<[number], ItemRow>(`${selectItem} WHERE i.id = ?`)
  const items = db.prepare<[number], ItemRow>(
    `${selectItem} WHERE i.review_id = ? AND i.state = 'active' ORDER BY i.position`,
  )
  const shown = db.prepare<[number], ItemRow>(
    `${selectItem} WHERE i.review_id = ? AND i.state IN ('active', 'again') ORDER BY i.position`,
  )
  const replaced = db.prepare<[number], ItemRow>(
    `${selectItem} WHERE i.review_id = ? AND i.state = 'replaced' ORDER BY i.replaced_at`,
  )
  const nextReserve = db.prepare<[number], { id: number }>(`SELECT id ${reserve} ORDER BY position LIMIT 1`)
  const marksOfItem = db.prepare<[number], MarkRow>(
    `${selectMark} WHERE m.item_id = ? ORDER BY m.standard_id`,
  )
  const marksOfReview = db.prepare<[number], MarkRow>(
    `${selectMark} WHERE i.review_id = ? AND i.state IN ('active', 'again') ORDER BY m.standard_id`,
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
  const reservesLeft = db.prepare<[number], { count: number }>(`SELECT count(*) AS count ${reserve}`)
  const withMarks = (row: ItemRow): ReviewItem => toItem(row, marksOfItem.all(row.id).map(toMark))

  function marked(reviewId: number, rows: readonly ItemRow[]): ReviewItem[] {
    const marks = Map.groupBy(marksOfReview.all(reviewId), (mark) => mark.item_id)
    return rows.map((row) => toItem(row, (marks.get(row.id) ?? []).map(toMark)))
  }

  return {
    insertItem(item: NewItem, standardIds: readonly number[]): number {
      const id = Number(insertItem.run(item).lastInsertRowid)
      for (const standardId of standardIds) insertMark.run(id, standardId)
      return id
    },
    itemRow: (id: number) => itemById.get(id),
    item: (row: ItemRow) => withMarks(row),
    /** The outputs under review with their marks, in order. Two queries, whatever the size. */
    items: (reviewId: number) => marked(reviewId, items.all(reviewId)),
    /** The same, and between them those of earlier months that are shown again. */
    shown: (reviewId: number) => marked(reviewId, shown.all(reviewId)),
    replaced: (reviewId: number) => replaced.all(reviewId),
    nextReserve: (reviewId: number) => nextReserve.get(reviewId)?.id ?? null,
    reservesLeft: (id: number) => reservesLeft.get(id)?.count ?? 0,
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
    place(id: number, state: ItemPlace, position: number, reason?: string, at?: string) {
      place.run({ id, state, position, reason: reason ?? null, at: at ?? null })
    },
    sit(id: number, { cursor, spent = [] }: Sitting) {
      if (cursor) setCursor.run(JSON.stringify(cursor), id)
      for (const { itemId, seconds } of spent) {
        addReviewTime.run(seconds, id)
        if (itemId !== null) addItemTime.run(seconds, itemId, id)
      }
    },
  }
}
