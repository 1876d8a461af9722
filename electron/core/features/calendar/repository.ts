import type { SeriesKind, SeriesTime } from '../../../../shared/contract/calendar.ts'
import type { Rhythm } from '../../../../shared/domain/time/calendar.ts'
import type { Db } from '../../db/open.ts'

/** What the last saved file said. */
export type SavedRule = Rhythm & { startsAt: string; zone: string }

export type StoredSeries = SeriesTime & {
  kind: SeriesKind
  uid: string
  sequence: number
  saved: { on: string; rule: SavedRule } | null
}

type SeriesRow = {
  kind: SeriesKind
  uid: string
  sequence: number
  week: SeriesTime['week']
  weekday: number
  starts_at: string
  saved_on: string | null
  saved_rule: string | null
}

const toSeries = (row: SeriesRow): StoredSeries => ({
  kind: row.kind,
  uid: row.uid,
  sequence: row.sequence,
  week: row.week,
  weekday: row.weekday,
  startsAt: row.starts_at,
  saved:
    row.saved_on === null || row.saved_rule === null
      ? null
      : { on: row.saved_on, rule: JSON.parse(row.saved_rule) as SavedRule },
})

export function createCalendarRepository(db: Db) {
  const all = db.prepare<[], SeriesRow>('SELECT * FROM calendar_series')
  const one = db.prepare<[string], SeriesRow>('SELECT * FROM calendar_series WHERE kind = ?')
  const put = db.prepare(`
    INSERT INTO calendar_series (kind, uid, sequence, week, weekday, starts_at, saved_on, saved_rule)
    VALUES (:kind, :uid, :sequence, :week, :weekday, :startsAt, :savedOn, :savedRule)
    ON CONFLICT (kind) DO UPDATE SET sequence = :sequence, week = :week, weekday = :weekday,
      starts_at = :startsAt, saved_on = :savedOn, saved_rule = :savedRule`)
  return {
    all: () => all.all().map(toSeries),
    get(kind: SeriesKind): StoredSeries | undefined {
      const row = one.get(kind)
      return row && toSeries(row)
    },
    /** Writes a series, its first time too; the uid it once got stays. */
    put: ({ saved, ...series }: StoredSeries): void => {
      put.run({
        ...series,
        savedOn: saved?.on ?? null,
        savedRule: saved ? JSON.stringify(saved.rule) : null,
      })
    },
  }
}
