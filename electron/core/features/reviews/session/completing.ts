import type { Measure } from '../../../../../shared/contract/workflows.ts'
import { measures } from '../../../../../shared/domain/figures/measures/index.ts'
import type { Db } from '../../../db/open.ts'

type Drawn = {
  id: number
  measure: Measure
  byHandMinutes: number | null
  aiText: string
  finalText: string | null
  editMinutes: number | null
}

/** Brings what an import added to drawn outputs into the reviews that are open; what a person entered stays. */
export function createCompleting(db: Db, scanRetired: (itemIds: readonly number[]) => void) {
  const fill = db.prepare(`
    UPDATE review_items SET
      rated_by = iif(review_items.satisfaction IS NULL AND o.satisfaction IS NOT NULL, 'user', rated_by),
      satisfaction = coalesce(review_items.satisfaction, o.satisfaction),
      edit_minutes = iif(ifnull(minutes_source, 'file') = 'file', o.edit_minutes, review_items.edit_minutes),
      minutes_source = iif(minutes_source IS NULL AND o.edit_minutes IS NOT NULL, 'file', minutes_source),
      rev = rev + 1
    FROM outputs o WHERE o.id = review_items.output_id AND review_items.id = ?`)
  const drawn = db.prepare<[string], Drawn>(`
    SELECT i.id, r.measure, r.by_hand_minutes AS byHandMinutes, o.ai_text AS aiText, o.final_text AS finalText,
      i.edit_minutes AS editMinutes
    FROM review_items i JOIN reviews r ON r.id = i.review_id JOIN outputs o ON o.id = i.output_id
    WHERE r.state = 'open' AND i.output_id IN (SELECT value FROM json_each(?))`)
  const measured = db.prepare(`
    UPDATE review_items SET editing = :editing, words_changed = :wordsChanged, words_longer = :wordsLonger
    WHERE id = :id`)

  return function complete(outputIds: readonly number[]) {
    const ids = JSON.stringify(outputIds)
    for (const { id } of drawn.all(ids)) fill.run(id)
    const items = drawn.all(ids)
    for (const { id, measure, ...known } of items) measured.run({ id, ...measures[measure].compute(known) })
    if (items.length > 0) scanRetired(items.map(({ id }) => id))
  }
}
