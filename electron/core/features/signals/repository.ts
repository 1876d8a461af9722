import type { NewSignal, Signal, SignalKind } from '../../../../shared/contract/signals.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

type SignalRow = {
  id: number
  kind: SignalKind
  text: string
  on_date: string
  workflow_id: number | null
  workflow_name: string | null
  section_id: number | null
  section_name: string | null
  recorded_at: string
  state: Signal['state']
  change_number: number | null
  foundation_review_id: number | null
  reason: string
  rev: number
}

const toSignal = (row: SignalRow): Signal => ({
  id: row.id,
  rev: row.rev,
  kind: row.kind,
  text: row.text,
  onDate: row.on_date,
  workflowId: row.workflow_id,
  workflowName: row.workflow_name,
  sectionId: row.section_id,
  sectionName: row.section_name,
  recordedAt: row.recorded_at,
  state: row.state,
  changeNumber: row.change_number,
  foundationReviewId: row.foundation_review_id,
  reason: row.reason,
})

const joined = `
FROM signals s
LEFT JOIN workflows w ON w.id = s.workflow_id
LEFT JOIN documents d ON d.id = s.section_id`
const selectSignal = `SELECT s.*, w.name AS workflow_name, 
  iif(s.state = 'open', d.name, s.section_name) AS section_name ${joined}`

const matches = `
WHERE (:state = 'all' OR s.state = 'open')
  AND (:kind IS NULL OR s.kind = :kind)
  AND (:search = '' OR instr(lower(s.text || ' ' || s.reason || ' ' || ifnull(w.name, '') || ' '
    || ifnull(d.name, '') || ' '
    || ifnull(s.section_name, '')), lower(:search)) > 0)`

export type SignalFilter = { state: 'open' | 'all'; kind: SignalKind | null; search: string }
/** Where a signal stands, and what closed it. */
export type Standing = Pick<Signal, 'state' | 'changeNumber' | 'foundationReviewId' | 'reason'>

export function createSignalsRepository(db: Db) {
  const byId = db.prepare<[number], SignalRow>(`${selectSignal} WHERE s.id = ?`)
  const byIds = db.prepare<[string], SignalRow>(
    `${selectSignal} WHERE s.id IN (SELECT value FROM json_each(?)) ORDER BY s.on_date, s.id`,
  )
  const ofChange = db.prepare<[number], SignalRow>(
    `${selectSignal} WHERE s.change_number = ? ORDER BY s.on_date, s.id`,
  )
  const open = db.prepare<[], SignalRow>(`${selectSignal} WHERE s.state = 'open' ORDER BY s.on_date, s.id`)
  const page = db.prepare<[SignalFilter & { limit: number; offset: number }], SignalRow>(
    `${selectSignal} ${matches} ORDER BY s.on_date DESC, s.id DESC LIMIT :limit OFFSET :offset`,
  )
  const count = db.prepare<[SignalFilter], { total: number }>(`SELECT count(*) AS total ${joined} ${matches}`)
  const openBefore = db.prepare<[string], { count: number; oldest: number | null }>(`
    SELECT count(*) AS count,
      (SELECT id FROM signals WHERE state = 'open' ORDER BY on_date, id LIMIT 1) AS oldest
    FROM signals WHERE state = 'open' AND on_date < ?`)
  const insert = db.prepare(`
    INSERT INTO signals (kind, text, on_date, workflow_id, section_id, section_name, recorded_at)
    VALUES (:kind, :text, :onDate, :workflowId, :sectionId,
      (SELECT name FROM documents WHERE id = :sectionId), :recordedAt)`)
  const update = db.prepare(`
    UPDATE signals SET kind = :kind, text = :text, on_date = :onDate, workflow_id = :workflowId,
      section_id = :sectionId, section_name = (SELECT name FROM documents WHERE id = :sectionId), rev = rev + 1
    WHERE id = :id`)
  const move = db.prepare(`
    UPDATE signals SET state = :state, change_number = :changeNumber,
      foundation_review_id = :foundationReviewId, reason = :reason, rev = rev + 1
    WHERE id = :id`)
  const remove = db.prepare('DELETE FROM signals WHERE id = ?')
  const isSection = db.prepare<[number], { id: number }>(
    "SELECT id FROM documents WHERE id = ? AND kind = 'section'",
  )
  const isWorkflow = db.prepare<[number], { id: number }>('SELECT id FROM workflows WHERE id = ?')

  return {
    get(id: number): Signal | undefined {
      const row = byId.get(id)
      return row && toSignal(row)
    },
    /** Oldest day first, like the next two. */
    some: (ids: readonly number[]): Signal[] => byIds.all(JSON.stringify(ids)).map(toSignal),
    ofChange: (number: number): Signal[] => ofChange.all(number).map(toSignal),
    open: (): Signal[] => open.all().map(toSignal),
    /** Newest day first. */
    page(filter: SignalFilter, offset: number, limit: number): { rows: Signal[]; total: number } {
      return {
        rows: page.all({ ...filter, offset, limit }).map(toSignal),
        total: count.get(filter)?.total ?? 0,
      }
    },
    /** How many open ones came up before a day, and the id of the oldest. */
    openBefore: (day: Day) => openBefore.get(day) ?? { count: 0, oldest: null },
    insert: (signal: NewSignal, recordedAt: string): number =>
      Number(insert.run({ ...signal, recordedAt }).lastInsertRowid),
    update: (id: number, signal: NewSignal): void => {
      update.run({ ...signal, id })
    },
    move: (id: number, standing: Standing): void => {
      move.run({ ...standing, id })
    },
    remove: (id: number) => void remove.run(id),
    isSection: (id: number) => isSection.get(id) !== undefined,
    isWorkflow: (id: number) => isWorkflow.get(id) !== undefined,
  }
}
