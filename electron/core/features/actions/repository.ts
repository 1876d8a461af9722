import type { Action } from '../../../../shared/contract/foundation-reviews.ts'
import type { Db } from '../../db/open.ts'
import { nameOfToday, personNamed, tieToPeople } from '../../db/people-sql.ts'

export type ActionRow = {
  id: number
  review_id: number
  held_on: string
  section_id: number
  section_name: string
  kind: Action['kind']
  what: string
  who: string
  due_on: string
  state: Action['state']
  closed_on: string | null
  note: string
  change_number: number | null
}

export type NewAction = Pick<Action, 'reviewId' | 'sectionId' | 'kind' | 'what' | 'who' | 'dueOn'>
export type Closing = Pick<Action, 'state' | 'closedOn' | 'note' | 'changeNumber'>

export const toAction = (row: ActionRow): Omit<Action, 'before'> => ({
  id: row.id,
  reviewId: row.review_id,
  heldOn: row.held_on,
  sectionId: row.section_id,
  sectionName: row.section_name,
  kind: row.kind,
  what: row.what,
  who: row.who,
  dueOn: row.due_on,
  state: row.state,
  closedOn: row.closed_on,
  note: row.note,
  changeNumber: row.change_number,
})

export function createActionsRepository(db: Db) {
  const select = `
    SELECT a.*, iif(a.state = 'open', ${nameOfToday('a.who_id', 'a.who')}, a.who) AS who, r.held_on, iif(a.state = 'open', d.name, a.section_name) AS section_name
    FROM actions a JOIN foundation_reviews r ON r.id = a.review_id JOIN documents d ON d.id = a.section_id`
  const byId = db.prepare<[number], ActionRow>(`${select} WHERE a.id = ?`)
  const ofReview = db.prepare<[number], ActionRow>(`${select} WHERE a.review_id = ? ORDER BY a.id`)
  const open = db.prepare<[], ActionRow>(`${select} WHERE a.state = 'open' ORDER BY a.due_on, a.id`)
  const all = db.prepare<[], ActionRow>(
    `${select} ORDER BY a.state <> 'open', iif(a.state = 'open', a.due_on, NULL), a.closed_on DESC, a.id DESC`,
  )
  const reviewOf = db.prepare<[number], { id: number; heldOn: string }>(`
    SELECT r.id, r.held_on AS heldOn FROM actions a JOIN foundation_reviews r ON r.id = a.review_id
    WHERE a.change_number = ? ORDER BY a.id LIMIT 1`)
  const insert = db.prepare(`
    INSERT INTO actions (review_id, section_id, section_name, kind, what, who, who_id, due_on)
    VALUES (:reviewId, :sectionId, (SELECT name FROM documents WHERE id = :sectionId), :kind, :what, :who,
      ${personNamed(':who')}, :dueOn)`)
  const update = db.prepare(
    `UPDATE actions SET who = :who, who_id = ${personNamed(':who')}, due_on = :dueOn WHERE id = :id`,
  )
  const close = db.prepare(`
    UPDATE actions SET state = :state, closed_on = :closedOn, note = :note, change_number = :changeNumber
    WHERE id = :id`)

  const elsewhere = db.prepare<[string, number | null], { what: string; section: string }>(`
    SELECT a.what, d.name AS section FROM actions a JOIN documents d ON d.id = a.section_id
    WHERE a.id IN (SELECT value FROM json_each(?)) AND a.section_id IS NOT ? ORDER BY a.id`)

  return {
    doers: tieToPeople(db, { table: 'actions', said: 'who', key: 'who_id', only: "state = 'open'" }),
    find: (id: number) => byId.get(id),
    ofReview: (reviewId: number) => ofReview.all(reviewId),
    /** Soonest first. */
    open: () => open.all(),
    /** Open ones first, then the latest closed. */
    all: () => all.all(),
    reviewOf: (changeNumber: number) => reviewOf.get(changeNumber) ?? null,
    /** The first of these actions that is not about a section. */
    elsewhere: (ids: readonly number[], sectionId: number | null) =>
      elsewhere.get(JSON.stringify(ids), sectionId),
    insert: (action: NewAction): number => Number(insert.run(action).lastInsertRowid),
    update: (id: number, fields: Pick<Action, 'who' | 'dueOn'>): void => {
      update.run({ ...fields, id })
    },
    close: (id: number, closing: Closing): void => {
      close.run({ ...closing, id })
    },
  }
}
