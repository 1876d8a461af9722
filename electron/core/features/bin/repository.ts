import type { BinKind } from '../../../../shared/domain/bin-words.ts'
import type { Day } from '../../../../shared/domain/time/dates.ts'
import type { Db } from '../../db/open.ts'

export type BinRow = {
  id: number
  kind: BinKind
  entityId: number
  name: string
  deletedAt: string
  leavesOn: Day
}

const columns = 'id, kind, entity_id AS entityId, name, deleted_at AS deletedAt, leaves_on AS leavesOn'

export function createBinRepository(db: Db) {
  const all = db.prepare<[], BinRow>(`SELECT ${columns} FROM bin ORDER BY id DESC`)
  const byId = db.prepare<[number], BinRow>(`SELECT ${columns} FROM bin WHERE id = ?`)
  // One step in the index of days for each day, however many entries it has.
  const workedOn = db
    .prepare<[Day], Day>(
      `WITH RECURSIVE days (day) AS (
        SELECT min(substr(at, 1, 10)) FROM audit WHERE substr(at, 1, 10) >= ?
        UNION ALL
        SELECT (SELECT min(substr(at, 1, 10)) FROM audit WHERE substr(at, 1, 10) > day) FROM days WHERE day IS NOT NULL)
      SELECT day FROM days WHERE day IS NOT NULL`,
    )
    .pluck()
  const lastWorkedOnTo = db
    .prepare<[Day], Day | null>('SELECT max(substr(at, 1, 10)) FROM audit WHERE substr(at, 1, 10) <= ?')
    .pluck()
  const insert = db.prepare(`
    INSERT INTO bin (kind, entity_id, name, deleted_at, leaves_on)
    VALUES (:kind, :entityId, :name, :deletedAt, :leavesOn)`)
  const setLeavesOn = db.prepare('UPDATE bin SET leaves_on = ? WHERE id = ?')
  const remove = db.prepare('DELETE FROM bin WHERE id = ?')

  return {
    /** Newest first. */
    list: () => all.all(),
    get: (id: number) => byId.get(id),
    /** The days of the log from a day on, in order. */
    workedOn: (from: Day): Day[] => workedOn.all(from),
    /** The last day of the log that is not after a day. */
    lastWorkedOnTo: (day: Day): Day | null => lastWorkedOnTo.get(day) ?? null,
    setLeavesOn: (id: number, day: Day) => void setLeavesOn.run(day, id),
    insert: (row: Omit<BinRow, 'id'>): number => Number(insert.run(row).lastInsertRowid),
    remove: (id: number) => void remove.run(id),
  }
}
